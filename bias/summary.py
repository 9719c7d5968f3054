"""What a run made, in a few numbers for the command line."""

from bias.archive import Archive, open_archive
from bias.config import Settings
from bias.errors import BiasError
from bias.records import Article, GapReason, Record
from bias.storage import ArticleOrGap

NO_SHORTFALL = frozenset({GapReason.NOT_PUBLISHED, GapReason.NOT_ASKED, GapReason.OUTSIDE_WINDOW})
"""Gaps that leave nothing to be desired: no article was there, or none of it was wanted."""


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
    """Expected articles that are missing or untrusted, and feeds and outlets not read whole."""
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
    missing = [row for row in rows if is_shortfall(row)]
    return Summary(
        edition=edition,
        event=event,
        events=1 if event else _count_events(archive, edition),
        outlets=len({article.outlet for article in trusted}),
        articles=len(trusted),
        gaps=len(missing),
        report=str(report),
    )


def is_shortfall(row: ArticleOrGap) -> bool:
    """Return whether something is missing or cannot be trusted that was expected."""
    if isinstance(row, Article):
        return not row.quality.trusted
    return row.reason not in NO_SHORTFALL


def numbers(summary: Summary) -> dict[str, int | str]:
    """Return the counts under the names by which they are shown, and where the report is."""
    return {
        "articles": summary.articles,
        "outlets": summary.outlets,
        "events": summary.events,
        "gaps": summary.gaps,
        "report": summary.report,
    }


def require_articles(summary: Summary) -> None:
    """Pass where there is something to compare.

    Raises:
        BiasError: there is not one trusted article in the edition.
    """
    if not summary.articles:
        message = (
            f"edition {summary.edition}: no outlet had an article in the window that can be "
            f"trusted; {summary.report} says what each answered"
        )
        raise BiasError(message)


def _count_events(archive: Archive, edition: str) -> int:
    """Return how many events the night has; of those put together by hand without one."""
    night = archive.outlets_with_articles(edition)
    return len((archive.nightly_events if night else archive.edition_events)(edition))


def _all_rows(archive: Archive, edition: str) -> list[ArticleOrGap]:
    """Return the articles and gaps of the night; of what was put together by hand without one."""
    if night := archive.read_night(edition):
        return night
    by_hand = archive.events_by_hand(edition)
    return [row for event in by_hand for row in archive.read_articles_by_hand(edition, event)]
