"""The signs that two passages tell one thing: how alike they are, and where they stand.

A passage that comes nearest to another of all its article, stands as far into it, is like what
stands beside the other, is followed by what follows the other, and is like the same passages of
third outlets tells the same thing more often than its words alone say.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bias.alignment.candidates import Ints
from bias.alignment.similarity import Floats

Truths = npt.NDArray[np.bool_]

LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7)
"""Similarities at which a third passage supports two."""
ENOUGH = 0.5
"""Share of the third articles that support a pair fully."""
FULL_LENGTH = 12
"""Passages from which on an article is long enough for the place in it to tell something."""
LEAST_LENGTH, MOST_LENGTH = 24, 100
"""Passages up to which a shorter article, and from which on a longer one, counts no more."""
_BESIDE = ((-1, 0), (1, 0), (0, -1), (0, 1))
"""One of the two with the sentence before or behind the other: a fact told in two sentences."""
_IN_ORDER = tuple((side * i, side * j) for side in (-1, 1) for i in (1, 2) for j in (1, 2))
"""Two sentences behind both, or before both: articles that tell things in one order."""
_BLOCK = 4_096


class Places(NamedTuple):
    """For every passage of an event where it stands."""

    article: Ints
    """Number of its article."""
    at: Ints
    """Place in its article, from 0."""
    share: Floats
    """The same as a share of the article, 0 to 1."""
    length: Ints
    """Passages of its article."""

    def telling(self, a: Ints, b: Ints) -> Floats:
        """Return how much the places of two passages tell, 0 to 1: little in short articles."""
        return np.minimum(1.0, np.minimum(self.length[a], self.length[b]) / FULL_LENGTH)


def places(articles: Sequence[str], indices: Sequence[int]) -> Places:
    """Return where passages stand, from the article and the index of each."""
    numbers = np.unique(np.array(articles, dtype=str), return_inverse=True)[1].astype(np.int64)
    at = np.array(indices, dtype=np.int64)
    lengths = np.bincount(numbers, minlength=1)[numbers]
    return Places(numbers, at, at / np.maximum(1, lengths), lengths)


def context_signs(a: Ints, b: Ints, similarity: Floats, where: Places) -> dict[str, Floats]:
    """Return the signs of every pair by name, each from 0 to about 2, "long" to 5."""
    known = _known(a, b, similarity, len(where.at))
    ranks = _rank(a, b, similarity, where), _rank(b, a, similarity, where)
    nearest = 1 / (1 + ranks[0]) + 1 / (1 + ranks[1])
    return {
        "alike and nearest": similarity * nearest,
        "apart": np.abs(where.share[a] - where.share[b]) * where.telling(a, b),
        "beside": _around(a, b, known, where, _BESIDE),
        "in order": _around(a, b, known, where, _IN_ORDER),
        "support": _support(a, b, similarity, where),
        "long": np.log(np.clip(where.length[a] * where.length[b], LEAST_LENGTH**2, MOST_LENGTH**2))
        / 2,
        "opening": (where.at[a] == 0).astype(float) + (where.at[b] == 0),
    }


class _Known(NamedTuple):
    """The similarity of every pair, either way round, to be looked up by position."""

    codes: Ints
    values: Floats
    size: int

    def of(self, a: Ints, b: Ints) -> Floats:
        """Return the similarity of pairs, 0 where none is known."""
        if not len(self.codes):
            return np.zeros(len(a))
        wanted = a * self.size + b
        at = np.minimum(np.searchsorted(self.codes, wanted), len(self.codes) - 1)
        return np.where(self.codes[at] == wanted, self.values[at], 0.0)


def _known(a: Ints, b: Ints, similarity: Floats, size: int) -> _Known:
    codes = np.concatenate([a * size + b, b * size + a])
    order = np.argsort(codes, kind="stable")
    return _Known(codes[order], np.concatenate([similarity, similarity])[order], size)


def _rank(a: Ints, b: Ints, similarity: Floats, where: Places) -> Floats:
    """Return how many passages of the article of ``b`` come nearer to ``a`` than ``b`` does."""
    group = a * (int(where.article.max(initial=0)) + 1) + where.article[b]
    order = np.lexsort((b, -similarity, group))
    _, firsts, counts = np.unique(group[order], return_index=True, return_counts=True)
    ranks = np.zeros(len(a))
    ranks[order] = np.arange(len(order)) - np.repeat(firsts, counts)
    return ranks


def _around(
    a: Ints, b: Ints, known: _Known, where: Places, steps: Sequence[tuple[int, int]]
) -> Floats:
    """Return the greatest similarity of the pairs that stand so many places from each pair."""
    most = np.zeros(len(a))
    for left, right in steps:
        i, j = a + left, b + right
        inside = (i >= 0) & (j >= 0) & (i < known.size) & (j < known.size)
        i, j = np.where(inside, i, a), np.where(inside, j, b)
        same = (where.article[i] == where.article[a]) & (where.article[j] == where.article[b])
        most = np.maximum(most, np.where(inside & same, known.of(i, j), 0.0))
    return most


def _support(a: Ints, b: Ints, similarity: Floats, where: Places) -> Floats:
    """Return the greatest of ``LEVELS`` at which a passage of a third article is like both.

    Half of the third articles are enough for all of it, 0 is for none: many outlets are no better a
    witness than one, only more often by chance.
    """
    found = np.zeros(len(a))
    steps = np.diff(LEVELS, prepend=0.0)
    for level, step in zip(LEVELS, steps, strict=True):
        share = _supported(a, b, similarity >= level, where)
        found += step * np.minimum(1.0, share / ENOUGH)
    return found


def _supported(a: Ints, b: Ints, like: Truths, where: Places) -> Floats:
    """Return for each pair the share of third articles with a passage linked to both."""
    from scipy import sparse

    size, articles = len(where.at), int(where.article.max(initial=0)) + 1
    rows, columns = np.r_[a[like], b[like]], np.r_[b[like], a[like]]
    linked = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(size, size))
    ones = np.ones(size)
    owner = sparse.csr_array((ones, (np.arange(size), where.article)), shape=(size, articles))
    counts = [
        np.diff(
            (linked[a[i : i + _BLOCK]].multiply(linked[b[i : i + _BLOCK]]) @ owner).tocsr().indptr
        )
        for i in range(0, len(a), _BLOCK)
    ]
    found: Floats = np.concatenate([*counts, np.zeros(0)]) / max(1, articles - 2)
    return found
