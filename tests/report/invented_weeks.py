"""Invented counts of many nights, in which what an outlet does is known by construction.

On every event "freepost" writes twice as many loaded words per own word as "herald" and "radio" do;
"lantern" writes as the others do but tells wilder stories only, where everybody writes more.
"""

from datetime import date, timedelta

import msgspec

from bias.report.trends.figures import Alone, NightFigures, OfCategory, OfWord, Told

NEWEST = "2026-03-14"
WORDS = 400
MADE = "word list 0123456789ab · a model"
LATER = "word list fedcba987654 · a model"


def weeks(count: int, newest: str = NEWEST, change: str = "") -> list[NightFigures]:
    """Return the counts of so many weeks of nights, oldest first.

    Args:
        count: of weeks.
        newest: the last night.
        change: the first night that another word list made; empty for none.
    """
    last = date.fromisoformat(newest)
    days = [(last - timedelta(days=back)).isoformat() for back in reversed(range(7 * count))]
    return [
        _night(place, day, LATER if change and day >= change else MADE)
        for place, day in enumerate(days)
    ]


def swapped(night: NightFigures, one: str, other: str) -> NightFigures:
    """Return a night on which two outlets have changed places."""
    names = {one: other, other: one}

    def swap(row: Told | OfCategory | OfWord | Alone) -> Told | OfCategory | OfWord | Alone:
        return msgspec.structs.replace(row, outlet=names.get(row.outlet, row.outlet))

    changed: NightFigures = msgspec.structs.replace(
        night,
        **{name: tuple(map(swap, getattr(night, name))) for name in night.__struct_fields__[1:]},
    )
    return changed


def _night(place: int, day: str, made: str) -> NightFigures:
    told = [row for number in range(4) for row in _event(place, number, made)]
    return NightFigures(
        edition=day,
        told=tuple(told),
        categories=tuple(map(_labels, told)),
        words=tuple(map(_regime, told)),
        alone=(Alone(outlet="herald", articles=2), Alone(outlet="coast", articles=1)),
    )


def _labels(row: Told) -> OfCategory:
    return OfCategory(
        event=row.event,
        outlet=row.outlet,
        made=row.made,
        category="person_labels",
        findings=row.findings - 1,
    )


def _regime(row: Told) -> OfWord:
    whom = "Ostvik" if row.outlet == "herald" else "Valdor"
    return OfWord(
        event=row.event, outlet=row.outlet, made=row.made, word="regime", whom=whom, findings=1
    )


def _event(place: int, number: int, made: str) -> list[Told]:
    wild = number % 2 == 1
    base = 6 if wild else 2
    outlets = ("herald", "radio", "freepost", *(("lantern",) if wild else ()))
    return [
        Told(
            event=f"event-{number}",
            outlet=outlet,
            made=made,
            articles=1,
            words=WORDS + 40 * ((place + number) % 3),
            findings=(2 if outlet == "freepost" else 1) * base + place % 2,
        )
        for outlet in outlets
    ]
