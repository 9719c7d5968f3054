"""Write the pages of a collection into editions, beside what they hold and never over it."""

from collections.abc import Iterator
from itertools import chain

from bias.archive import Archive
from bias.coverage.snapshots import write_snapshot
from bias.errors import DataError
from bias.imports.found import Skipped
from bias.imports.log import Log
from bias.imports.spool import Spool, story_of
from bias.pipeline.fetching import read_pages
from bias.records import Gap, GapReason, Page, Record
from bias.storage import open_atomic

_NOT_KNOWN = (
    "Its articles were imported from a collection; what else it published is not known, so nothing "
    "follows from its silence."
)
_FETCHED = "the edition holds fetched pages of the outlet, which are left as they are"


class ImportedEdition(Record, frozen=True, kw_only=True):
    """What was brought into one edition."""

    edition: str
    outlets: int
    added: int
    already: int
    """Pages whose story the edition held before."""


def write_pages(archive: Archive, spool: Spool, log: Log) -> Iterator[ImportedEdition]:
    """Write all pages of a spool, and yield what was added to each edition.

    Raises:
        StorageError: the archive cannot be written.
    """
    editions: dict[str, list[tuple[int, int]]] = {}
    for edition, outlet in spool.groups():
        counts = editions.setdefault(edition, [])
        try:
            counts.append(_write(archive, spool, edition, outlet, log))
        except DataError as error:
            log.note(Skipped(place=f"{outlet} in {edition}", reason=str(error)))
    for edition, rows in editions.items():
        yield ImportedEdition(
            edition=edition,
            outlets=len(rows),
            added=sum(added for added, _ in rows),
            already=sum(already for _, already in rows),
        )


def _write(archive: Archive, spool: Spool, edition: str, outlet: str, log: Log) -> tuple[int, int]:
    """Add the pages of one outlet to those imported before; returns how many are new and old."""
    path = archive.pages_path(edition, outlet)
    there = [_key(item) for item in read_pages(path)] if path.exists() else []
    stories = [story_of(page) for page in spool.pages(edition, outlet)]
    new = set(stories).difference(there)
    already = len(stories) - len(new)
    if new and there and there[0] != _NOT_KNOWN:
        log.note(Skipped(place=f"{outlet} in {edition}", reason=_FETCHED), len(new))
        return 0, already
    if new:
        kept = read_pages(path) if there else iter([_silence(outlet)])
        pages = (page for page in spool.pages(edition, outlet) if story_of(page) in new)
        with open_atomic(path) as stream:
            write_snapshot(stream, chain(kept, pages))
    return len(new), already


def _key(item: Page | Gap) -> str:
    return story_of(item) if isinstance(item, Page) else item.detail


def _silence(outlet: str) -> Gap:
    """Return the gap that says what an import tells of an outlet's night: nothing."""
    return Gap(outlet=outlet, reason=GapReason.NOT_ASKED, detail=_NOT_KNOWN)
