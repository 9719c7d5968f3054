"""The stages that read a whole edition: pages into articles, articles into events."""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from upath import UPath

from bias.archive import Archive, open_archive
from bias.articles.guarded import extract_safely
from bias.articles.repeats import distrust_repeats
from bias.batches import Tick, silent
from bias.config import Settings
from bias.coverage.outlets import read_outlets
from bias.coverage.times import edition_window
from bias.errors import DataError, StorageError, UsageError
from bias.events.continuing import NIGHTS_BACK, EarlierNight, keep_ids
from bias.events.gaps import night_events
from bias.events.group import match_events
from bias.failures import told
from bias.log_fields import about, fields
from bias.pipeline.fetching import read_pages
from bias.records import Article, Gap, GapReason, Page
from bias.storage import ArticleOrGap, articles_and_gaps, write_lines

_log = logging.getLogger(__name__)


def outlets_to_read(settings: Settings, edition: str) -> list[str]:
    """Return the ids of the outlets that are declared, or of which pages are kept; sorted.

    Raises:
        UsageError: no outlet was fetched for the edition, or all its pages are gone.
    """
    archive = open_archive(settings)
    fetched = archive.outlets_with_pages(edition)
    if not fetched:
        lost = archive.lost_its_pages(edition)
        raise UsageError(archive.pages_removed(edition) if lost else archive.no_edition(edition))
    return sorted({*(outlet.id for outlet in read_outlets(settings.outlets)), *fetched})


def extract(
    settings: Settings,
    edition: str,
    tick: Tick = silent,
    *,
    asked: Sequence[str] = (),
    outlets: Sequence[str] | None = None,
) -> list[str]:
    """Turn the pages of outlets into articles and gaps; returns the outlets' ids.

    A declared outlet without a snapshot, or with a damaged one, becomes a coverage gap. An article
    of an earlier run whose page is no longer kept stays as it was.

    Args:
        settings: where everything is.
        edition: ISO date.
        tick: told after each outlet.
        asked: outlets that were asked in this run, of which perhaps nothing could be kept.
        outlets: those to read; all of :func:`outlets_to_read` if ``None``.

    Raises:
        UsageError: no outlet was fetched for the edition, or all its pages are gone.
    """
    archive = open_archive(settings)
    declared = {outlet.id: outlet for outlet in read_outlets(settings.outlets)}
    window = edition_window(edition, settings)
    outlets = outlets_to_read(settings, edition) if outlets is None else list(outlets)
    for done, outlet in enumerate(outlets, start=1):
        kept = _kept(archive, edition, outlet)
        replayed = outlet in declared and declared[outlet].replayed
        work = partial(extract_safely, settings=settings, window=None if replayed else window)
        path, rows = archive.pages_path(edition, outlet), [_nothing_kept(outlet, outlet in asked)]
        if path.exists():
            with about(outlet=outlet):
                rows = _extract_outlet(path, outlet, work)
        rows = distrust_repeats(_with_kept(rows, kept))
        write_lines(archive.articles_path(edition, outlet), rows)
        tick(done, len(outlets), outlet)
    return outlets


def _kept(archive: Archive, edition: str, outlet: str) -> list[ArticleOrGap]:
    """Return what an earlier run made of an outlet, if there is an article among it."""
    try:
        rows = archive.read_articles(edition, outlet)
    except (UsageError, DataError):
        return []
    return rows if any(isinstance(row, Article) for row in rows) else []


def _extract_outlet(
    path: UPath, outlet: str, work: Callable[[Page | Gap], ArticleOrGap]
) -> list[ArticleOrGap]:
    try:
        return [work(item) for item in read_pages(path)]
    except (DataError, StorageError) as error:
        _log.error("%s", error, extra=fields())
        return [_no_pages(outlet, GapReason.NOT_READ, str(error))]


def _nothing_kept(outlet: str, asked: bool) -> ArticleOrGap:
    if asked:
        detail = "It was asked, but what it answered could not be kept."
        return _no_pages(outlet, GapReason.NOT_READ, detail)
    return _no_pages(outlet, GapReason.NOT_ASKED, "It was not asked for this edition.")


def _with_kept(rows: list[ArticleOrGap], kept: list[ArticleOrGap]) -> list[ArticleOrGap]:
    """Return what was made now, and the articles of an earlier run whose pages are gone."""
    there = {row.url for row in rows if row.url}
    if kept and not there:
        return kept
    return rows + [row for row in kept if isinstance(row, Article) and row.url not in there]


def _no_pages(outlet: str, reason: GapReason, detail: str) -> Gap:
    return Gap(outlet=outlet, reason=reason, detail=detail)


def match(settings: Settings, edition: str) -> list[str]:
    """Group the articles of an edition by happening; returns the ids of the events.

    An event that one of the nights before told keeps its id; later nights are not looked at.
    """
    archive = open_archive(settings)
    articles, gaps = articles_and_gaps(archive.read_night(edition))
    read = set(archive.outlets_with_articles(edition))
    outlets = [outlet for outlet in read_outlets(settings.outlets) if outlet.id in read]
    found = match_events(articles, edition)
    events = keep_ids(found, articles, list(_nights_before(archive, edition)))
    night = night_events(events, articles, gaps, outlets)
    archive.write_night_events(edition, night)
    known = {article.id: article for article in articles}
    for event in night.events:
        archive.write_event_articles(event, [known[article] for article in event.articles])
    return [event.id for event in night.events]


def _nights_before(archive: Archive, edition: str) -> Iterator[EarlierNight]:
    """Yield the nights before one; of a night that cannot be read nothing goes on."""
    for back in range(1, NIGHTS_BACK + 1):
        before = (date.fromisoformat(edition) - timedelta(days=back)).isoformat()
        try:
            events = archive.nightly_events(before)
            articles, _ = articles_and_gaps(archive.read_night(before)) if events else ([], [])
        except (DataError, UsageError) as error:
            told(f"the edition {before}", error)
            continue
        yield EarlierNight(before, events, {article.id: article for article in articles})
