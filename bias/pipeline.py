"""The stages in order, one function each: settings, an edition and ids in, ids or a path out.

The command line and the DAGs both call these. Each function reads what the stage before wrote and
writes its own, so that any of them can be run again and leaves the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import date, timedelta
from functools import partial
from itertools import chain

from upath import UPath

from bias.alignment.align import align_event
from bias.archive import Archive
from bias.articles.extract import extract_article
from bias.articles.wire import find_copies
from bias.batches import Tick, each_event, silent
from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.fetch import edition_window, fetch_outlet
from bias.coverage.outlets import read_outlets, select_outlets
from bias.coverage.snapshots import read_snapshot, write_snapshot
from bias.errors import BiasError, DataError, PartlyError, RetryError, StorageError, UsageError
from bias.events.gaps import with_gaps
from bias.events.group import match_events
from bias.front_pages import write_front_page, write_list_of_editions
from bias.passages.voice import read_article
from bias.records import AlignedEvent, Article, Event, Gap, GapReason, Page
from bias.report.render import render_event
from bias.storage import ArticleOrGap, open_atomic, write_bytes, write_lines
from bias.wording.compare import compare_event
from bias.wording.lexicon import load_lexicon

OUTLETS_AT_ONCE = 8

RunStage = Callable[[str, Callable[[Tick], list[str]]], list[str]]
"""Runs a named stage, which it hands something to tell of its progress."""


def _plainly(_name: str, stage: Callable[[Tick], list[str]]) -> list[str]:
    """Run a stage and tell nobody."""
    return stage(silent)


def open_archive(settings: Settings) -> Archive:
    """Return the archive that the settings name."""
    return Archive(settings.archive, settings.reports)


# ---------------------------------------------------------------- coverage


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
    not answer then is asked again.

    Raises:
        RetryError: the outlet does not answer, and this is not the last try. On the last try the
            outlet becomes a coverage gap instead.
    """
    path = open_archive(settings).pages_path(edition, outlet_id)
    if _is_kept(path):
        return str(path)
    (outlet,) = select_outlets(read_outlets(settings.outlets), [outlet_id])
    with Client(settings) as client:
        items = fetch_outlet(outlet, edition_window(edition, settings), client, settings)
        first = next(items, None)
        if isinstance(first, Gap) and _is_unreachable(first) and not last_try:
            message = f"{outlet_id}: {first.detail}"
            raise RetryError(message)
        with open_atomic(path) as stream:
            write_snapshot(stream, chain([first] if first else [], items))
    return str(path)


def fetch_all(settings: Settings, edition: str, ids: Sequence[str], tick: Tick = silent) -> None:
    """Fetch several outlets at once; each is still asked one thing at a time.

    An outlet that fails in a way nobody foresaw leaves no snapshot, which extraction names.

    Raises:
        StorageError: nothing can be written, so going on would be in vain.
    """
    with ThreadPoolExecutor(max_workers=OUTLETS_AT_ONCE) as pool:
        jobs = {pool.submit(fetch, settings, edition, outlet): outlet for outlet in ids}
        for done, job in enumerate(as_completed(jobs), start=1):
            error = job.exception()
            if isinstance(error, StorageError):
                raise error
            tick(done, len(jobs), f"{jobs[job]}: {error}" if error else jobs[job])


def _is_kept(path: UPath) -> bool:
    """Return whether the edition holds the outlet's pages; a damaged file is not overwritten."""
    try:
        return path.exists() and not _is_unreachable(next(_read_pages(path), None))
    except DataError:
        return True


def _is_unreachable(item: Page | Gap | None) -> bool:
    return isinstance(item, Gap) and item.reason is GapReason.OUTLET_UNREACHABLE


def _read_pages(path: UPath) -> Iterator[Page | Gap]:
    with path.open("rb") as stream:
        yield from read_snapshot(stream, str(path))


# ---------------------------------------------------------------- articles


