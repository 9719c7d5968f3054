"""What a run made, in a few numbers for the command line."""

from bias.archive import Archive, open_archive
from bias.config import Settings
from bias.records import Article, Gap, GapReason, Record
from bias.storage import ArticleOrGap

NO_SHORTFALL = frozenset({GapReason.NOT_PUBLISHED, GapReason.NOT_ASKED})
"""Gaps that leave nothing to be desired: no article was there, or none was wanted."""


class Summary(Record, frozen=True, kw_only=True):
    """Counts of one edition, or of one event of it."""

    edition: str
    event: str
    """Empty for the whole edition."""
    events: int
    outlets: int
    """Outlets with a trusted article."""
    articles: int
    """Trusted articles."""
    gaps: int
    """Expected articles that are missing or untrusted, and outlets that did not answer."""
    report: str
    """Path or address of the page to open."""


def summarise(settings: Settings, edition: str, event: str = "") -> Summary:
    """Count what an edition holds, or one event that was put together by hand.

    Raises:
        UsageError: there is no such edition or event.
    """
    archive = open_archive(settings)
    if event:
        rows = archive.read_articles_by_hand(edition, event)
        report = archive.report_path(edition, event, "html")
    else:
        rows = _all_rows(archive, edition)
        report = archive.edition_index_path(edition)
    trusted = [row for row in rows if isinstance(row, Article) and row.quality.trusted]
    missing = [
        row
        for row in rows
        if not (isinstance(row, Gap) and row.reason in NO_SHORTFALL)
        and not (isinstance(row, Article) and row.quality.trusted)
    ]
    return Summary(
        edition=edition,
        event=event,
        events=1 if event else len(archive.edition_events(edition)),
        outlets=len({article.outlet for article in trusted}),
        articles=len(trusted),
        gaps=len(missing),
        report=str(report),
    )


def _all_rows(archive: Archive, edition: str) -> list[ArticleOrGap]:
    """Return the articles and gaps of the night; of what was put together by hand without one."""
    if night := archive.read_night(edition):
        return night
    by_hand = archive.events_by_hand(edition)
    return [row for event in by_hand for row in archive.read_articles_by_hand(edition, event)]
