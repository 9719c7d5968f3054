"""The pairs of passages worth comparing, found through the rare terms they share.

An inverted index, as a sparse matrix, adds up the shared weight of all pairs that have a term in
common, a block of passages at a time. Kept are the pairs that could still reach the floor, and of
those the best of every passage: memory grows with the pairs kept, not with all pairs.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from bias.alignment.similarity import Floats, Profile, blend
from bias.records import Record

if TYPE_CHECKING:
    from scipy import sparse

Ints = npt.NDArray[np.int64]

MOST_PER_PASSAGE = 60
"""Candidates kept for one passage: three for each of twenty outlets."""
_COMMON_SHARE = 0.2
_COMMON_LEAST = 50
"""Terms of more than this share of the distinct texts, and of more than so many, find no pairs."""
_BLOCK = 256
"""Passages compared with all others at a time."""


class Pair(Record, frozen=True, kw_only=True):
    """Two passages, by position, and how much they tell the same thing."""

    a: int
    b: int
    """Greater than ``a``."""
    similarity: float


class PassageIndex:
    """The passages of one event by the terms they hold."""

    def __init__(self, profiles: Sequence[Profile], owners: Sequence[str]) -> None:
        """Index the profiles; ``owners`` names for each the article it stands in."""
        self._profiles = profiles
        self._owners = np.unique(np.array(owners, dtype=str), return_inverse=True)[1]
        self._places = _places(owners)
        self._totals = np.array([profile.total for profile in profiles])
        self._terms = _matrix(profiles)

    def pairs(self, floor: float, workers: int = 2) -> list[Pair]:
        """Return the pairs across articles of at least ``floor`` (0 to 1), best first.

        ``workers`` is the number of threads that rapidfuzz may use.
        """
        if not self._terms.shape[1]:
            return []
        left, right = self._candidates(floor)
        wording = cpdist(
            [self._profiles[i].phrase for i in left],
            [self._profiles[i].phrase for i in right],
            scorer=fuzz.token_set_ratio,
            workers=workers,
        )
        values = self._blend(left, right, self._shared(left, right), wording / 100)
        order = np.lexsort((right, left, -values))
        return [
            Pair(a=int(left[i]), b=int(right[i]), similarity=float(values[i]))
            for i in order
            if values[i] >= floor
        ]

    def nearest(self, members: Sequence[int], others: Sequence[int]) -> tuple[int, int]:
        """Return the pair of a member and one of the others with the most in common."""
        if not self._terms.shape[1]:
            return members[0], others[0]
        shared = (self._terms[list(members)] @ self._terms[list(others)].T).toarray()
        rows, columns = np.indices(shared.shape)
        a, b = np.array(members)[rows.ravel()], np.array(others)[columns.ravel()]
        best = int(np.argmax(self._blend(a, b, shared.ravel(), np.zeros(shared.size))))
        return int(a[best]), int(b[best])

    def _candidates(self, floor: float) -> tuple[Ints, Ints]:
        rare, common = self._split()
        size = len(self._profiles)
        found = [self._block(rare, common, start, floor) for start in range(0, size, _BLOCK)]
        codes = np.unique(np.concatenate(found))
        return codes // size, codes % size

    def _block(self, rare: "sparse.csr_array", common: Floats, start: int, floor: float) -> Ints:
        """Return the candidates of one block of passages, each pair as ``a * size + b``."""
        product = (rare[start : start + _BLOCK] @ rare.T).tocoo()
        a, b = product.row.astype(np.int64) + start, product.col.astype(np.int64)
        across = self._owners[a] != self._owners[b]
        a, b, shared = a[across], b[across], product.data[across]
        # What the two may share in common terms was not added up; grant all of it.
        most = shared + np.minimum(common[a], common[b])
        bound = self._blend(a, b, most, np.ones(len(a)))
        distance = np.abs(self._places[a] - self._places[b])
        kept = _best_of_each(a, b, bound, distance, floor)
        low, high = np.minimum(a[kept], b[kept]), np.maximum(a[kept], b[kept])
        codes: Ints = low * len(self._profiles) + high
        return codes

    def _split(self) -> "tuple[sparse.csr_array, Floats]":
        """Return the matrix of the rare terms, and each passage's weight in common ones."""
        from scipy import sparse

        distinct = {profile.phrase: row for row, profile in enumerate(self._profiles)}
        spread = np.bincount(
            self._terms[sorted(distinct.values())].indices, minlength=self._terms.shape[1]
        )
        is_common = spread > max(_COMMON_LEAST, _COMMON_SHARE * len(distinct))
        common = self._terms[:, np.flatnonzero(is_common)]
        rare = sparse.csr_array(self._terms[:, np.flatnonzero(~is_common)])
        return rare, np.asarray(common.multiply(common).sum(axis=1)).ravel()

    def _shared(self, left: Ints, right: Ints) -> Floats:
        parts = [
            self._terms[left[i : i + _BLOCK]].multiply(self._terms[right[i : i + _BLOCK]]).sum(1)
            for i in range(0, len(left), _BLOCK)
        ]
        return np.concatenate([np.asarray(part).ravel() for part in parts] or [np.zeros(0)])

    def _blend(self, a: Ints, b: Ints, shared: Floats, wording: Floats) -> Floats:
        return blend(shared, self._totals[a], self._totals[b], wording)


def _matrix(profiles: Sequence[Profile]) -> "sparse.csr_array":
    """Return passages by terms; a product of two rows is the weight the passages share."""
    from scipy import sparse

    columns = {
        key: column
        for column, key in enumerate(sorted({key for p in profiles for key, _ in p.weights}))
    }
    indices = [columns[key] for profile in profiles for key, _ in profile.weights]
    weights = [weight for profile in profiles for _, weight in profile.weights]
    ends = np.cumsum([0, *(len(profile.weights) for profile in profiles)])
    shape = (len(profiles), len(columns))
    return sparse.csr_array((np.sqrt(weights), indices, ends), shape=shape)


def _places(owners: Sequence[str]) -> Ints:
    """Return where in its article each passage stands, from 0."""
    seen: Counter[str] = Counter()
    places = []
    for owner in owners:
        places.append(seen[owner])
        seen[owner] += 1
    return np.array(places, dtype=np.int64)


def _best_of_each(a: Ints, b: Ints, bound: Floats, distance: Ints, floor: float) -> Ints:
    """Return which pairs are among the best of their ``a`` and may reach the floor.

    Of equally good ones those that stand alike far into their articles come first.
    """
    order = np.lexsort((b, distance, -bound, a))
    order = order[bound[order] >= floor]
    _, firsts, counts = np.unique(a[order], return_index=True, return_counts=True)
    ranks = np.arange(len(order)) - np.repeat(firsts, counts)
    kept: Ints = order[ranks < MOST_PER_PASSAGE]
    return kept
