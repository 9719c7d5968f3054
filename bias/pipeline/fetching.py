"""What the outlets published: pages into WARCs, outlet by outlet."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from typing import TypeGuard

from upath import UPath

from bias.archive import open_archive
from bias.batches import Tick, silent
from bias.config import Settings
from bias.coverage.addresses import origin
from bias.coverage.client import Client
from bias.coverage.fetch import edition_window, fetch_outlet
from bias.coverage.hosts import Hosts
from bias.coverage.journals import Journal
from bias.coverage.keeping import Outcome
from bias.coverage.memory import KeptBefore
from bias.coverage.outlets import read_outlets, select_outlets
from bias.coverage.snapshots import read_snapshot
from bias.errors import BiasError, RetryError, StorageError, UsageError
from bias.failures import told
from bias.journaling import (
    drop_leftover,
    earlier_pages,
    finish,
    is_settled,
    open_journal,
    shared_hosts,
)
from bias.log_fields import about
from bias.records import Gap, GapReason, Outlet, Page
from bias.storage import storage_error, storage_failures

OUTLETS_AT_ONCE = 32
"""Most outlets fetched at the same time; mostly they wait for the pauses of their hosts."""


def outlets_to_fetch(settings: Settings, ids: Sequence[str] = ()) -> list[str]:
    """Return the ids of the declared outlets, or of those asked for.

    Raises:
        UsageError: an id is not declared.
    """
    outlets = read_outlets(settings.outlets)
    return [outlet.id for outlet in (select_outlets(outlets, ids) if ids else outlets)]


def hosts_apart(settings: Settings, ids: Sequence[str]) -> list[list[str]]:
    """Return outlets in groups of which no two ask the same host.

    So groups may be fetched on different machines, and each host is asked one thing at a time all
    the same. Where no pause is set, every outlet is a group.
    """
    if not settings.delay_seconds:
        return [[outlet] for outlet in ids]
    groups: list[list[str]] = []
    hosts: list[set[str]] = []
    for outlet in select_outlets(read_outlets(settings.outlets), ids):
        own = {origin(url) for url in (outlet.homepage, *(feed.url for feed in outlet.feeds))}
        shared = [place for place, known in enumerate(hosts) if own & known]
        groups.append([each for place in shared for each in groups[place]] + [outlet.id])
        hosts.append(own.union(*(hosts[place] for place in shared)))
        for place in reversed(shared):
            del groups[place], hosts[place]
    return groups


def fetch(
    settings: Settings,
    edition: str,
    outlet_id: str,
    *,
    last_try: bool = True,
    hosts: Hosts | None = None,
) -> str:
    """Fetch one outlet's new pages into a WARC and return its path.

    What an edition holds of an outlet is kept, so a second run asks only for what is missing: what
    did not answer then, and what had not been reached when a run was stopped. An outlet that fails
    in a way nobody foresaw is held to be unreachable on the last try, so that it never stops a
    night. ``hosts`` is the queue that outlets fetched at the same time share.

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
    if is_settled(path):
        drop_leftover(path)
        return str(path)
    (outlet,) = select_outlets(read_outlets(settings.outlets), [outlet_id])
    with (
        about(edition=edition, stage="fetch", outlet=outlet_id),
        open_journal(path) as journal,
        shared_hosts(settings, hosts) as queue,
    ):
        memory = KeptBefore(journal, earlier_pages(settings, edition, outlet_id))
        with Client(settings, hosts=queue, memory=memory) as client:
            try:
                _fetch_into(journal, outlet, edition, client, settings, last_try=last_try)
            except BiasError:
                raise
            except Exception as error:
                if not last_try:
                    raise
                detail = f"Fetching it failed ({told(f'the outlet {outlet_id}', error)})."
                gap = Gap(outlet=outlet_id, reason=GapReason.OUTLET_UNREACHABLE, detail=detail)
                journal.outcome(Outcome(item=gap, ask_again=True))
        finish(journal, path)
    return str(path)


def _fetch_into(
    journal: Journal,
    outlet: Outlet,
    edition: str,
    client: Client,
    settings: Settings,
    *,
    last_try: bool,
) -> None:
    window = edition_window(edition, settings)
    for item in fetch_outlet(outlet, window, client, settings, silent, journal):
        if not last_try and _is_unreachable(item):
            message = f"{outlet.id}: {item.detail}"
            raise RetryError(message)


def _is_unreachable(item: Page | Gap) -> TypeGuard[Gap]:
    return isinstance(item, Gap) and item.reason is GapReason.OUTLET_UNREACHABLE


def fetch_all(
    settings: Settings,
    edition: str,
    ids: Sequence[str],
    tick: Tick = silent,
    *,
    last_try: bool = True,
) -> list[str]:
    """Fetch several outlets at once; returns the paths of their WARCs, in the order of the outlets.

    A host that they share is asked one thing at a time.

    Raises:
        StorageError: the pages of outlets cannot be kept; the others are fetched.
        RetryError: outlets do not answer, and this is not the last try; the others are fetched.
        BiasError: settings or outlets are at fault, so going on would be in vain.
    """
    paths: dict[str, str] = {}
    silent_ones: dict[str, str] = {}
    unkept: dict[str, StorageError] = {}
    with shared_hosts(settings) as hosts:
        one = partial(fetch, settings, edition, last_try=last_try, hosts=hosts)
        pool = ThreadPoolExecutor(max_workers=OUTLETS_AT_ONCE)
        try:
            jobs = {pool.submit(one, outlet): outlet for outlet in ids}
            for done, job in enumerate(as_completed(jobs), start=1):
                try:
                    paths[jobs[job]] = job.result()
                except RetryError as error:
                    silent_ones[jobs[job]] = str(error)
                except StorageError as error:
                    unkept[jobs[job]] = error
                tick(done, len(jobs), jobs[job])
        finally:
            # Nobody waits for answers that are still out when the night is stopped or has failed.
            pool.shutdown(wait=False, cancel_futures=True)
    if unkept:
        raise next(unkept[outlet] for outlet in ids if outlet in unkept)
    if silent_ones:
        raise RetryError("; ".join(silent_ones[outlet] for outlet in ids if outlet in silent_ones))
    return [paths[outlet] for outlet in ids]


def read_pages(path: UPath) -> Iterator[Page | Gap]:
    """Yield what is kept of one outlet.

    Raises:
        DataError: the file is damaged.
        StorageError: it cannot be opened, or read any further.
    """
    try:
        stream = path.open("rb")
    except storage_failures() as error:
        raise storage_error("read", path, error) from error
    with stream:
        yield from read_snapshot(stream, str(path))
