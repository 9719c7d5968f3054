"""Nights side by side: the front page with its calendar, and the list of one month."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from bias.records import Outlet, Record
from bias.report.outlets import OutletLook, Outlets
from bias.report.plain import day, month
from bias.report.summaries import EditionSummary, EventLine

WEEKS = 5
"""Weeks whose days carry titles."""
DAY_TITLES = 3
"""Titles of a day in the calendar."""
LEAD_TITLES = 8
"""Titles of the newest night."""
MONTH_TITLES = 40
"""Titles of a night in the list of its month; the page of the night has all."""
MONTHS_SHOWN = 12
MOST_MISSED = 31
"""Months whose nights are days to click; of older ones the month is."""
RECENT_DAYS = 7 * WEEKS


class PairSide(Record, frozen=True, kw_only=True):
    """The words of one outlet."""

    outlet: OutletLook
    words: str


class TitleView(Record, frozen=True, kw_only=True):
    """An event as a link."""

    title: str
    href: str
    outlets: int
    articles: int
    parts: int
    night: int
    """Which night in a row that is known it is told on, from 1."""
    pair: tuple[PairSide, ...]
    names: tuple[str, ...]
    outlet_ids: tuple[str, ...]


class NightView(Record, frozen=True, kw_only=True):
    """A night with its strongest events."""

    edition: str
    date: str
    weekday: int
    """1 for Monday to 7 for Sunday."""
    number: int
    """Day of the month."""
    events: int | None
    """``None`` where what is kept of them cannot be read, or nothing was kept."""
    outlets: int
    articles: int
    titles: tuple[TitleView, ...]
    more: int
    """Events that are not among the titles."""


class Week(Record, frozen=True, kw_only=True):
    """One week of the calendar."""

    name: str
    days: tuple[NightView, ...]
    """Those with a night, Monday first."""


class Day(Record, frozen=True, kw_only=True):
    """One field of a small calendar."""

    number: int
    """0 outside the month."""
    edition: str
    """Empty where no night was made."""


class Month(Record, frozen=True, kw_only=True):
    """A month as a small calendar."""

    key: str
    name: str
    nights: int
    weeks: tuple[tuple[Day, ...], ...]


class Year(Record, frozen=True, kw_only=True):
    """The months of a year of which nights are kept, by key and name."""

    name: str
    months: tuple[tuple[str, str], ...]


class FrontView(Record, frozen=True, kw_only=True):
    """What the front page shows."""

    newest: NightView | None
    weeks: tuple[Week, ...]
    """The last weeks, the newest first."""
    months: tuple[Month, ...]
    """The last months, the newest first."""
    years: tuple[Year, ...]
    """All that is older, the newest first."""
    nights: int
    missed: tuple[str, ...] = ()
    """Days between the newest night and the one before it, of which none was made."""


class MonthView(Record, frozen=True, kw_only=True):
    """The complete list of one month."""

    key: str
    name: str
    nights: tuple[NightView, ...]
    before: str
    """Key of the month with a night before it, empty without one."""
    after: str


def front_view(
    editions: Sequence[str], recent: Iterable[EditionSummary], outlets: Sequence[Outlet]
) -> FrontView:
    """Return what the front page shows.

    Args:
        editions: all that have a page, in any order.
        recent: summaries of the nights of the last weeks; others are not looked at.
        outlets: as declared.
    """
    known = {night.edition: night for night in recent}
    newest = max(editions, default="")
    looks = _looks(known.values(), outlets)
    weeks = _weeks([e for e in editions if e in known and newest], newest, known, looks)
    keys = sorted({edition[:7] for edition in editions}, reverse=True)
    return FrontView(
        newest=_night(known[newest], known, looks, LEAD_TITLES) if newest in known else None,
        weeks=weeks,
        months=tuple(_month(key, editions) for key in keys[:MONTHS_SHOWN]),
        years=_years(keys[MONTHS_SHOWN:]),
        nights=len(editions),
        missed=tuple(map(day, missed_before(editions, newest))),
    )


def month_view(
    key: str,
    nights: Iterable[EditionSummary],
    months: Sequence[str],
    outlets: Sequence[Outlet],
) -> MonthView:
    """Return the list of one month, its newest night first.

    Args:
        key: "2026-03".
        nights: its summaries.
        months: the keys of all months that have a night.
        outlets: as declared.
    """
    known = {night.edition: night for night in nights}
    looks = _looks(known.values(), outlets)
    return MonthView(
        key=key,
        name=month(key),
        nights=tuple(
            _night(known[edition], known, looks, MONTH_TITLES, "../")
            for edition in sorted(known, reverse=True)
        ),
        before=max((other for other in months if other < key), default=""),
        after=min((other for other in months if other > key), default=""),
    )


def missed_before(editions: Iterable[str], edition: str) -> list[str]:
    """Return the dates between a night and the last one before it; of long gaps the first month.

    >>> missed_before(["2026-03-10", "2026-03-13", "2026-03-14"], "2026-03-13")
    ['2026-03-11', '2026-03-12']
    """
    last = max((each for each in editions if each < edition), default="")
    if not last:
        return []
    first = date.fromisoformat(last)
    days = min((date.fromisoformat(edition) - first).days, MOST_MISSED + 1)
    return [(first + timedelta(days=each)).isoformat() for each in range(1, days)]


def first_recent_day(newest: str) -> str:
    """Return the first date of the weeks whose days carry titles.

    >>> first_recent_day("2026-03-14")
    '2026-02-09'
    """
    last = date.fromisoformat(newest)
    return (last - timedelta(days=last.weekday() + 7 * (WEEKS - 1))).isoformat()


def _looks(nights: Iterable[EditionSummary], outlets: Sequence[Outlet]) -> Outlets:
    lines = [line for night in nights for line in night.lines]
    seen = {outlet for line in lines for outlet in line.outlets}
    return Outlets(outlets, seen | {side.outlet for line in lines for side in line.pair})


def _night(
    night: EditionSummary,
    known: Mapping[str, EditionSummary],
    looks: Outlets,
    most: int,
    up: str = "",
) -> NightView:
    when = date.fromisoformat(night.edition)
    lines = night.lines[:most]
    return NightView(
        edition=night.edition,
        date=day(night.edition),
        weekday=when.isoweekday(),
        number=when.day,
        events=night.events,
        outlets=night.outlets,
        articles=night.articles,
        titles=tuple(_title(night.edition, line, known, looks, up) for line in lines),
        more=max(0, (night.events or 0) - len(lines)),
    )


def _title(
    edition: str, line: EventLine, known: Mapping[str, EditionSummary], looks: Outlets, up: str
) -> TitleView:
    return TitleView(
        title=line.title,
        href=f"{up}{edition}/{line.id}.html",
        outlets=len(line.outlets),
        articles=line.articles,
        parts=line.parts,
        night=_nights_told(line, known),
        pair=tuple(PairSide(outlet=looks[side.outlet], words=side.words) for side in line.pair),
        names=line.names,
        outlet_ids=line.outlets,
    )


def _nights_told(line: EventLine, known: Mapping[str, EditionSummary]) -> int:
    """Count the nights on which an event was told up to this one, as far as they are known."""
    told, before = 1, line.before
    while before:
        told += 1
        night = known.get(before)
        older = {other.id: other.before for other in night.lines} if night else {}
        before = older.get(line.id, "")
    return told


def _weeks(
    editions: Iterable[str],
    newest: str,
    known: Mapping[str, EditionSummary],
    looks: Outlets,
) -> tuple[Week, ...]:
    by_week: dict[date, list[str]] = defaultdict(list)
    for edition in sorted(editions):
        if edition >= first_recent_day(newest):
            when = date.fromisoformat(edition)
            by_week[when - timedelta(days=when.weekday())].append(edition)
    return tuple(
        Week(
            name=_week_name(monday),
            days=tuple(_night(known[e], known, looks, DAY_TITLES) for e in by_week[monday]),
        )
        for monday in sorted(by_week, reverse=True)
    )


def _week_name(monday: date) -> str:
    sunday = monday + timedelta(days=6)
    first, last = (month(f"{day:%Y-%m}").split() for day in (monday, sunday))
    begin = f"{monday.day}" if first == last else f"{monday.day} {first[0]}"
    return f"{begin} – {sunday.day} {last[0]}"


def _month(key: str, editions: Iterable[str]) -> Month:
    year, number = map(int, key.split("-"))
    made = {int(edition[8:]): edition for edition in editions if edition.startswith(key)}
    weeks = Calendar().monthdayscalendar(year, number)
    return Month(
        key=key,
        name=month(key),
        nights=len(made),
        weeks=tuple(
            tuple(Day(number=number, edition=made.get(number, "")) for number in week)
            for week in weeks
        ),
    )


def _years(keys: Iterable[str]) -> tuple[Year, ...]:
    by_year: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_year[key[:4]].append(key)
    return tuple(
        Year(name=year, months=tuple((key, month(key)) for key in months))
        for year, months in by_year.items()
    )
