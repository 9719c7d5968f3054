"""The stages that read a whole edition: pages into articles, articles into events."""

from upath import UPath

from bias.archive import open_archive
from bias.articles.extract import extract_item
from bias.batches import Tick, silent
from bias.config import Settings
from bias.coverage.outlets import read_outlets
from bias.errors import DataError, UsageError
from bias.events.gaps import with_gaps
from bias.events.group import match_events
from bias.pipeline.fetching import read_pages
from bias.records import Gap, GapReason
from bias.storage import ArticleOrGap, articles_and_gaps, write_lines


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
        raise UsageError(archive.no_edition(edition))
    outlets = sorted({*declared, *fetched})
    for done, outlet in enumerate(outlets, start=1):
        rows = _extract_outlet(settings, archive.pages_path(edition, outlet), outlet)
        write_lines(archive.articles_path(edition, outlet), rows)
        tick(done, len(outlets), outlet)
    return outlets


def _extract_outlet(settings: Settings, path: UPath, outlet: str) -> list[ArticleOrGap]:
    if not path.exists():
        return [_no_pages(outlet, GapReason.NOT_ASKED, "It was not asked for this edition.")]
    try:
        return [extract_item(item, settings) for item in read_pages(path)]
    except DataError as error:
        return [_no_pages(outlet, GapReason.NOT_READ, str(error))]


def _no_pages(outlet: str, reason: GapReason, detail: str) -> Gap:
    return Gap(outlet=outlet, reason=reason, detail=detail)


def match(settings: Settings, edition: str) -> list[str]:
    """Group the articles of an edition by happening; returns the ids of the events."""
    archive = open_archive(settings)
    articles, gaps = articles_and_gaps(archive.read_night(edition))
    read = set(archive.outlets_with_articles(edition))
    outlets = [outlet for outlet in read_outlets(settings.outlets) if outlet.id in read]
    events = with_gaps(match_events(articles, edition), articles, gaps, outlets)
    archive.write_events(edition, events)
    return [event.id for event in events]