def extract(settings: Settings, edition: str, tick: Tick = silent) -> list[str]:
    """Turn the pages of every outlet into articles and gaps; returns the outlets' ids.

    A declared outlet without a snapshot, or with a damaged one, becomes a coverage gap.

    Raises:
        UsageError: no outlet was fetched for the edition.
    """
    archive = open_archive(settings)
    declared = [outlet.id for outlet in read_outlets(settings.outlets)]
    fetched = archive.outlets_with_pages(edition)
    if not fetched:
        known = ", ".join(archive.editions()[-5:]) or "none yet"
        message = f"no edition {edition} in {archive.root} (newest: {known})"
        raise UsageError(message)
    outlets = sorted({*declared, *fetched})
    for done, outlet in enumerate(outlets, start=1):
        rows = _extract_outlet(settings, archive.pages_path(edition, outlet), outlet)
        write_lines(archive.articles_path(edition, outlet), rows)
        tick(done, len(outlets), outlet)
    return outlets


def _extract_outlet(settings: Settings, path: UPath, outlet: str) -> list[ArticleOrGap]:
    if not path.exists():
        return [_no_pages(outlet, "its pages were not fetched in this edition")]
    try:
        return [extract_item(item, settings) for item in _read_pages(path)]
    except DataError as error:
        return [_no_pages(outlet, str(error))]


def _no_pages(outlet: str, detail: str) -> Gap:
    return Gap(outlet=outlet, reason=GapReason.OUTLET_UNREACHABLE, detail=detail)


def extract_item(item: Page | Gap, settings: Settings) -> ArticleOrGap:
    """Turn one page into an article or a gap; a gap stays what it is."""
    return item if isinstance(item, Gap) else extract_article(item, settings)


# ---------------------------------------------------------------- events


def match(settings: Settings, edition: str) -> list[str]:
    """Group the articles of an edition by happening; returns the ids of the events."""
    archive = open_archive(settings)
    rows = archive.read_night(edition)
    articles = [row for row in rows if isinstance(row, Article)]
    gaps = [row for row in rows if isinstance(row, Gap)]
    read = set(archive.outlets_with_articles(edition))
    outlets = [outlet for outlet in read_outlets(settings.outlets) if outlet.id in read]
    events = with_gaps(match_events(articles, edition), articles, gaps, outlets)
    archive.write_events(edition, events)
    return [event.id for event in events]


# ---------------------------------------------------------------- passages, alignment, wording


def align(settings: Settings, edition: str, ids: Sequence[str], tick: Tick = silent) -> list[str]:
    """Align the passages of each event; returns the ids that worked.

    Raises:
        PartlyError: some events failed; the message names them, the others are done.
    """
    archive = open_archive(settings)
    agencies = [outlet.id for outlet in read_outlets(settings.outlets) if outlet.agency]
    events = {event.id: event for event in archive.edition_events(edition)}
    by_hand = set(archive.events_by_hand(edition))
    night = {} if by_hand.issuperset(ids) else _by_id(archive.read_night(edition))

    def work(event_id: str) -> None:
        rows = archive.read_articles_by_hand(edition, event_id) if event_id in by_hand else []
        members = _by_id(rows) if rows else night
        archive.write_alignment(align_articles(events[event_id], members, agencies))

    return each_event([event_id for event_id in ids if event_id in events], work, tick)


def _by_id(rows: Iterable[ArticleOrGap]) -> dict[str, Article]:
    return {row.id: row for row in rows if isinstance(row, Article)}


def align_articles(
    event: Event, articles: Mapping[str, Article], agencies: Sequence[str]
) -> AlignedEvent:
    """Read the articles of one event sentence by sentence and align their passages."""
    members = tuple(articles[article] for article in event.articles)
    trusted = [article for article in members if article.quality.trusted]
    voiced = tuple(read_article(article) for article in trusted)
    copies = find_copies(trusted, agencies)
    alignment = align_event(event, trusted, voiced, copies)
    return AlignedEvent(
        event=event, articles=members, voiced=voiced, copies=copies, alignment=alignment
    )


