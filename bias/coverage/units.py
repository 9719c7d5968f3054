"""Where each record of a WARC stands, so that it can be read or copied alone."""

from collections.abc import Iterator
from typing import IO, Any

import msgspec

from bias.coverage.exchanges import Exchange
from bias.coverage.snapshots import NOTES, End, Same
from bias.coverage.warc import ABOUT, ASK_AGAIN, ON_THE_WAY, PREFIX
from bias.records import Gap, Page, Record


class Unit(Record, frozen=True, kw_only=True):
    """One exchange, page or note, with the place of its records in the file."""

    start: int
    end: int
    """In bytes; what stands between is one or two gzip members."""
    exchange: Exchange | None = None
    """What was answered, without its body; also of a page."""
    page: Page | None = None
    """Without its body."""
    note: Gap | Same | End | None = None
    ask_again: bool = False
    """Whether another run may heal the gap."""

    @property
    def is_item(self) -> bool:
        """Whether it is a page or a gap."""
        return self.page is not None or isinstance(self.note, Gap)


def read_units(stream: IO[bytes]) -> Iterator[Unit]:
    """Yield what a WARC holds from where the stream stands, until its end or the first damage."""
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(stream, check_digests="raise")
    start: int | None = None
    while record := _next(records):
        begin, length = records.get_record_offset(), records.get_record_length()
        start = begin if start is None else start
        if record.rec_type == "request":
            continue
        try:
            yield _unit(record, start, begin + length)
        except (msgspec.MsgspecError, ValueError):
            return
        start = None


def read_exchange_at(stream: IO[bytes], start: int) -> Exchange | None:
    """Return the exchange at a place with its body, ``None`` when it is not there whole."""
    from warcio.archiveiterator import ArchiveIterator

    stream.seek(start)
    records = ArchiveIterator(stream, check_digests="raise")
    record = _next(records)
    if record and record.rec_type == "request":
        record = _next(records)
    if record is None or record.rec_type != "response" or record.http_headers is None:
        return None
    return msgspec.structs.replace(_exchange(record), body=record.content)


def _next(records: Any) -> Any:
    """Return the next record, read whole, ``None`` at the end or where the file is damaged."""
    try:
        record = next(records, None)
        if record is not None:
            record.content = record.content_stream().read()
    except OSError:
        raise
    except Exception:  # damaged bytes break warcio in many ways
        return None
    return record


def _unit(record: Any, start: int, end: int) -> Unit:
    about = record.rec_headers.get_header(ABOUT)
    note = NOTES.decode(record.content) if record.rec_type == "metadata" else None
    return Unit(
        start=start,
        end=end,
        exchange=_exchange(record) if note is None else None,
        page=msgspec.json.decode(about, type=Page) if about is not None else None,
        note=note,
        ask_again=record.rec_headers.get_header(ASK_AGAIN) is not None,
    )


def _exchange(record: Any) -> Exchange:
    if record.http_headers is None:
        message = "The record breaks off before its headers"
        raise ValueError(message)
    received = [*record.http_headers.headers]
    return Exchange(
        url=record.rec_headers.get_header("WARC-Target-URI") or "",
        at=record.rec_headers.get_header("WARC-Date") or "",
        status=int(record.http_headers.get_statuscode()),
        headers=tuple(
            (name.removeprefix(PREFIX), value)
            for name, value in received
            if name.lower() not in ON_THE_WAY
        ),
        truncated=record.rec_headers.get_header("WARC-Truncated") is not None,
    )
