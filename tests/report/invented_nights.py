"""Invented summaries of many nights: for the pages on which nights stand side by side."""

from collections.abc import Sequence
from datetime import date, timedelta

from bias.records import Feed, Outlet
from bias.report.summaries import EditionSummary, EventLine, PairWords

NEWEST = "2026-03-14"

OUTLETS = tuple(
    Outlet(
        id=id_,
        name=name,
        homepage=f"https://{id_}.example/",
        feeds=(Feed(url=f"https://{id_}.example/rss"),),
    )
    for id_, name in (
        ("herald", "The Valdor Herald"),
        ("lantern", "Daily Lantern"),
        ("radio", "Radio Valdor"),
        ("freepost", "Free Post"),
    )
)

HAPPENINGS = (
    ("Council of Norra votes on the harbour toll", ("Norra", "Petra Lindqvist"), ("toll", "levy")),
    ("Ferry runs aground off Corran", ("Corran", "Elna Frost"), ()),
    ("Strike at the Halden mill", ("Halden", "Signe Torvik"), ("strike", "blockade")),
    ("Trial of Amund Reise in Sorlund", ("Amund Reise", "Hedda Wiik", "Sorlund"), ()),
    ("President Tasker signs the water act", ("Oren Tasker", "Mira Sollen"), ("reform", "grab")),
    ("Storm Ylva over Rennoy", ("Ylva", "Rennoy", "Nordnett"), ()),
    ("Talks between Valdor and Ostvik", ("Valdor", "Ostvik", "Oren Tasker"), ("regime", "rulers")),
    ("Guaidó Fält elected to lead the union", ("Guaidó Fält",), ()),
    ("Schools in Brunmark and Lerum merge", ("Brunmark", "Lerum"), ()),
    ("Bridge over the Vell is shut for repair", ("Vell",), ("shut", "axed")),
)


def nights(count: int, newest: str = NEWEST, events: int = 6) -> list[EditionSummary]:
    """Return the summaries of so many nights in a row, the oldest first."""
    last = date.fromisoformat(newest)
    days = [(last - timedelta(days=back)).isoformat() for back in reversed(range(count))]
    return [_night(place, day, days, events) for place, day in enumerate(days)]


def _night(place: int, day: str, days: Sequence[str], events: int) -> EditionSummary:
    lines = tuple(_line(place, number, days) for number in range(events))
    return EditionSummary(
        edition=day,
        events=events,
        outlets=len(OUTLETS),
        articles=sum(line.articles for line in lines),
        lines=lines,
    )


def _line(place: int, number: int, days: Sequence[str]) -> EventLine:
    """Return an event; the first of a night is told on three nights in a row."""
    first = place - place % 3 if number == 0 else place
    title, names, pair = HAPPENINGS[(first + 3 * number) % len(HAPPENINGS)]
    outlets = tuple(o.id for o in OUTLETS[: 2 + (place + number) % 3])
    return EventLine(
        id=f"event-{number}-{days[first]}",
        title=title,
        outlets=outlets,
        articles=len(outlets) + number % 2,
        parts=max(0, 9 - 2 * number),
        names=names,
        headlines=(f"{title}: what we know", "Seen from the quay"),
        pair=tuple(
            PairWords(outlet=outlet, words=word)
            for outlet, word in zip(outlets, pair, strict=False)
        ),
        before=days[place - 1] if place > first else "",
    )
