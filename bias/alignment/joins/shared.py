"""What two passages share beyond their words: who speaks, who takes part, what is done."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from bias.alignment.candidates import Ints
from bias.alignment.joins.told import Told
from bias.alignment.similarity import Floats, Profile
from bias.alignment.terms.terms import stem_word
from bias.alignment.terms.word_lists import weights

if TYPE_CHECKING:
    from scipy import sparse

MOST = 3.0
"""More participants or predicates in common say no more."""
_BLOCK = 4_096

Row = Mapping[str, float]


def shared_signs(told: Sequence[Told], pairs: tuple[Ints, Ints]) -> dict[str, Floats]:
    """Return for every pair what its speakers, participants and predicates say.

    The rarer a participant or a predicate is in the event, the more it says: 0 to ``MOST``.
    Where nothing is known of the passages (``told`` is empty) there is no sign.
    """
    if not told:
        return {}
    speakers = _Rows([dict.fromkeys(each.speakers, 1.0) for each in told])
    return {
        "same speaker": np.sign(speakers.sums(pairs)),
        "participants": _Rows(list(_participants(told))).sums(pairs),
        "predicate": _Rows(list(_predicates(told))).sums(pairs),
    }


def telling_word(
    profiles: Sequence[Profile], articles: Sequence[str], pairs: tuple[Ints, Ints]
) -> Floats:
    """Return how rare, in their two articles, the most telling word is that a pair shares, 0 to 1.

    A word that every outlet prints in one sentence alone tells more than one that each repeats.
    """
    sizes = Counter(articles)
    owned = list(zip(articles, profiles, strict=True))
    counts = Counter((article, key) for article, profile in owned for key, _ in profile.weights)
    rows = [
        {
            key: weight_of(key) * _rarity(counts[article, key], sizes[article])
            for key, _ in profile.weights
        }
        for article, profile in owned
    ]
    return _Rows(rows).maxima(pairs)


def weight_of(stem: str) -> float:
    """Return how much a word tells in any news text, by its stem."""
    return _stem_weights().get(stem, 1.0)


@cache
def _stem_weights() -> Mapping[str, float]:
    return {stem_word(word): weight for word, weight in weights().items()}


def _participants(told: Sequence[Told]) -> Iterator[Row]:
    counts = Counter(entity for each in told for entity in each.participants)
    return (
        {entity: 1 / math.log1p(counts[entity]) for entity in each.participants} for each in told
    )


def _predicates(told: Sequence[Told]) -> Iterator[Row]:
    counts = Counter(stem for each in told for stem in each.predicates)
    return (
        {stem: weight_of(stem) * _rarity(counts[stem], len(told)) for stem in each.predicates}
        for each in told
    )


def _rarity(count: int, size: int) -> float:
    """Return 1 for what one passage has, towards 0 for what all of them have."""
    return math.log1p(size / count) / math.log1p(size)


class _Rows:
    """For every passage the weights of what it holds; two passages share the product's root."""

    def __init__(self, rows: Sequence[Row]) -> None:
        from scipy import sparse

        keys = sorted({key for row in rows for key in row})
        columns = {key: column for column, key in enumerate(keys)}
        at = [columns[key] for row in rows for key in sorted(row)]
        values = [math.sqrt(row[key]) for row in rows for key in sorted(row)]
        ends = np.cumsum([0, *(len(row) for row in rows)])
        self._matrix = sparse.csr_array((values, at, ends), shape=(len(rows), max(1, len(keys))))

    def sums(self, pairs: tuple[Ints, Ints]) -> Floats:
        """Return the weight that each pair shares, at most ``MOST``."""
        blocks = self._shared(pairs)
        return np.minimum(MOST, _joined([_floats(block.sum(axis=1)) for block in blocks]))

    def maxima(self, pairs: tuple[Ints, Ints]) -> Floats:
        """Return the greatest weight of one thing that each pair shares."""
        blocks = self._shared(pairs)
        return _joined([_floats(block.max(axis=1).toarray()) for block in blocks])

    def _shared(self, pairs: tuple[Ints, Ints]) -> "Iterator[sparse.csr_array]":
        a, b = pairs
        for i in range(0, len(a), _BLOCK):
            yield self._matrix[a[i : i + _BLOCK]].multiply(self._matrix[b[i : i + _BLOCK]]).tocsr()


def _floats(column: object) -> Floats:
    return np.asarray(column, dtype=np.float64).ravel()


def _joined(blocks: Sequence[Floats]) -> Floats:
    return np.round(np.concatenate([*blocks, np.zeros(0)]), 6)
