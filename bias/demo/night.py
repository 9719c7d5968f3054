"""Brings articles of any age into one night: the evening before an edition to its early morning."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bias.demo.story import Story

OPENS = time(17, 0)
"""Local time of the evening before the edition, from which articles appear."""
CLOSES = time(2, 0)
"""Local time of the edition's morning by which all have appeared: before the run at 02:30."""
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


def publication_times(
    stories: Sequence[Story], edition: date, zone: ZoneInfo
) -> dict[int, datetime]:
    """Return, by line, when each story appears: evenly spread, in the order they once had.

    Stories whose own time is unknown come last, in the order of their lines. Times are in the
    zone given, in whole seconds, and lie strictly between opening and closing.
    """
    opens = datetime.combine(edition - timedelta(days=1), OPENS, zone).astimezone(UTC)
    closes = datetime.combine(edition, CLOSES, zone).astimezone(UTC)
    order = sorted(stories, key=lambda story: (story.original_time() or _END_OF_TIME, story.line))
    step = (closes - opens) / len(order) if order else timedelta()
    return {
        story.line: (opens + (place + 0.5) * step).replace(microsecond=0).astimezone(zone)
        for place, story in enumerate(order)
    }
