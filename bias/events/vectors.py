"""The terms of a night as sparse rows: one for each article, a column for each shared term.

A term of one article alone lengthens that article's row but has no column: it is like no other's.
"""

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from bias.events.terms import Numbers, Terms, Weights

if TYPE_CHECKING:
    from scipy import sparse

NAME_IN_HEADLINE = 0.5
"""Weight of a name or a number in a headline beside a plain word, which says what happened."""
TINY = 1e-12


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
    words, pairs = terms.of_words, terms.of_pairs
    holders = np.bincount(words.columns, minlength=len(terms.words))
    rarity = _rarity(terms.size, holders)
    of_pairs = np.bincount(pairs.columns, minlength=len(terms.pairs[0]))
    plain = terms.plain
    by_words = _damped(words.weights) * rarity[words.columns]
    by_pairs = _damped(pairs.weights) * _rarity(terms.size, of_pairs)[pairs.columns]
    telling = rarity * np.where(plain, 1.0, NAME_IN_HEADLINE)
    grid = _Grid(terms.size, holders > 1)
    whole = _Grid(terms.size, np.concatenate([holders > 1, of_pairs > 1]))
    return Vectors(
        whole=whole.unit_rows(
            np.concatenate(
                [
                    by_words * terms.kinds()[words.columns],
                    by_pairs * terms.kinds_of_pairs()[pairs.columns],
                ]
            ),
            np.concatenate([words.rows, pairs.rows]),
            np.concatenate([words.columns, pairs.columns + len(terms.words)]),
        ),
        plain=grid.unit_rows(by_words * plain[words.columns], words.rows, words.columns),
        heads=grid.shares(telling[terms.heads[1]], *terms.heads),
        leads=grid.matrix(np.ones(len(terms.leads[0])), *terms.leads),
    )


def _rarity(size: int, holders: Numbers) -> Weights:
    rarity: Weights = np.log((1 + size) / (1 + holders)) + 1
    return rarity


def _damped(counts: Weights) -> Weights:
    """Return the counts, large ones by their logarithm."""
    return np.where(counts < 1, counts, 1 + np.log(np.maximum(counts, 1)))


class _Grid:
    """Makes matrices of the shared columns out of entries of all columns."""

    def __init__(self, size: int, shared: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> None:
        self._size = size
        self._shared = shared
        self._place = np.cumsum(shared) - 1

    def unit_rows(self, weights: Weights, rows: Numbers, columns: Numbers) -> "sparse.csr_matrix":
        """Return rows divided by their lengths."""
        lengths = np.sqrt(np.bincount(rows, weights**2, minlength=self._size))
        return self.matrix(weights / np.maximum(lengths, TINY)[rows], rows, columns)

    def shares(self, weights: Weights, rows: Numbers, columns: Numbers) -> "sparse.csr_matrix":
        """Return rows divided by their sums."""
        sums = np.bincount(rows, weights, minlength=self._size)
        return self.matrix(weights / np.maximum(sums, TINY)[rows], rows, columns)

    def matrix(self, weights: Weights, rows: Numbers, columns: Numbers) -> "sparse.csr_matrix":
        """Return the entries of shared columns that are not nought."""
        from scipy import sparse

        kept = self._shared[columns] & (weights > 0)
        entries = (weights[kept], (rows[kept], self._place[columns[kept]]))
        return sparse.csr_matrix(entries, shape=(self._size, int(self._shared.sum())))
