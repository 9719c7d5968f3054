"""What one outlet tells alone: stretches of its article that no other outlet comes near.

A stretch is up to three sentences in a row that were joined with nothing, each of which shares
little of what it says with any two neighbouring sentences of the other outlets, and more likely
than not tells something that nobody else does. It is a stretch and not a sentence, since what an
outlet adds it seldom says in one; it is as sure as the surest of its sentences.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from bias.alignment.boilerplate import is_boilerplate
from bias.alignment.event_passages import EventPassage
from bias.alignment.similarity import PassageSimilarity, Profile, compare
from bias.records import Nearest, Only, Part, PassageGroup, PassageRef

MOST_HELD = 0.35
"""Share of a sentence's weight that two neighbouring sentences of another outlet may hold."""
LONGEST = 3
"""Sentences of a stretch."""
MOST = 5
"""Stretches of one outlet that are listed."""
LEAST, LISTED = 0.5, 0.62
"""Least confidence of a sentence of a stretch, and of the surest one."""
_LEAST_TERMS = 5
_WINDOW = 2
_HALF_WEIGHT = 10.0
"""Weight, in words that only one passage has, that ranks a stretch at one half."""

Floats = npt.NDArray[np.float64]


class _Stretch(NamedTuple):
    positions: list[int]
    weight: float
    confidence: float


def _weightiest(stretch: _Stretch) -> tuple[float, list[int]]:
    return -stretch.weight, stretch.positions


def find_only(
    passages: Sequence[EventPassage],
    groups: Sequence[PassageGroup],
    alone: Floats,
    language: str,
) -> tuple[Only, ...]:
    """Return what each outlet tells alone: by outlet, the weightiest first.

    Args:
        passages: those of every trusted article, in reading order.
        groups: the passages that tell the same.
        alone: for each passage how sure it is that it tells what nobody else tells.
        language: of the articles, ISO 639-1.
    """
    model = PassageSimilarity([passage.text for passage in passages], language)
    profiles = [model.profile(passage.text) for passage in passages]
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for position, passage in enumerate(passages):
        by_outlet[passage.outlet].append(position)
    if len(by_outlet) < 2:  # noqa: PLR2004 - one outlet alone is compared with nobody
        return ()
    joined = {member for group in groups for member in group.members}
    free = [_is_free(p, profiles[i], joined) for i, p in enumerate(passages)]
    finder = _Finder(passages, profiles, by_outlet, alone)
    return tuple(
        finder.entry(outlet, stretch)
        for outlet in sorted(by_outlet)
        for stretch in finder.stretches(outlet, free)[:MOST]
    )


def _is_free(passage: EventPassage, profile: Profile, joined: set[PassageRef]) -> bool:
    enough = len(profile.weights) >= _LEAST_TERMS and not is_boilerplate(passage.text)
    return enough and passage.part is Part.BODY and passage.ref not in joined


class _Finder:
    """Looks for the words of one outlet's sentences in those of all others."""

    def __init__(
        self,
        passages: Sequence[EventPassage],
        profiles: Sequence[Profile],
        by_outlet: Mapping[str, Sequence[int]],
        alone: Floats,
    ) -> None:
        self._passages = passages
        self._profiles = profiles
        self._by_outlet = by_outlet
        self._alone = alone
        self._weights = _matrix(profiles)
        self._windows = _windows(self._weights, [p.ref.article for p in passages])

    def stretches(self, outlet: str, free: Sequence[bool]) -> list[_Stretch]:
        """Return the stretches that one outlet tells alone, the weightiest first."""
        own = self._by_outlet[outlet]
        held = dict(zip(own, self._held(outlet), strict=True))
        found: list[list[int]] = []
        for position in own:
            if not free[position] or held[position] >= MOST_HELD or self._alone[position] < LEAST:
                continue
            if found and len(found[-1]) < LONGEST and self._follows(found[-1][-1], position):
                found[-1].append(position)
            else:
                found.append([position])
        weighed = [_Stretch(run, self._weight(run, held), self._confidence(run)) for run in found]
        sure = [stretch for stretch in weighed if stretch.confidence >= LISTED]
        return sorted(sure, key=_weightiest)

    def entry(self, outlet: str, stretch: _Stretch) -> Only:
        """Return the record of one stretch."""
        others = (other for other in sorted(self._by_outlet) if other != outlet)
        return Only(
            outlet=outlet,
            passages=tuple(self._passages[i].ref for i in stretch.positions),
            nearest=tuple(self._nearest(stretch.positions, other) for other in others),
            weight=round(stretch.weight / (stretch.weight + _HALF_WEIGHT), 6),
            confidence=stretch.confidence,
        )

    def _held(self, outlet: str) -> Floats:
        """Return for each passage of an outlet the greatest share that any other one holds."""
        own = np.array(self._by_outlet[outlet])
        rest = np.array([i for o, at in self._by_outlet.items() if o != outlet for i in at])
        shared = self._weights[own] @ self._windows[rest].T
        totals = np.maximum([self._profiles[i].total for i in own], 1e-9)
        most: Floats = np.asarray(shared.max(axis=1).todense()).ravel() / totals
        return most

    def _follows(self, before: int, position: int) -> bool:
        a, b = self._passages[before].ref, self._passages[position].ref
        return a.article == b.article and b.index == a.index + 1

    def _confidence(self, run: Sequence[int]) -> float:
        return float(max(self._alone[i] for i in run))

    def _weight(self, run: Sequence[int], held: Mapping[int, float]) -> float:
        return sum(self._profiles[i].total * (1 - float(held[i])) for i in run)

    def _nearest(self, positions: Sequence[int], outlet: str) -> Nearest:
        scored: Iterator[tuple[float, int]] = (
            (compare(self._profiles[a], self._profiles[b]), -b)
            for a in positions
            for b in self._by_outlet[outlet]
        )
        similarity, position = max(scored, default=(0.0, 1))
        ref = self._passages[-position].ref if position <= 0 else None
        return Nearest(outlet=outlet, passage=ref, similarity=similarity)


def _matrix(profiles: Sequence[Profile]) -> csr_matrix:
    """Return the weights of the terms, a row for each passage."""
    numbers: dict[str, int] = {}
    rows, columns, values = [], [], []
    for row, profile in enumerate(profiles):
        for key, weight in profile.weights:
            rows.append(row)
            columns.append(numbers.setdefault(key, len(numbers)))
            values.append(weight)
    shape = (len(profiles), max(1, len(numbers)))
    return csr_matrix((values, (rows, columns)), shape=shape, dtype=np.float64)


def _windows(weights: csr_matrix, articles: Sequence[str]) -> csr_matrix:
    """Return which terms each passage and the one after it hold, as ones."""
    count = len(articles)
    rows = [i for i in range(count) for _ in _window(i, articles)]
    columns = [j for i in range(count) for j in _window(i, articles)]
    neighbours = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    present = weights.copy()
    present.data[:] = 1.0
    windows: csr_matrix = csr_matrix(neighbours @ present)
    windows.data[:] = 1.0
    return windows


def _window(position: int, articles: Sequence[str]) -> range:
    end = position
    while end < len(articles) and end - position < _WINDOW and articles[end] == articles[position]:
        end += 1
    return range(position, end)
