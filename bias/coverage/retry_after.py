"""How long an answer asks us to wait (RFC 9110, section 10.2.3)."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

MAX_SECONDS = 30 * 24 * 3600.0
"""Longest rest that is taken at its word, in seconds: no slip of a server lasts for ever."""

_SECONDS = re.compile(r"[0-9]{1,12}")


def read_retry_after(value: str, date: str, now: datetime) -> float | None:
    """Return the seconds that a ``Retry-After`` asks for, ``None`` when it asks for none.

    Args:
        value: the header: seconds, or a date of any form that HTTP knows.
        date: the ``Date`` header of the same answer; a server's clock may differ from ours, so the
            date is taken by the server's where that can be, and the shorter wait counts.
        now: our own clock.

    >>> moment = datetime(2026, 3, 14, 2, 30, tzinfo=UTC)
    >>> read_retry_after("7", "", moment)
    7.0
    >>> read_retry_after("Sat, 14 Mar 2026 02:31:00 GMT", "", moment)
    60.0
    >>> read_retry_after("soon", "", moment), read_retry_after("-1", "", moment)
    (None, None)
    """
    value = value.strip()
    if _SECONDS.fullmatch(value):
        return min(float(value), MAX_SECONDS)
    until = _moment(value)
    clocks = [clock for clock in (_moment(date), now) if clock and until]
    waits = [(until - clock).total_seconds() for clock in clocks if until]
    ahead = [wait for wait in waits if wait > 0]
    return min(*ahead, MAX_SECONDS) if ahead else None


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
