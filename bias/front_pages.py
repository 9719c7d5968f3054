"""What stands above single events: the tables and front page of a night, the list of nights."""

from collections.abc import Sequence

from bias.archive import Archive
from bias.errors import DataError, UsageError
from bias.events.gaps import gap_of
from bias.failures import told
from bias.records import Comparison, Event, Outlet
from bias.report.render import render_edition, render_index
from bias.report.tables import table_rows
from bias.report.tables.parquet import write_table
from bias.report.views.edition import EditionSummary, summarise_edition
from bias.storage import articles_and_gaps, read_json, write_bytes, write_json


def write_front_page(
    archive: Archive,
    edition: str,
    comparisons: Sequence[Comparison],
    outlets: Sequence[Outlet],
    missing: Sequence[Event] = (),
) -> None:
    """Write the tables and the front page of an edition; ``missing`` events have no report."""
    articles, gaps = articles_and_gaps(archive.read_night(edition))
    gaps += [gap_of(article) for article in articles if not article.quality.trusted]
    matched = {article.id for comparison in comparisons for article in comparison.articles}
    matched |= {article for event in missing for article in event.articles}
    unmatched = [a for a in articles if a.quality.trusted and a.id not in matched]
    page = render_edition(
        edition, comparisons, outlets, gaps=gaps, unmatched=unmatched, missing=missing
    )
    for name, table in table_rows(edition, comparisons, gaps, unmatched).items():
        write_bytes(archive.table_path(name, edition), write_table(table))
    write_bytes(archive.edition_index_path(edition), page)


def write_list_of_editions(archive: Archive) -> None:
    """Write the page that lists every edition with a front page."""
    editions = archive.editions_with_reports()
    lines = [_line(archive, each) for each in editions]
    write_bytes(archive.index_path(), render_index(lines))


def write_summary(archive: Archive, edition: str, events: Sequence[Event]) -> None:
    """Keep the line of an edition in the list of editions, so that its events need not be read."""
    write_json(archive.summary_path(edition), summarise_edition(edition, events))


def _line(archive: Archive, edition: str) -> EditionSummary:
    """Return the line of one edition; what is damaged in one does not stop the others."""
    try:
        kept = archive.summary_path(edition)
        if kept.exists():
            return read_json(kept, EditionSummary, archive.no_edition(edition))
        return summarise_edition(edition, archive.edition_events(edition))
    except (DataError, UsageError) as error:
        told(f"the edition {edition}", error)
        return EditionSummary(edition=edition, events=None, outlets=0, articles=0)
