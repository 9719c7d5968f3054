"""A web server for measurements: many outlets on loopback, each on a port of its own.

``python benchmarks/speed/newsstand.py OUTLETS PAGES`` prints the ports on one line and serves until
its standard input ends. It answers as fast as it can: whoever is measured against it is the slower.
"""

import asyncio
import random
import sys
from typing import cast

SIZE = 30_000
"""Bytes of one page, about what a news page's HTML is once its scripts are left out."""
_SYLLABLES = ("ka", "lo", "min", "ter", "vas", "ru", "den", "o", "sti", "pel", "gar", "ne")


class Outlet(asyncio.Protocol):
    """Answers one connection to one outlet."""

    def __init__(self, pages: int, texts: list[bytes]) -> None:
        """Take how many pages are announced, and the texts they hold in turn."""
        self._pages = pages
        self._texts = texts
        self._begun = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to write."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole."""
        *requests, self._begun = (self._begun + data).split(b"\r\n\r\n")
        for request in requests:
            path = request.split(b" ", 2)[1].decode()
            self._transport.write(self._answer(path))

    def _answer(self, path: str) -> bytes:
        if path == "/robots.txt":
            return _response(b"User-agent: *\nDisallow: /private\n", "text/plain")
        if path == "/rss":
            return _response(_feed(self._pages), "application/rss+xml")
        number = int(path.rpartition("/")[2])
        body = b"<html><title>Story %d</title>" % number + self._texts[number % len(self._texts)]
        return _response(body, "text/html; charset=utf-8")


def _response(body: bytes, content_type: str) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def _feed(pages: int) -> bytes:
    items = "".join(
        f"<item><title>Story {number}</title><link>/story/{number}</link>"
        "<pubDate>Sat, 14 Mar 2026 01:00:00 GMT</pubDate></item>"
        for number in range(pages)
    )
    return f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()


def _texts(count: int) -> list[bytes]:
    dice = random.Random(20190430)  # noqa: S311 - invented pages, no secret
    words = ["".join(dice.choices(_SYLLABLES, k=dice.randint(1, 3))) for _ in range(2000)]
    return [" ".join(dice.choices(words, k=6000))[:SIZE].encode() for _ in range(count)]


async def serve(outlets: int, pages: int) -> None:
    """Serve until standard input ends."""
    loop, texts = asyncio.get_running_loop(), _texts(50)
    servers = [
        await loop.create_server(lambda: Outlet(pages, texts), "127.0.0.1", 0, backlog=512)
        for _ in range(outlets)
    ]
    ports = [server.sockets[0].getsockname()[1] for server in servers]
    sys.stdout.write(" ".join(map(str, ports)) + "\n")
    sys.stdout.flush()
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2])))
