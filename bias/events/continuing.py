"""Events that go on: one that an earlier night told keeps the id it had there.

An event of tonight goes on with one of an earlier night only if the articles of both would have
made one event in one night, with something to spare: as alike, as agreed on what happened, and
nearly as near to each other as each is to itself. Look-alikes (two fires) and two happenings of
one affair so stay apart. What is not joined gets an id of its own; to join falsely is the worse
mistake.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
import numpy as np

from bias.events.joins import agreement_needed, likeness_needed
from bias.events.parts import PART_CUTOFF
from bias.events.similarity import Matrix, Similarity
from bias.records import Article, Event

NIGHTS_BACK = 2
"""How many dates before a night are looked at: a night on which it was not told ends no event."""
MARGIN = 1.1
"""How many times the likeness that one night asks: labelled look-alikes reach 0.97 of that."""

Rows = range
Articles = Mapping[str, Article]


class EarlierNight(msgspec.Struct, frozen=True):
    """The events of a night before, and their articles by id."""

    edition: str
    events: Sequence[Event]
    articles: Articles


class _Side(msgspec.Struct, frozen=True):
    """An event and the rows of its articles."""

    event: Event
    rows: Rows


class _Fit(msgspec.Struct, frozen=True, order=True):
    """How well an event of tonight goes on with one before; sorted, the best comes first."""

    distance: float
    tonight: str
    before: str
    edition: str


def keep_ids(
    events: Iterable[Event], articles: Sequence[Article], nights: Sequence[EarlierNight]
) -> tuple[Event, ...]:
    """Return the events of a night, sorted by id; one that goes on has the id it had before.

    At most one event of tonight goes on with one of before, the most alike. The same nights in
    any order give the same ids, and nothing later than them is looked at.

    Args:
        events: of tonight, with ids of their own.
        articles: all of tonight; they also say which words are rare.
        nights: those before it, within :data:`NIGHTS_BACK` days.
    """
    tonight = tuple(events)
    joined: dict[str, _Fit] = {}
    taken: set[str] = set()
    for fit in sorted(_fits(tonight, articles, nights)):
        if fit.tonight not in joined and fit.before not in taken:
            joined[fit.tonight] = fit
            taken.add(fit.before)
    kept = (
        _going_on(event, joined[event.id]) if event.id in joined else event for event in tonight
    )
    return tuple(sorted(kept, key=lambda event: event.id))


def _going_on(event: Event, fit: _Fit) -> Event:
    return msgspec.structs.replace(event, id=fit.before, before=fit.edition)


def _fits(
    events: Sequence[Event], articles: Sequence[Article], nights: Sequence[EarlierNight]
) -> Iterator[_Fit]:
    """Yield every pair of an event of tonight and one of before that could be one event."""
    by_id = {article.id: article for article in articles}
    texts: list[Article] = []
    now = _sides(events, by_id, texts)
    before = [
        (night.edition, side)
        for night in sorted(nights, key=lambda night: night.edition)
        for side in _sides(night.events, night.articles, texts)
    ]
    if not now or not before:
        return
    used = {article.id for article in texts}
    similarity = Similarity([*texts, *(by_id[i] for i in sorted(by_id) if i not in used)])
    for one, other in _near(similarity, now, [side for _, side in before]):
        edition, side = before[other]
        likeness = _likeness(similarity, now[one].rows, side.rows)
        if likeness:
            yield _Fit(round(-likeness, 9), now[one].event.id, side.event.id, edition)


def _sides(events: Iterable[Event], by_id: Articles, texts: list[Article]) -> list[_Side]:
    """Return the events with the rows of their articles, which are added to the texts."""
    sides = []
    for event in sorted(events, key=lambda event: event.id):
        start = len(texts)
        texts.extend(by_id[article] for article in event.articles if article in by_id)
        sides.append(_Side(event, range(start, len(texts))))
    return sides


def _near(
    similarity: Similarity, now: Sequence[_Side], before: Sequence[_Side]
) -> list[tuple[int, int]]:
    """Return the pairs of events of which two articles of different outlets are alike at all."""
    near = similarity.near(PART_CUTOFF).tocoo()
    holder = {row: place for place, side in enumerate(now) for row in side.rows}
    older = {row: place for place, side in enumerate(before) for row in side.rows}
    places = zip(near.row.tolist(), near.col.tolist(), strict=True)
    return sorted({(holder[a], older[b]) for a, b in places if a in holder and b in older})


def _likeness(similarity: Similarity, now: Rows, before: Rows) -> float:
    """Return the average likeness of two events that could be one, else 0."""
    nearness = similarity.among([*now, *before])
    size, cut = len(now) + len(before), len(now)
    apart = ~nearness.one_outlet
    across = apart[:cut, cut:]
    own = min(
        _mean(nearness.likeness[side, side], apart[side, side])
        for side in (slice(0, cut), slice(cut, size))
    )
    likeness = _mean(nearness.likeness[:cut, cut:], across)
    agreement = _mean(nearness.agreement[:cut, cut:], across)
    enough = MARGIN * likeness_needed(size, own), agreement_needed(size)
    return likeness if likeness >= enough[0] and agreement >= enough[1] else 0.0


def _mean(values: Matrix, counted: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]") -> float:
    return float(values[counted].mean()) if counted.any() else 0.0
