"""Keep pages and gaps as WARC, so that everything downstream can be rebuilt without the network.

A page is a ``response`` record that any WARC tool can replay; what the record cannot say (outlet,
announced address, title and time) stands beside it as JSON in the header ``WARC-JSON-Metadata``,
which other tools pass over. A gap is a ``metadata`` record. Whatever else was asked and answered
on the way (robots.txt, feeds, redirects, errors) stands there too, for whoever checks what is said
of an outlet. A last record holds the number of pages and gaps, so that a file that was cut at a
record's end is noticed too.
"""

from collections.abc import Iterable, Iterator
from typing import IO

import msgspec
from msgspec.structs import replace

from bias.coverage.warc import ABOUT, note_record, page_records
from bias.errors import DataError, StorageError
from bias.records import Gap, Page, Record


class End(Record, frozen=True, kw_only=True, tag="end", tag_field="type"):
    """The last record: how many items stand before it."""

    items: int


class Same(Record, frozen=True, kw_only=True, tag="same", tag_field="type"):
    """An address that led to a page which stands here under another one."""

    url: str


NOTES: msgspec.json.Decoder[Gap | Same | End] = msgspec.json.Decoder(Gap | Same | End)


def write_snapshot(stream: IO[bytes], items: Iterable[Page | Gap]) -> int:
    """Write pages and gaps as a gzip WARC as they come; returns how many."""
    count = 0
    for count, item in enumerate(items, start=1):
        stream.write(_records(item, count))
    stream.write(note_record(End(items=count), "", {}))
    return count


def _records(item: Page | Gap, number: int) -> bytes:
    if isinstance(item, Page):
        return page_records(item, None, number)
    return note_record(item, item.url, {}, number)


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


# ---------------------------------------------------------------- reading


def _next(items: Iterator[Page | Gap | End], name: str) -> Page | Gap | End | None:
    try:
        return next(items, None)
    except OSError as error:
        message = f"cannot read {name}: {error.strerror or error}"
        raise StorageError(message) from error
    except Exception as error:  # damaged bytes break warcio in many ways
        raise _damaged(name, "it is damaged") from error


def _items(stream: IO[bytes]) -> Iterator[Page | Gap | End]:
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(stream, check_digests="raise"):
        content = record.content_stream().read()
        about = record.rec_headers.get_header(ABOUT)
        if about is not None:
            yield replace(msgspec.json.decode(about, type=Page), body=content)
        elif record.rec_type == "metadata":
            note = NOTES.decode(content)
            if not isinstance(note, Same):
                yield note


def _damaged(name: str, what: str) -> DataError:
    advice = "move it away and fetch the outlet again"
    foreign = "if this program did not write it, bring its pages in with `bias import`"
    return DataError(f"{name}: no whole snapshot, {what}; {advice}; {foreign}")
