"""What the outlets published: pages into WARCs, outlet by outlet."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import chain

from upath import UPath

from bias.archive import open_archive
from bias.batches import Tick, silent
from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.fetch import edition_window, fetch_outlet
from bias.coverage.outlets import read_outlets, select_outlets
from bias.coverage.snapshots import read_snapshot, write_snapshot
from bias.errors import BiasError, DataError, RetryError, StorageError, UsageError
from bias.failures import told
from bias.records import Gap, GapReason, Outlet, Page
from bias.storage import open_atomic

OUTLETS_AT_ONCE = 8


def outlets_to_fetch(settings: Settings, ids: Sequence[str] = ()) -> list[str]:
    """Return the ids of the declared outlets, or of those asked for.

    Raises:
        UsageError: an id is not declared.
    """
    outlets = read_outlets(settings.outlets)
    return [outlet.id for outlet in (select_outlets(outlets, ids) if ids else outlets)]


def fetch(settings: Settings, edition: str, outlet_id: str, *, last_try: bool = True) -> str:
    """Fetch one outlet's new pages into a WARC and return its path.

    What an edition holds of an outlet is kept, so a second run fetches nothing; an outlet that did
    not answer then is asked again. An outlet that fails in a way nobody foresaw is held to be
    unreachable on the last try, so that it never stops a night.

    Raises:
        RetryError: the outlet does not answer, and this is not the last try. On the last try the
            outlet becomes a coverage gap instead.
        UsageError: the edition was made, but its pages are gone: what is announced now is no
            longer what was announced then.
    """
    archive = open_archive(settings)
    path = archive.pages_path(edition, outlet_id)
    if archive.lost_its_pages(edition):
        raise UsageError(archive.pages_removed(edition))
    if _is_kept(path):
        return str(path)
    (outlet,) = select_outlets(read_outlets(settings.outlets), [outlet_id])
    try:
        _fetch_into(path, outlet, edition, settings, last_try=last_try)
    except BiasError:
        raise
    except Exception as error:
        if not last_try:
            raise
        detail = f"Fetching it failed ({told(f'the outlet {outlet_id}', error)})."
        gap = Gap(outlet=outlet_id, reason=GapReason.OUTLET_UNREACHABLE, detail=detail)
        with open_atomic(path) as stream:
            write_snapshot(stream, [gap])
    return str(path)


def _fetch_into(
    path: UPath, outlet: Outlet, edition: str, settings: Settings, *, last_try: bool
) -> None:
    with Client(settings) as client:
        items = fetch_outlet(outlet, edition_window(edition, settings), client, settings)
        first = next(items, None)
        if isinstance(first, Gap) and _is_unreachable(first) and not last_try:
            message = f"{outlet.id}: {first.detail}"
            raise RetryError(message)
        with open_atomic(path) as stream:
            write_snapshot(stream, chain([first] if first else [], items))


def fetch_all(settings: Settings, edition: str, ids: Sequence[str], tick: Tick = silent) -> None:
    """Fetch several outlets at once; each is still asked one thing at a time.

    Raises:
        BiasError: settings, outlets or storage are at fault, so going on would be in vain.
    """
    pool = ThreadPoolExecutor(max_workers=OUTLETS_AT_ONCE)
    try:
        jobs = {pool.submit(fetch, settings, edition, outlet): outlet for outlet in ids}
        for done, job in enumerate(as_completed(jobs), start=1):
            job.result()
            tick(done, len(jobs), jobs[job])
    finally:
        # Nobody waits for answers that are still out when the night is stopped or has failed.
        pool.shutdown(wait=False, cancel_futures=True)


def _is_kept(path: UPath) -> bool:
    """Return whether the edition holds the outlet's pages; a damaged file is not overwritten."""
    try:
        return path.exists() and not _is_unreachable(next(read_pages(path), None))
    except DataError:
        return True


def _is_unreachable(item: Page | Gap | None) -> bool:
    return isinstance(item, Gap) and item.reason is GapReason.OUTLET_UNREACHABLE


def read_pages(path: UPath) -> Iterator[Page | Gap]:
    """Yield what is kept of one outlet.

    Raises:
        DataError: the file is damaged.
        StorageError: it cannot be opened, or read any further.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        message = f"cannot read {path}: {error.strerror or error}"
        raise StorageError(message) from error
    with stream:
        yield from read_snapshot(stream, str(path))
