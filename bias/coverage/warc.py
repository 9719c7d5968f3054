"""Make WARC records, each a gzip member of its own, so that files can be cut and joined at them.

An exchange is a ``request`` and a ``response`` record; an answer "not modified" is a ``revisit``.
The body stands there unpacked; how it was packed for the way is kept in ``X-Crawler-…`` headers, as
Common Crawl does. The same content always gives the same bytes: dates are those of the exchanges,
ids are made from the content, and neither host nor software is named. ISO 28500:2017 (WARC 1.1).
"""

import uuid
import zlib
from base64 import b32encode
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha1
from urllib.parse import urlsplit

from msgspec.structs import replace

from bias.coverage.exchanges import NOT_MODIFIED, Exchange
from bias.coverage.refusals import status_phrase
from bias.encoding import encode
from bias.records import Page, Record

ABOUT = "WARC-JSON-Metadata"
"""Header of a page's response: what the record itself cannot say."""
ASK_AGAIN = "WARC-Ask-Again"
"""Header of a gap that another run of the edition may heal."""
NO_DATE = "1970-01-01T00:00:00Z"
"""A record must bear a date, and a gap has none: the night gave no answer at any moment."""
ON_THE_WAY = ("content-encoding", "transfer-encoding", "content-length")
"""Headers that speak of the body as it was sent."""
PREFIX = "X-Crawler-"

_JSON = "application/json"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:media-bias-comparison:snapshot")
_LEVEL = 1
_GZIP = 31


def page_records(page: Page, exchange: Exchange | None = None, number: int = 0) -> bytes:
    """Return a page as records, with what was asked and answered if that is known.

    ``number`` keeps the ids of equal items apart.
    """
    about = encode(replace(page, body=b"")).decode()
    answer = exchange or Exchange(
        url=page.final_url,
        at=page.fetched_at,
        status=page.status,
        headers=(("Content-Type", page.content_type),),
    )
    return _records(replace(answer, url=page.final_url, body=page.body), {ABOUT: about}, number)


def exchange_records(exchange: Exchange) -> bytes:
    """Return an exchange as records."""
    return _records(exchange, {}, 0)


def note_record(note: Record, url: str, extra: dict[str, str], number: int = 0) -> bytes:
    """Return a gap, or what else is to be remembered, as one ``metadata`` record of JSON."""
    content = encode(note)
    head = _head("metadata", url, NO_DATE) | {"Content-Type": _JSON} | extra
    return _member(head, f"{number} ", b"", content)


def _records(exchange: Exchange, extra: dict[str, str], number: int) -> bytes:
    response = _response(exchange, extra)
    about = f"{number} {exchange.status} {extra.get(ABOUT, '')}"
    if not exchange.request:
        return _member(response, about, *_answer(exchange))
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    request = _head("request", exchange.url, exchange.at)
    request["Content-Type"] = "application/http; msgtype=request"
    asked = _http(f"GET {target} HTTP/1.1", exchange.request)
    return _member(request, about, asked, b"") + _member(response, about, *_answer(exchange))


def _response(exchange: Exchange, extra: dict[str, str]) -> dict[str, str]:
    unchanged = exchange.status == NOT_MODIFIED
    head = _head("revisit" if unchanged else "response", exchange.url, exchange.at) | extra
    head["Content-Type"] = "application/http; msgtype=response"
    if unchanged:
        head |= {"WARC-Profile": _NOT_MODIFIED, "WARC-Refers-To-Target-URI": exchange.url}
    if exchange.truncated:
        head["WARC-Truncated"] = "length"
    return head


def _answer(exchange: Exchange) -> tuple[bytes, bytes]:
    headers = [
        (PREFIX + name if name.lower() in ON_THE_WAY else name, value)
        for name, value in exchange.headers
    ]
    headers.append(("Content-Length", str(len(exchange.body))))
    first = f"HTTP/1.1 {exchange.status} {status_phrase(exchange.status)}"
    return _http(first, headers), exchange.body


def _http(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return f"{first}\r\n{lines}\r\n".encode()


def _head(kind: str, url: str, date: str) -> dict[str, str]:
    head = {"WARC-Type": kind, "WARC-Date": date or NO_DATE}
    return head | ({"WARC-Target-URI": url} if url else {})


def _member(head: dict[str, str], about: str, http: bytes, body: bytes) -> bytes:
    """Return one record as a gzip member.

    Written here and not by warcio, which reads it: that takes three times as long. Packed by zlib
    and not by ISA-L, which is faster, but did not always pack the same bytes alike.
    """
    payload = sha1(body, usedforsecurity=False)
    block = sha1(http, usedforsecurity=False)
    block.update(body)
    name = uuid.uuid5(_NAMESPACE, f"{about}{head} {block.hexdigest()}")
    fields = head | {
        "WARC-Record-ID": f"<urn:uuid:{name}>",
        "WARC-Payload-Digest": _digest(payload.digest()),
        "WARC-Block-Digest": _digest(block.digest()),
        "Content-Length": str(len(http) + len(body)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    start = packer.compress(f"WARC/1.1\r\n{lines}\r\n".encode() + http)
    return start + packer.compress(body) + packer.compress(b"\r\n\r\n") + packer.flush()


@lru_cache(16)  # what has no body has always the same
def _digest(digest: bytes) -> str:
    return f"sha1:{b32encode(digest).decode()}"
