"""What stands above single events: the tables and front page of a night, and all nights together.

Whatever is written here is made from the night itself, the summaries of the weeks around it and
those of its month: the cost does not grow with the years that are kept.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from upath import UPath

from bias.archive import Archive
from bias.errors import DataError, UsageError
from bias.events.gaps import gap_of
from bias.failures import told
from bias.records import Comparison, Event, Outlet
from bias.report import around
from bias.report.render import render_edition, render_lists
from bias.report.render_nights import render_front, render_month, render_search, render_trends
from bias.report.search import entries, shard
from bias.report.summaries import EditionSummary, summarise_edition
from bias.report.tables import table_rows
from bias.report.tables.parquet import write_table
from bias.report.trends.figures import NightFigures, night_figures
from bias.report.trends.tables import first_week, trends
from bias.report.views.edition import EditionView, edition_view
from bias.report.views.nights import first_recent_day, front_view, month_view
from bias.report.views.trends import trends_view
from bias.storage import articles_and_gaps, read_bytes, read_json, write_bytes, write_json

T = TypeVar("T")


def write_front_page(
    archive: Archive,
    edition: str,
    comparisons: Sequence[Comparison],
    outlets: Sequence[Outlet],
    missing: Sequence[Event] = (),
) -> EditionView:
    """Write the tables and the front page of an edition; ``missing`` events have no report."""
    articles, gaps = articles_and_gaps(archive.read_night(edition))
    gaps += [gap_of(article) for article in articles if not article.quality.trusted]
    matched = {article.id for comparison in comparisons for article in comparison.articles}
    matched |= {article for event in missing for article in event.articles}
    unmatched = [a for a in articles if a.quality.trusted and a.id not in matched]
    night = edition_view(edition, comparisons, outlets, gaps, unmatched, missing)
    page = render_edition(night)
    write_json(archive.figures_path(edition), night_figures(edition, comparisons, unmatched))
    for name, table in table_rows(edition, comparisons, gaps, unmatched).items():
        write_bytes(archive.table_path(name, edition), write_table(table))
    write_linked(archive.edition_index_path(edition), page)
    number = 1
    for number, more in enumerate(render_lists(night), start=2):
        write_bytes(archive.list_path(edition, number), more)
    archive.forget_lists(edition, number)
    return night


def write_linked(path: UPath, page: bytes) -> None:
    """Write a page of an event or a night with the links that it had, until they are made anew."""
    old = path.read_bytes() if path.exists() else b""
    for place in (around.NIGHTS, around.AROUND):
        page = around.put(page, place, around.part(old, place) or b"")
    write_bytes(path, page)


def write_nights(archive: Archive, night: EditionView, outlets: Sequence[Outlet]) -> None:
    """Write what shows a night among others: links, list of the month, search, front page."""
    nights = _Nights(archive)
    old = nights.kept(night.edition)
    new = summarise_edition(night)
    write_json(archive.summary_path(night.edition), new)
    nights.kept_by_edition[night.edition] = new
    _link_events(nights, new, {line.id for kept in (old, new) for line in kept.lines})
    _link_nights(nights, night.edition)
    for key in nights.months_to_write(night.edition[:7]):
        _write_month(nights, key, outlets)
    write_bytes(archive.search_page_path(), render_search(nights.months))
    write_trends(archive, nights.editions, outlets)
    write_list_of_editions(archive, outlets, nights)


def write_trends(archive: Archive, editions: Sequence[str], outlets: Sequence[Outlet]) -> None:
    """Write the page of outlets over the last weeks."""
    newest = max(editions, default="")
    if newest:
        kept = read_figures(archive, first_week(newest), newest)
        write_bytes(archive.trends_path(), render_trends(trends_view(trends(kept), outlets)))


def read_figures(archive: Archive, first: str, last: str) -> list[NightFigures]:
    """Return the counts of the nights from one date to another; of others nothing is read."""
    editions = [each for each in archive.editions_with_reports() if first <= each <= last]
    found = (_kept(archive.figures_path(each), NightFigures, each) for each in sorted(editions))
    return [figures for figures in found if figures is not None]


def write_list_of_editions(
    archive: Archive, outlets: Sequence[Outlet] = (), nights: "_Nights | None" = None
) -> None:
    """Write the page of all nights."""
    nights = nights or _Nights(archive)
    newest = max(nights.editions, default="")
    first = first_recent_day(newest) if newest else ""
    recent = [nights.kept(edition) for edition in nights.editions if edition >= first]
    write_bytes(archive.index_path(), render_front(front_view(nights.editions, recent, outlets)))


class _Nights:
    """The summaries that are kept, each read once."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.kept_by_edition: dict[str, EditionSummary] = {}

    @cached_property
    def editions(self) -> list[str]:
        return self.archive.editions_with_reports()

    @cached_property
    def months(self) -> list[str]:
        return sorted({edition[:7] for edition in self.editions}, reverse=True)

    def months_to_write(self, month: str) -> list[str]:
        """Return the month of a night, those beside it, and those whose list is not there yet."""
        place = self.months.index(month)
        beside = self.months[max(0, place - 1) : place + 2]
        there = set(self.archive.months_with_lists())
        return [key for key in self.months if key in beside or key not in there]

    def kept(self, edition: str) -> EditionSummary:
        """Return what is kept of a night."""
        if edition not in self.kept_by_edition:
            self.kept_by_edition[edition] = read_summary(self.archive, edition)
        return self.kept_by_edition[edition]

    def around(self, edition: str) -> list[str]:
        """Return the nights so near that an event may be linked from one to the other."""
        day, far = date.fromisoformat(edition), timedelta(days=around.MOST_NIGHTS)
        first, last = (day - far).isoformat(), (day + far).isoformat()
        return [each for each in self.editions if first <= each <= last]


