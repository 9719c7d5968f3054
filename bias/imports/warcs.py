"""Pages of WARC files, ours or anybody's, one record after the other."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from bias.imports.found import RawPage, Skipped
from bias.records import Page

_OK = 200
_HTML = ("text/html", "application/xhtml+xml")
_CUT = "damaged or cut short; the pages before the damage were read"
_OURS = "WARC-JSON-Metadata"


def read_warc(path: Path, limit: int) -> Iterator[RawPage | Skipped]:
    """Yield the pages of a WARC or ARC, packed record by record, as a whole, or not at all.

    Args:
        path: the file.
        limit: most bytes of one page.
    """
    done = 0
    try:
        for done, item in enumerate(_read(path, limit, whole=False), start=1):  # noqa: B007
            yield item
    except _PackedWholeError:
        try:
            yield from _read(path, limit, whole=True)
        except Exception:  # damaged bytes break warcio in many ways
            yield _damaged(path)
    except Exception:  # see above
        yield _damaged(path)


class _PackedWholeError(Exception):
    """The file is one gzip stream; records must be looked for in what it unpacks to."""


def _damaged(path: Path) -> Skipped:
    return Skipped(place=str(path), reason=_CUT)


def _read(path: Path, limit: int, *, whole: bool) -> Iterator[RawPage | Skipped]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with gzip.open(path, "rb") if whole else path.open("rb") as stream:
        records = iter(ArchiveIterator(stream, arc2warc=True))
        number = 0
        while True:
            try:
                record = next(records, None)
            except ArchiveLoadFailed as error:
                if "non-chunked" in str(error) and number <= 1 and not whole:
                    raise _PackedWholeError from error
                raise
            if record is None:
                break
            number += bool(record.rec_type)
            item = _item(record, f"{path}, record {number}", limit)
            if item:
                yield item
    if not number:
        yield Skipped(place=str(path), reason="no record of a WARC")


def _item(record: Any, place: str, limit: int) -> RawPage | Skipped | None:
    """Return the page of a record; ``None`` for what is no page of the web, such as a request."""
    kind = _content_type(record)
    if record.rec_type not in ("response", "resource") or not kind.startswith(_HTML):
        return None
    if record.http_headers and record.http_headers.get_statuscode() != str(_OK):
        return None
    body = record.content_stream().read(limit + 1)
    if len(body) > limit:
        return Skipped(place=place, reason="larger than BIAS_MAX_PAGE_BYTES")
    if getattr(record.raw_stream, "limit", 0) > 0:  # what the record promised did not come
        return Skipped(place=place, reason=_CUT)
    about = _ours(record)
    return RawPage(
        place=place,
        body=body,
        url=about.url if about else record.rec_headers.get_header("WARC-Target-URI", ""),
        outlet=about.outlet if about else "",
        outlet_is_id=about is not None,
        published=(about.published or "") if about else "",
        title=about.title if about else "",
        content_type=kind,
        fetched_at=record.rec_headers.get_header("WARC-Date", ""),
    )


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type", "") or "").strip().lower()[:200]


def _ours(record: Any) -> Page | None:
    """Return what our own files say of a page beside it, ``None`` where they say nothing."""
    try:
        return msgspec.json.decode(record.rec_headers.get_header(_OURS, ""), type=Page)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None