def score(settings: Settings, edition: str, ids: Sequence[str], tick: Tick = silent) -> list[str]:
    """Find and count the loaded words of each aligned event; returns the ids that worked.

    Raises:
        PartlyError: some events failed; the message names them, the others are done.
    """
    archive = open_archive(settings)
    lexicon = load_lexicon("en", settings.lexicon)

    def work(event_id: str) -> None:
        aligned = archive.read_alignment(edition, event_id)
        archive.write_comparison(compare_event(aligned, lexicon, settings.seed))

    return each_event(ids, work, tick)


# ---------------------------------------------------------------- report


def report(settings: Settings, edition: str, ids: Sequence[str], tick: Tick = silent) -> list[str]:
    """Write the HTML, JSON and CSV report of each event; returns the ids that worked.

    Raises:
        PartlyError: some events failed; the message names them, the others are done.
    """
    archive = open_archive(settings)
    outlets = read_outlets(settings.outlets)

    def work(event_id: str) -> None:
        files = render_event(archive.read_comparison(edition, event_id), outlets)
        for suffix, content in (("html", files.html), ("json", files.json), ("csv", files.csv)):
            write_bytes(archive.report_path(edition, event_id, suffix), content)

    return each_event(ids, work, tick)


def index(settings: Settings, edition: str) -> str:
    """Write the tables, the front page of an edition and the list of editions; returns its path.

    Raises:
        PartlyError: events of the edition have no comparison; the message names them, and the
            front page shows the others.
    """
    archive = open_archive(settings)
    events = archive.edition_events(edition)
    archive.forget_events(edition, [event.id for event in events])
    comparisons, missing = [], []
    for event in events:
        try:
            comparisons.append(archive.read_comparison(edition, event.id))
        except BiasError:
            missing.append(event.id)
    write_front_page(archive, edition, comparisons, read_outlets(settings.outlets))
    write_list_of_editions(archive)
    if missing:
        message = f"{len(missing)} of {len(events)} events have no comparison: {', '.join(missing)}"
        raise PartlyError(message, [comparison.event.id for comparison in comparisons])
    return str(archive.edition_index_path(edition))


# ---------------------------------------------------------------- all of it


def compare(settings: Settings, edition: str, ids: Sequence[str], run: RunStage = _plainly) -> None:
    """Align, score and report the events, and write the front pages.

    An event that fails in one stage is left out of the next; the others get their report.

    Raises:
        BiasError: some events failed; the message names them and why.
    """
    failures: list[str] = []
    for stage in (align, score, report):
        try:
            ids = run(stage.__name__, partial(stage, settings, edition, ids))
        except PartlyError as error:
            failures.append(str(error))
            ids = error.done
    try:
        run("index", lambda _: [index(settings, edition)])
    except PartlyError as error:
        failures.append(str(error))
    if failures:
        raise BiasError("; ".join(failures))


def rebuild(settings: Settings, edition: str, run: RunStage = _plainly) -> str:
    """Make everything again from the kept pages of an edition; returns the path of its front page.

    Raises:
        UsageError: nothing is kept of the edition.
        BiasError: some events failed; the message names them and why.
    """
    archive = open_archive(settings)
    if archive.outlets_with_pages(edition) or not archive.events_by_hand(edition):
        run("extract", partial(extract, settings, edition))
        run("match events", lambda _: match(settings, edition))
    compare(settings, edition, [event.id for event in archive.edition_events(edition)], run)
    return str(archive.edition_index_path(edition))


def prune(settings: Settings, edition: str, keep_days: int) -> list[str]:
    """Remove kept pages older than ``keep_days`` before an edition; returns their editions.

    Articles, comparisons, tables and reports stay; only building them again from the pages is
    no longer possible.

    Raises:
        UsageError: fewer than one day is to be kept.
    """
    if keep_days < 1:
        message = f"keep at least one day of pages, not {keep_days}"
        raise UsageError(message)
    first_kept = date.fromisoformat(edition) - timedelta(days=keep_days)
    return open_archive(settings).forget_pages(first_kept.isoformat())
