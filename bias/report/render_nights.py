"""The pages above single nights: the front page, the list of a month, the search."""

from collections.abc import Sequence

from bias.records import NightTable
from bias.report.pages import page
from bias.report.plain import month
from bias.report.views.nights import FrontView, MonthView
from bias.report.views.trends import TrendsView


def render_front(front: FrontView) -> bytes:
    """Return the front page of all nights."""
    return page("index.html", front=front)


def render_month(view: MonthView) -> bytes:
    """Return the complete list of one month."""
    return page("month.html", month=view)


def render_search(months: Sequence[str]) -> bytes:
    """Return the page of the search; without script it leads to the lists of all months.

    Args:
        months: keys of those that have an index, in any order.
    """
    newest = sorted(months, reverse=True)
    return page("search.html", months=[(key, month(key)) for key in newest])


def render_measured(table: NightTable) -> bytes:
    """Return the page of what each stage of a night took."""
    return page("measured.html", table=table)


def render_trends(view: TrendsView) -> bytes:
    """Return the page of outlets over weeks."""
    return page("trends.html", view=view)
