"""The terms of a night as sparse rows: one for each article, a column for each shared term.

A term of one article alone lengthens that article's row but has no column: it is like no other's.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from bias.events.terms import Terms

if TYPE_CHECKING:
    from scipy import sparse

NAME_IN_HEADLINE = 0.5
"""Weight of a name or a number in a headline beside a plain word, which says what happened."""
TINY = 1e-12

Weights = np.ndarray[tuple[int], np.dtype[np.float64]]
Places = np.ndarray[tuple[int], np.dtype[np.int64]]


class Vectors(msgspec.Struct, frozen=True):
    """What the articles of a night are compared by."""

    whole: "sparse.csr_matrix"
    """TF-IDF of all terms with the terms' own weights; rows of length one."""
    plain: "sparse.csr_matrix"
    """TF-IDF of the words that are neither names nor numbers; rows of length one."""
    heads: "sparse.csr_matrix"
    """The words of each title by their rarity, names less; rows that sum to one."""
    leads: "sparse.csr_matrix"
    """One for each word of the title and the opening."""


def read_vectors(terms: Terms) -> Vectors:
    """Return the rows of a night's articles."""
    size = len(terms.counts)
    column = _columns(terms.counts)
    rows, columns = _places(terms.counts, column)
    holders = np.bincount(columns, minlength=len(column))
    rarity = np.log((1 + size) / (1 + holders)) + 1
    counts = np.fromiter(chain.from_iterable(row.values() for row in terms.counts), float)
    weights = np.where(counts < 1, counts, 1 + np.log(counts)) * rarity[columns]
    kinds = np.fromiter(map(terms.weight, column), float, len(column))
    plain = np.fromiter(map(terms.is_plain, column), bool, len(column))
    telling = rarity * np.where(plain, 1.0, NAME_IN_HEADLINE)
    heads, leads = _places(terms.heads, column), _places(terms.leads, column)
    grid = _Grid(size, holders > 1)
    return Vectors(
        whole=grid.unit_rows(weights * kinds[columns], rows, columns),
        plain=grid.unit_rows(weights * plain[columns], rows, columns),
        heads=grid.shares(telling[heads[1]], *heads),
        leads=grid.matrix(np.ones(len(leads[0])), *leads),
    )


def _columns(counts: Iterable[Iterable[str]]) -> dict[str, int]:
    column: dict[str, int] = {}
    for term in chain.from_iterable(counts):
        column.setdefault(term, len(column))
    return column


def _places(words: Sequence[Collection[str]], column: dict[str, int]) -> tuple[Places, Places]:
    """Return the row and the column of every word."""
    rows = np.repeat(np.arange(len(words)), [len(row) for row in words])
    return rows, np.fromiter(map(column.__getitem__, chain.from_iterable(words)), np.int64)


class _Grid:
    """Makes matrices of the shared columns out of entries of all columns."""

    def __init__(self, size: int, shared: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> None:
        self._size = size
        self._shared = shared
        self._place = np.cumsum(shared) - 1

    def unit_rows(self, weights: Weights, rows: Places, columns: Places) -> "sparse.csr_matrix":
        """Return rows divided by their lengths."""
        lengths = np.sqrt(np.bincount(rows, weights**2, minlength=self._size))
        return self.matrix(weights / np.maximum(lengths, TINY)[rows], rows, columns)

    def shares(self, weights: Weights, rows: Places, columns: Places) -> "sparse.csr_matrix":
        """Return rows divided by their sums."""
        sums = np.bincount(rows, weights, minlength=self._size)
        return self.matrix(weights / np.maximum(sums, TINY)[rows], rows, columns)

    def matrix(self, weights: Weights, rows: Places, columns: Places) -> "sparse.csr_matrix":
        """Return the entries of shared columns that are not nought."""
        from scipy import sparse

        kept = self._shared[columns] & (weights > 0)
        entries = (weights[kept], (rows[kept], self._place[columns[kept]]))
        return sparse.csr_matrix(entries, shape=(self._size, int(self._shared.sum())))
