"""What is known of one feed once it was read: whether it was whole, and how far it reaches back."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bias.coverage.times import Window, utc_text
from bias.records import Record

SORTED_SHARE = 2 / 3
"""Share of neighbours in falling order from which a feed counts as sorted by time.

A feed that is sorted by importance often holds something old beside gaps in what is new.
"""


class FeedReading(Record, frozen=True, kw_only=True):
    """One declared feed as it was read, a sitemap index with its children as one."""

    url: str
    """The address as declared."""
    problems: tuple[str, ...] = ()
    """Why more may have been announced than was read, a sentence each; empty when read whole."""
    oldest: str | None = None
    """How far it was seen to reach back, ISO 8601 in UTC; ``None`` when that cannot be seen."""
    newest: str | None = None
    """Newest time of an item, ISO 8601 in UTC; ``None`` when none has a time."""
    items: int = 0
    """How many it announces, those without an address left out."""

    def reaches(self, window: Window) -> bool:
        """Return whether it was seen to hold something from before the window's start."""
        return self.oldest is not None and self.oldest < utc_text(window.start)

    def shortness(self, window: Window) -> str:
        """Return a sentence on how far it falls short of the window's start, else nothing."""
        if self.reaches(window):
            return ""
        start = utc_text(window.start)
        if self.oldest is None:
            return f"{self.url}: How far back it reaches cannot be seen from its times."
        return f"{self.url}: It reaches back to {self.oldest}, and not to {start}."


def reach(published: Sequence[str | None], *, by_time: bool) -> str | None:
    """Return the time back to which a feed holds everything, as far as its items' times tell.

    Args:
        published: ISO 8601 in UTC, in the order of the feed.
        by_time: whether the feed drops its oldest items and is to be in the order of time, as RSS
            is. Then an old item that is kept on top does not count.

    >>> reach(["2026-03-01", "2026-03-14", "2026-03-13"], by_time=True)
    >>> reach(["2026-03-14", "2026-03-13", None], by_time=True)
    '2026-03-13'
    """
    times = [each for each in published if each]
    if not times or not by_time:
        return min(times, default=None)
    if _falls(times):
        return times[-1]
    return times[0] if _falls(times[::-1]) else None


def _falls(times: Sequence[str]) -> bool:
    steps = list(_steps(times))
    return sum(steps) >= SORTED_SHARE * len(steps)


def _steps(times: Sequence[str]) -> Iterator[bool]:
    return (first >= second for first, second in pairwise(times))
