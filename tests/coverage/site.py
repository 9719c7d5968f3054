"""A web site on loopback whose every answer a test decides."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import msgspec


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """One answer; ``body`` may be an iterable, sent piece by piece without a length."""

    body: bytes | Iterable[bytes] = b""
    status: int = 200
    content_type: str | None = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    raw: Iterable[bytes] | None = None
    """The whole answer, status line included, instead of all the above."""


class Site:
    """Replies by path, and what was asked for."""

    def __init__(self) -> None:
        self.base = ""
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.stop = threading.Event()
        self._replies: dict[str, list[Reply]] = {}

    def url(self, path: str) -> str:
        return self.base + path

    def put(self, path: str, body: bytes | str | Iterable[bytes] = b"", **fields: Any) -> str:
        content = body.encode() if isinstance(body, str) else body
        self._replies.setdefault(path, []).append(Reply(body=content, **fields))
        return self.url(path)

    def put_page(self, path: str, text: str = "Words of a page.") -> str:
        return self.put(path, f"<!doctype html><html><body><p>{text}</p></body></html>")

    def put_feed(
        self, path: str, items: Iterable[str], *, reaches_back: bool = True, **fields: Any
    ) -> str:
        """Put a feed that ends with an item from long before any window, unless told otherwise."""
        ends = [item("/long-ago", "Long ago", "Mon, 02 Mar 2026 12:00:00 GMT")]
        whole = [*items, *(ends if reaches_back else [])]
        return self.put(path, rss(whole), content_type="application/rss+xml", **fields)

    def redirect(self, path: str, target: str) -> str:
        return self.put(path, status=302, headers=(("Location", target),))

    def drip(self, piece: bytes, seconds: float) -> Iterator[bytes]:
        """Yield a piece again and again until the test ends."""
        while not self.stop.wait(seconds):
            yield piece

    def take(self, path: str) -> Reply:
        """Return the next reply for a path; the last one is given for ever."""
        self.asked.append(path)
        replies = self._replies.get(path, [Reply(status=404)])
        return replies.pop(0) if len(replies) > 1 else replies[0]


def rss(items: Iterable[str]) -> str:
    return f'<rss version="2.0"><channel><title>News</title>{"".join(items)}</channel></rss>'


def item(link: str, title: str = "", published: str = "") -> str:
    date = f"<pubDate>{published}</pubDate>" if published else ""
    return f"<item><title>{title}</title><link>{link}</link>{date}</item>"


@contextmanager
def served() -> Iterator[Site]:
    site = Site()
    server = _Server(("127.0.0.1", 0), _handler(site))
    site.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.stop.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up."""


def _handler(site: Site) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # noqa: N802
            site.headers.append(dict(self.headers.items()))
            with suppress(OSError):
                self._send(site.take(self.path))

        def _send(self, reply: Reply) -> None:
            if reply.raw is not None:
                self.close_connection = True
                self._pieces(reply.raw)
                return
            if self._has(reply):
                reply = Reply(status=304, headers=reply.headers, content_type=None)
            self.send_response(reply.status)
            if reply.content_type is not None:
                self.send_header("Content-Type", reply.content_type)
            for name, value in reply.headers:
                self.send_header(name, value)
            if isinstance(reply.body, bytes):
                self.send_header("Content-Length", str(len(reply.body)))
            else:
                self.send_header("Connection", "close")
            self.end_headers()
            self._pieces([reply.body] if isinstance(reply.body, bytes) else reply.body)

        def _has(self, reply: Reply) -> bool:
            """Tell whether the client holds what would be sent, as it says itself."""
            own = dict(reply.headers)
            tag, date = self.headers["If-None-Match"], self.headers["If-Modified-Since"]
            return tag == own.get("ETag", "") if tag else bool(date == own.get("Last-Modified", ""))

        def _pieces(self, pieces: Iterable[bytes]) -> None:
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()

        def log_message(self, *_: object) -> None:
            """Keep the tests' output clean."""

    return Handler
