"""Make WARC records, each a gzip member of its own, so that files can be cut and joined at them.

An exchange is a ``request`` and a ``response`` record; an answer "not modified" is a ``revisit``.
The body stands there unpacked; how it was packed for the way is kept in ``X-Crawler-…`` headers, as
Common Crawl does. The same content always gives the same bytes: dates are those of the exchanges,
ids are made from the content, and neither host nor software is named. ISO 28500:2017 (WARC 1.1).
"""

import uuid
import zlib
from hashlib import sha256
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from bias.coverage.exchanges import NOT_MODIFIED, Exchange, Headers
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

_VERSION = "1.1"
_JSON = "application/json"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:media-bias-comparison:snapshot")
_LEVEL = 6
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
    headers = _head(NO_DATE, f"{number} {url}", content) | extra
    record = _writer().create_warc_record(
        url,
        "metadata",
        payload=BytesIO(content),
        length=len(content),
        warc_content_type=_JSON,
        warc_headers_dict=headers,
    )
    return _member(record)


def _records(exchange: Exchange, extra: dict[str, str], number: int) -> bytes:
    about = f"{number} {exchange.url} {exchange.status} {extra.get(ABOUT, '')}"
    head = _head(exchange.at, about, exchange.body) | extra
    response = _response(exchange, head)
    if not exchange.request:
        return _member(response)
    return _member(_request(exchange, head["WARC-Record-ID"])) + _member(response)


def _response(exchange: Exchange, head: dict[str, str]) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    unchanged = exchange.status == NOT_MODIFIED
    if unchanged:
        head |= {"WARC-Profile": _NOT_MODIFIED, "WARC-Refers-To-Target-URI": exchange.url}
    if exchange.truncated:
        head |= {"WARC-Truncated": "length"}
    length = ("Content-Length", str(len(exchange.body)))
    return _writer().create_warc_record(
        exchange.url,
        "revisit" if unchanged else "response",
        payload=BytesIO(exchange.body),
        length=len(exchange.body),
        warc_headers_dict=head,
        http_headers=StatusAndHeaders(
            f"{exchange.status} {status_phrase(exchange.status)}",
            [*_renamed(exchange.headers), length],
            protocol="HTTP/1.1",
        ),
    )


def _request(exchange: Exchange, response: str) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    content = repr(exchange.request).encode()
    return _writer().create_warc_record(
        exchange.url,
        "request",
        warc_headers_dict=_head(exchange.at, f"request {response}", content)
        | {"WARC-Concurrent-To": response},
        http_headers=StatusAndHeaders(
            f"GET {target} HTTP/1.1", list(exchange.request), is_http_request=True
        ),
    )


def _renamed(headers: Headers) -> list[tuple[str, str]]:
    return [
        (PREFIX + name if name.lower() in ON_THE_WAY else name, value) for name, value in headers
    ]


def _head(date: str, about: str, content: bytes) -> dict[str, str]:
    name = uuid.uuid5(_NAMESPACE, f"{about} {date} {sha256(content).hexdigest()}")
    return {"WARC-Record-ID": f"<urn:uuid:{name}>", "WARC-Date": date or NO_DATE}


def _writer() -> Any:
    from warcio.recordbuilder import RecordBuilder

    return RecordBuilder(warc_version=_VERSION)


def _member(record: Any) -> bytes:
    from warcio.warcwriter import WARCWriter

    plain = BytesIO()
    WARCWriter(plain, gzip=False, warc_version=_VERSION).write_record(record)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    return packer.compress(plain.getbuffer()) + packer.flush()
