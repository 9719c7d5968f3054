"""What people already have, brought into editions as pages, from which all else is made."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bias.archive import open_archive
from bias.archive.paths import checked_edition
from bias.batches import Tick, silent
from bias.config import Settings
from bias.coverage.outlets import read_outlets
from bias.encoding import whole
from bias.failures import told
from bias.imports.found import RawPage, Skipped
from bias.imports.log import LeftOut, Log
from bias.imports.sorting import Placed, Sorter
from bias.imports.sources import read_paths
from bias.imports.spool import Spool
from bias.pipeline.imported_pages import ImportedEdition, write_pages
from bias.records import Record

TICK_EVERY = 100


class Imported(Record, frozen=True, kw_only=True):
    """What an import did."""

    editions: tuple[ImportedEdition, ...]
    copies: int
    """Pages left out as further copies of a story in the collection."""
    left_out: tuple[LeftOut, ...]


def import_paths(
    settings: Settings,
    paths: Sequence[Path],
    *,
    edition: str = "",
    declared_only: bool = False,
    tick: Tick = silent,
) -> Imported:
    """Bring the pages and texts of files and folders into editions by their own dates.

    Nothing is fetched, and no page that an edition holds is replaced. A second run adds nothing.

    Args:
        settings: where the archive is, which outlets are declared.
        paths: WARC files, CSV, JSON-lines, HTML and text, and folders of them.
        edition: where what bears no date goes; empty leaves it out.
        declared_only: whether the pages of other outlets are left out.
        tick: told now and then how many are read.

    Raises:
        UsageError: a path does not exist, or the edition is no date.
        StorageError: the archive cannot be written.
    """
    if edition:
        checked_edition(edition)
    outlets = read_outlets(settings.outlets)
    sorter = Sorter(settings, outlets, edition)
    wanted = {outlet.id for outlet in outlets} if declared_only else set()
    log = Log()
    with TemporaryDirectory(prefix="bias-import-") as folder:
        spool = Spool(Path(folder))
        found = read_paths(paths, settings.max_page_bytes)
        copies = _sort(found, sorter, wanted, spool, log, tick)
        editions = tuple(write_pages(open_archive(settings), spool, log))
    return Imported(editions=editions, copies=copies, left_out=log.rows())


def _sort(
    found: Iterable[RawPage | Skipped],
    sorter: Sorter,
    wanted: set[str],
    spool: Spool,
    log: Log,
    tick: Tick,
) -> int:
    """Put every page where it belongs; returns how many were copies of others."""
    copies = 0
    for number, raw in enumerate(found, start=1):
        placed = _placed(sorter, raw) if isinstance(raw, RawPage) else raw
        if isinstance(placed, Skipped):
            log.note(placed)
        elif wanted and placed.page.outlet not in wanted:
            log.note(Skipped(place=raw.place, reason="an outlet that is not declared"))
        else:
            copies += not spool.add(placed.edition, placed.page)
        if number % TICK_EVERY == 0:
            tick(number, 0, raw.place)
    return copies


def _placed(sorter: Sorter, raw: RawPage) -> Placed | Skipped:
    """Return a page in its edition; one on which the program fails is left out."""
    try:
        return whole(sorter.place(raw))
    except Exception as error:  # whatever one page does, the others are to be imported
        words = told(raw.place, error)
        return Skipped(place=raw.place, reason=f"the program failed on it ({words})")
