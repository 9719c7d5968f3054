"""Moments as people and programs write them: ISO 8601, RFC 822, and zone names such as BST.

A name stands for the offset that news sites mean by it. Where a name has several meanings, the one
is taken that English-language outlets use: IST is India's, BST is British summer time, CST and EST
are North America's.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz
from zoneinfo import ZoneInfo

_HOURS = {
    # Europe and Africa
    "Z": 0.0, "UT": 0.0, "UTC": 0.0, "GMT": 0.0, "WET": 0.0, "WEST": 1.0, "BST": 1.0, "CET": 1.0,
    "MET": 1.0, "WAT": 1.0, "CEST": 2.0, "MEST": 2.0, "CAT": 2.0, "SAST": 2.0, "EET": 2.0,
    "EEST": 3.0, "EAT": 3.0, "MSK": 3.0, "TRT": 3.0, "IDT": 3.0,
    # Asia
    "AST": -4.0, "GST": 4.0, "PKT": 5.0, "IST": 5.5, "NPT": 5.75, "BDT": 6.0, "MMT": 6.5,
    "ICT": 7.0, "WIB": 7.0, "SGT": 8.0, "HKT": 8.0, "MYT": 8.0, "PHT": 8.0, "PHST": 8.0,
    "WITA": 8.0, "WIT": 9.0, "JST": 9.0, "KST": 9.0,
    # Australia and the Pacific
    "AWST": 8.0, "ACST": 9.5, "ACDT": 10.5, "AEST": 10.0, "AEDT": 11.0, "PGT": 10.0,
    "FJT": 12.0, "NZST": 12.0, "NZDT": 13.0,
    # The Americas
    "NST": -3.5, "NDT": -2.5, "ADT": -3.0, "BRT": -3.0, "ART": -3.0, "EST": -5.0, "EDT": -4.0,
    "CST": -6.0, "CDT": -5.0, "MST": -7.0, "MDT": -6.0, "PST": -8.0, "PDT": -7.0, "AKST": -9.0,
    "AKDT": -8.0, "HST": -10.0,
}  # fmt: skip

_REGIONS = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver",
    "PT": "America/Los_Angeles", "AET": "Australia/Sydney",
}  # fmt: skip
"""Names that leave open whether clocks are forward; the date tells."""

MAX_LENGTH = 80
"""Longer texts are no moment."""

_NAME = re.compile(r"[ ]?\(?\b([A-Za-z]{1,5})\)?$")
_OFFSET = re.compile(r"[ ]?(?:UTC|GMT)?[ ]?([+-])(\d{1,2}):?(\d{2})?(?: ?\([A-Za-z ]+\))?$")
_ISO_OFFSET = re.compile(r"[+-]\d{2}:?\d{2}$|Z$")
_HAS_CLOCK = re.compile(r"\d:\d\d")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPACE = re.compile(r"\s+")
_HALF_DAY = re.compile(r"\b(\d{1,2})(:\d\d(?::\d\d)?) ?([ap])\.?m\b\.?", re.IGNORECASE)
_ONE_DIGIT = re.compile(r"(?<=[T ])(\d:\d\d)")
_NOON = 12


def read_moment(text: str) -> datetime | None:
    """Return a written moment, ``None`` when it is none; without a zone it is a naive one.

    A date alone is none: it is a day.

    >>> read_moment("Thu, 30 Apr 2015 08:57:00 BST").isoformat()
    '2015-04-30T08:57:00+01:00'
    >>> read_moment("2026-03-12 18:30 AEDT").isoformat()
    '2026-03-12T18:30:00+11:00'
    >>> read_moment("next Tuesday at 8:30") is None
    True
    """
    text = _SPACE.sub(" ", text[: MAX_LENGTH + 1]).strip()
    if len(text) > MAX_LENGTH or not _HAS_CLOCK.search(text):
        return None
    text = _HALF_DAY.sub(_of_24_hours, text)
    return _iso(text) if _ISO_DAY.match(text) else _mail(text)


def _of_24_hours(match: re.Match[str]) -> str:
    """Return an hour of the morning or afternoon as one of 24, with its minutes."""
    hour, rest, half = match.groups()
    afternoon = half.lower() == "p"
    return f"{int(hour) % _NOON + (_NOON if afternoon else 0):02}{rest}"


def _iso(text: str) -> datetime | None:
    zone: tzinfo | None = None
    if not _ISO_OFFSET.search(text):
        text, zone = _without_zone(text)
    try:
        moment = datetime.fromisoformat(_ONE_DIGIT.sub(r"0\1", text, count=1))
    except ValueError:
        return None
    return moment.replace(tzinfo=zone) if zone else moment


def _mail(text: str) -> datetime | None:
    """Read the form of RFC 822, with the slips of RSS: no weekday, names of zones, full months."""
    text, zone = _without_zone(text)
    try:
        parts = parsedate_tz(text)
        if parts is None:
            return None
        # By adding, so that a leap second is no error.
        moment = datetime(*parts[:5]) + timedelta(seconds=parts[5])  # noqa: DTZ001
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return moment.replace(tzinfo=zone)


def _without_zone(text: str) -> tuple[str, tzinfo | None]:
    """Return a text without its zone, and the zone; an unknown name is left off as no zone."""
    if offset := _OFFSET.search(text):
        sign, hours, minutes = offset.groups()
        shift = timedelta(hours=int(hours), minutes=int(minutes or 0))
        if shift >= timedelta(hours=24):
            return text, None
        return text[: offset.start()].strip(), timezone(-shift if sign == "-" else shift)
    name = _NAME.search(text)
    if name is None:
        return text, None
    return text[: name.start()].strip(), _zone(name.group(1).upper())


def _zone(name: str) -> tzinfo | None:
    if name in _REGIONS:
        return ZoneInfo(_REGIONS[name])
    hours = _HOURS.get(name)
    if hours is None:
        return None
    return timezone(timedelta(hours=hours)) if hours else UTC