def read_summary(archive: Archive, edition: str) -> EditionSummary:
    """Return what is kept of a night; what is damaged in one does not stop the others."""
    unread = EditionSummary(edition=edition, events=None, outlets=0, articles=0)
    return _kept(archive.summary_path(edition), EditionSummary, edition) or unread


def _kept(path: UPath, kind: type[T], edition: str) -> T | None:
    """Return what is kept of a night, ``None`` where it is not there, or damaged and logged."""
    try:
        return read_json(path, kind, f"{path} is not kept")
    except UsageError:
        return None
    except DataError as error:
        told(f"the edition {edition}", error)
        return None


# ---------------------------------------------------------------- links


def _link_events(nights: _Nights, night: EditionSummary, ids: Iterable[str]) -> None:
    """Write the links of all events of a night, and of those of other nights that go on in it."""
    for line in night.lines:
        _put(nights, night.edition, line.id, around.AROUND, around.beside_event(night, line.id))
    wanted = set(ids)
    for edition in nights.around(night.edition):
        for line in nights.kept(edition).lines:
            if line.id in wanted:
                _put_nights(nights, edition, line.id)


def _put_nights(nights: _Nights, edition: str, event: str) -> None:
    beside = {each: nights.kept(each) for each in nights.around(edition)}
    fragment = around.nights_of_event(event, edition, beside)
    _put(nights, edition, event, around.NIGHTS, fragment)


def _put(nights: _Nights, edition: str, event: str, place: str, fragment: bytes) -> None:
    _change(nights.archive.report_path(edition, event, "html"), place, fragment)


def _link_nights(nights: _Nights, edition: str) -> None:
    """Write the links of a night to the nights beside it, and theirs to it."""
    known = sorted(nights.editions)
    place = known.index(edition)
    for each in known[max(0, place - 1) : place + 2]:
        fragment = around.beside_night(each, known)
        _change(nights.archive.edition_index_path(each), around.AROUND, fragment)


def _change(path: UPath, place: str, fragment: bytes) -> None:
    """Put links into a page; one that is gone or of an earlier version is left as it is."""
    try:
        write_bytes(path, around.put(read_bytes(path, f"{path} is gone"), place, fragment))
    except UsageError:
        return
    except DataError as error:
        told(f"the page {path}", error)


# ---------------------------------------------------------------- months


def _write_month(nights: _Nights, key: str, outlets: Sequence[Outlet]) -> None:
    """Write the list of a month, and its shard of the search."""
    kept = [nights.kept(edition) for edition in nights.editions if edition.startswith(key)]
    view = month_view(key, kept, nights.months, outlets)
    write_bytes(nights.archive.month_path(key), render_month(view))
    write_bytes(nights.archive.shard_path(key), shard(key, entries(kept)))
