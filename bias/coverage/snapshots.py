"""Keep pages and gaps as WARC, so that everything downstream can be rebuilt without the network.

A page is a ``response`` record that any WARC tool can replay; what the record cannot say (outlet,
announced address, title and time) stands beside it as JSON in the header ``WARC-JSON-Metadata``,
which other tools pass over. A gap is a ``metadata`` record. A last record holds their number, so
that a file that was cut at a record's end is noticed too.

The same items always give the same bytes: dates are those of the pages, record ids are made from
the content, and neither host nor software is named. ISO 28500:2017 (WARC 1.1).
"""

import uuid
from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from typing import IO, Any

import msgspec
from msgspec.structs import replace

from bias.coverage.refusals import status_phrase
from bias.encoding import encode
from bias.errors import DataError, StorageError
from bias.records import Gap, Page, Record

_VERSION = "1.1"
_JSON = "application/json"
_ABOUT = "WARC-JSON-Metadata"
# A record must bear a date, and a gap has none: the night gave no answer at any moment.
_NO_DATE = "1970-01-01T00:00:00Z"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:media-bias-comparison:snapshot")


class _End(Record, frozen=True, kw_only=True, tag="end", tag_field="type"):
    """The last record: how many items stand before it."""

    items: int


_NOTES: msgspec.json.Decoder[Gap | _End] = msgspec.json.Decoder(Gap | _End)


def write_snapshot(stream: IO[bytes], items: Iterable[Page | Gap]) -> int:
    """Write pages and gaps as a gzip WARC as they come; returns how many."""
    from warcio.warcwriter import WARCWriter

    writer = WARCWriter(stream, gzip=True, warc_version=_VERSION)
    count = 0
    for count, item in enumerate(items, start=1):
        writer.write_record(_record(writer, item, count))
    writer.write_record(_note_record(writer, _End(items=count), count + 1))
    return count


def read_snapshot(stream: IO[bytes], name: str = "the snapshot") -> Iterator[Page | Gap]:
    """Yield the pages and gaps of a WARC in the order they were written.

    Args:
        stream: the file, from its beginning.
        name: what to call the file in errors.

    Raises:
        DataError: the file is no snapshot, or is damaged or cut short; items before the damage
            have been yielded by then.
        StorageError: the file cannot be read any further.
    """
    items, count = _items(stream), 0
    while isinstance(item := _next(items, name), Page | Gap):
        count += 1
        yield item
    if item is None or item.items != count:
        raise _damaged(name, "it is cut short")


# ---------------------------------------------------------------- writing


def _record(writer: Any, item: Page | Gap, number: int) -> Any:
    if isinstance(item, Page):
        return _page_record(writer, item, number)
    return _note_record(writer, item, number)


def _page_record(writer: Any, page: Page, number: int) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    about = encode(replace(page, body=b"")).decode()
    http = StatusAndHeaders(
        f"{page.status} {status_phrase(page.status)}",
        [("Content-Type", page.content_type), ("Content-Length", str(len(page.body)))],
        protocol="HTTP/1.1",
    )
    headers = _headers(page.fetched_at, number, about.encode() + page.body) | {_ABOUT: about}
    return writer.create_warc_record(
        page.final_url,
        "response",
        payload=BytesIO(page.body),
        length=len(page.body),
        warc_headers_dict=headers,
        http_headers=http,
    )


def _note_record(writer: Any, note: Gap | _End, number: int) -> Any:
    content = encode(note)
    return writer.create_warc_record(
        note.url if isinstance(note, Gap) else "",
        "metadata",
        payload=BytesIO(content),
        length=len(content),
        warc_content_type=_JSON,
        warc_headers_dict=_headers(_NO_DATE, number, content),
    )


def _headers(date: str, number: int, content: bytes) -> dict[str, str]:
    # The number keeps the ids of two equal items apart.
    name = uuid.uuid5(_NAMESPACE, f"{number} {sha256(content).hexdigest()}")
    return {"WARC-Record-ID": f"<urn:uuid:{name}>", "WARC-Date": date}


# ---------------------------------------------------------------- reading


def _next(items: Iterator[Page | Gap | _End], name: str) -> Page | Gap | _End | None:
    try:
        return next(items, None)
    except OSError as error:
        message = f"cannot read {name}: {error.strerror or error}"
        raise StorageError(message) from error
    except Exception as error:  # damaged bytes break warcio in many ways
        raise _damaged(name, "it is damaged") from error


def _items(stream: IO[bytes]) -> Iterator[Page | Gap | _End]:
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(stream, check_digests="raise"):
        content = record.content_stream().read()
        if record.rec_type == "response":
            about = record.rec_headers.get_header(_ABOUT, "")
            yield replace(msgspec.json.decode(about, type=Page), body=content)
        else:
            yield _NOTES.decode(content)


def _damaged(name: str, what: str) -> DataError:
    return DataError(f"{name}: no whole snapshot, {what}; delete it and fetch the outlet again")
