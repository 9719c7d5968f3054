"""Whether a page is of the night at all, by the date it states itself."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bias.articles.published import to_utc
from bias.coverage.times import Window
from bias.coverage.zones import read_moment

MOST_EAST = timedelta(hours=14)
"""A time without a zone may lie this much earlier or later than it reads in UTC."""
_DAY = timedelta(days=1)


def outside_window(stated: Sequence[str], window: Window) -> str:
    """Return a sentence where all dates that a page states lie outside a window, else nothing.

    A date that may lie inside, be it by an unknown zone or hour, is not outside; and of a page that
    states several dates, one of them of the window, nothing is known.

    Args:
        stated: the times that the page declares, the likeliest first, as written.
        window: the time that is compared.

    >>> from datetime import UTC
    >>> days = [datetime(2026, 3, day, tzinfo=UTC) for day in (13, 15)]
    >>> night = Window(start=days[0], end=days[1])
    >>> outside_window(["2026-03-01"], night)
    'The page itself bears the date 2026-03-01, which lies outside the time that is compared.'
    >>> outside_window(["2026-03-14T10:00:00Z"], night)
    ''
    """
    moments = {text: moment for text in stated if (moment := to_utc(text))}
    if not moments or any(_may_lie_in(window, *each) for each in moments.items()):
        return ""
    day = next(iter(moments.values())).partition("T")[0]
    return f"The page itself bears the date {day}, which lies outside the time that is compared."


def _may_lie_in(window: Window, written: str, moment: str) -> bool:
    first = last = datetime.fromisoformat(moment)
    exact = read_moment(written)
    if exact is None:
        last += _DAY
    if exact is None or exact.tzinfo is None:
        first, last = first - MOST_EAST, last + MOST_EAST
    return first < window.end and last >= window.start
