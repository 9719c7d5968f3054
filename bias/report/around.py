"""What leads from a page to others: the nights of an event, events beside it and related ones.

A page is written before those it leads to are known, and again when a later night goes on with its
event. So its links stand between two marks, and are put in and changed without making the rest of
the page again. Text of articles is escaped, so that no mark can stand in it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bias.errors import DataError
from bias.people.lexis import noun_kind
from bias.records import EntityKind, Record
from bias.report.pages import page
from bias.report.summaries import EditionSummary, EventLine
from bias.text import fold

NIGHTS = "nights"
"""The place of the nights of an event, at the head of its page."""
AROUND = "around"
"""The place of what stands beside an event or a night, at the foot of its page."""
MOST_RELATED = 4
MOST_NIGHTS = 14
"""Nights of an event before and after one that its page leads to."""
COMMON = 0.34
"""Share of the events of a night from which a name is too common to relate two of them."""


class Link(Record, frozen=True, kw_only=True):
    """Another page, and what is to be said of it."""

    href: str
    title: str
    edition: str = ""
    outlets: int = 0
    here: bool = False
    """It is the page itself."""
    shared: tuple[str, ...] = ()
    """Names that both events hold."""


def part(whole: bytes, place: str) -> bytes | None:
    """Return what stands in a place of a page, ``None`` where the page has no such place."""
    _, opened, rest = whole.partition(f"<!--{place}-->".encode())
    fragment, closed, _ = rest.partition(f"<!--/{place}-->".encode())
    return fragment if opened and closed else None


def put(whole: bytes, place: str, fragment: bytes) -> bytes:
    """Return a page with a fragment in a place of its own, whatever stood there before.

    Raises:
        DataError: the page has no such place.
    """
    if part(whole, place) is None:
        message = f"the page has no place for {place!r}; bias report EDITION makes it again"
        raise DataError(message)
    begin, end = f"<!--{place}-->".encode(), f"<!--/{place}-->".encode()
    head, _, rest = whole.partition(begin)
    return head + begin + fragment + end + rest.partition(end)[2]


def beside_event(night: EditionSummary, event: str) -> bytes:
    """Return the links of an event to those beside it in its night and to related ones.

    None leads to what somebody put together by hand: that changes no page of the night.
    """
    lines = [line for line in night.lines if line.id == event or not line.is_by_hand]
    here = [line.id for line in lines].index(event)
    around = [lines[i] if 0 <= i < len(lines) else None for i in (here - 1, here + 1)]
    before, after = (_event_link(line) if line else None for line in around)
    return page(
        "event/around.html",
        before=before,
        after=after,
        related=related(lines, lines[here]),
    )


def nights_of_event(event: str, edition: str, nights: Mapping[str, EditionSummary]) -> bytes:
    """Return the links of an event to the other nights that told it, empty where none did.

    Args:
        event: its id, the same on every night.
        edition: the night of the page.
        nights: the summaries of nights around it, by edition.
    """
    told = [
        (name, line) for name in sorted(nights) for line in nights[name].lines if line.id == event
    ]
    here = [name for name, _ in told].index(edition)
    shown = told[max(0, here - MOST_NIGHTS) : here + MOST_NIGHTS + 1]
    if len(shown) == 1:
        return b""
    links = [
        Link(
            href=f"../{name}/{event}.html",
            title=line.title,
            edition=name,
            outlets=len(line.outlets),
            here=name == edition,
        )
        for name, line in shown
    ]
    return page("event/nights.html", links=links)


def beside_night(edition: str, editions: Iterable[str]) -> bytes:
    """Return the links of a night to the nights before and after it."""
    known = sorted(editions)
    before = max((other for other in known if other < edition), default="")
    after = min((other for other in known if other > edition), default="")
    return page("night_around.html", before=before, after=after)


def related(lines: Sequence[EventLine], line: EventLine) -> tuple[Link, ...]:
    """Return the events of a night that hold names of this one, those with the rarest first."""
    keys = _keys(lines)
    holders = Counter(key for each in lines for key in {keys[name] for name in each.names})
    most = max(2, int(COMMON * len(lines)))
    telling = {
        keys[n]: n for n in reversed(line.names) if 1 < holders[keys[n]] <= most and not _is_any(n)
    }
    found: list[tuple[float, int, Link]] = []
    for place, other in enumerate(lines):
        shared = [keys[name] for name in other.names if keys[name] in telling]
        if other.id == line.id or not shared:
            continue
        kept = list(dict.fromkeys(shared))
        score = sum(math.log((1 + len(lines)) / holders[key]) for key in kept)
        names = tuple(telling[key] for key in kept[:3])
        found.append((-round(score, 9), place, _event_link(other, names)))
    return tuple(link for _, _, link in sorted(found, key=lambda item: item[:2])[:MOST_RELATED])


def _is_any(name: str) -> bool:
    """Tell whether a name is one noun for many bodies: "House" says not which."""
    return noun_kind(fold(name)) == EntityKind.ORGANISATION


def _event_link(line: EventLine, shared: tuple[str, ...] = ()) -> Link:
    return Link(href=f"{line.id}.html", title=line.title, outlets=len(line.outlets), shared=shared)


def _keys(lines: Iterable[EventLine]) -> dict[str, str]:
    """Return what each name is compared by: its only fuller form, "Trump" by "donald trump"."""
    names = dict.fromkeys(name for line in lines for name in line.names)
    fuller: dict[str, set[str]] = defaultdict(set)
    for name in names:
        first, *rest = fold(name).split()
        if rest:
            fuller[rest[-1]].add(" ".join([first, *rest]))
    return {name: _key(fold(name), fuller) for name in names}


def _key(name: str, fuller: Mapping[str, set[str]]) -> str:
    forms = fuller.get(name, set())
    return next(iter(forms)) if len(forms) == 1 else name
