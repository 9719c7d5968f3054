"""Moments in the form that records hold (ISO 8601 in UTC), and the window of an edition."""

import calendar
import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bias.config import Settings
from bias.coverage.zones import read_moment
from bias.errors import UsageError
from bias.records import Record

NIGHT = time(2, 30)
"""When the nightly run starts, in the configured time zone."""

_DATE_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LAST_MONTH = "12"
_PERIOD = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?")


class Window(Record, frozen=True, kw_only=True):
    """The stretch of time whose articles belong to an edition: ``start <= moment < end``."""

    start: datetime
    """With its time zone."""
    end: datetime
    """With its time zone."""

    def holds(self, published: str | None) -> bool:
        """Return whether an announced moment lies inside; an unknown one counts as inside.

        A year or a month does when a part of it lies inside.
        """
        start, end = utc_text(self.start), utc_text(self.end)
        if published is not None and is_period(published):
            return start[: len(published)] <= published <= end[: len(published)]
        return published is None or start <= published < end


def edition_window(edition: str, settings: Settings) -> Window:
    """Return the window of an edition: from some hours before its night to the end of its day.

    It reaches back ``settings.window_hours`` from 02:30 of the edition's date in
    ``settings.timezone``. It ends with the day, not with the night, so that an old edition can be
    replayed and a run in the afternoon still sees the morning.

    Raises:
        UsageError: the edition is no date.
    """
    zone = ZoneInfo(settings.timezone)
    try:
        day = date.fromisoformat(edition if _DATE_ONLY.fullmatch(edition) else "")
        night = datetime.combine(day, NIGHT, zone).astimezone(UTC)
        start = night - timedelta(hours=settings.window_hours)
        end = datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        message = f"{edition!r} is no edition; write a date like 2026-03-14"
        raise UsageError(message) from error
    return Window(start=start, end=end)


def utc_text(moment: datetime) -> str:
    """Return a moment as records hold it.

    >>> utc_text(datetime.fromisoformat("2026-03-14T02:30:00.75+01:00"))
    '2026-03-14T01:30:00Z'
    """
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def read_time(text: str) -> str | None:
    """Return a written moment as records hold it, ``None`` when it is none.

    No time zone means UTC. A date alone stands for its noon, which is wrong by half a day at most.
    A year or a month alone stays one, ``2019`` or ``2019-05``: it is no moment, but it may lie
    wholly outside a window.

    >>> read_time("2026-03-14T02:30:00+01:00"), read_time("2026-03-14"), read_time("yesterday")
    ('2026-03-14T01:30:00Z', '2026-03-14T12:00:00Z', None)
    >>> read_time("Thu, 30 Apr 2015 08:57:00 BST"), read_time("2019-05")
    ('2015-04-30T07:57:00Z', '2019-05')
    """
    text = text.strip()
    if _PERIOD.fullmatch(text):
        return text
    moment = read_moment(f"{text}T12:00" if _DATE_ONLY.fullmatch(text) else text)
    if moment is None:
        return None
    try:
        return utc_text(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def is_period(text: str | None) -> bool:
    """Return whether what :func:`read_time` gave is a year or month, not a moment."""
    return text is not None and bool(_PERIOD.fullmatch(text))


def latest(text: str | None) -> str | None:
    """Return the latest moment that what :func:`read_time` gave can stand for.

    >>> latest("2019-02"), latest("2019"), latest("2026-03-14T01:30:00Z")
    ('2019-02-28T23:59:59Z', '2019-12-31T23:59:59Z', '2026-03-14T01:30:00Z')
    """
    if text is None or not is_period(text):
        return text
    year, _, month = text.partition("-")
    last = calendar.monthrange(int(year), int(month or _LAST_MONTH))[1]
    return f"{year}-{month or _LAST_MONTH}-{last}T23:59:59Z"
