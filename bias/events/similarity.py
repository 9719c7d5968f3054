"""How much two articles tell of the same happening: the cosine of their weighted terms, 0 to 1."""

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from bias.events.terms import Terms, read_terms
from bias.records import Article

if TYPE_CHECKING:
    from scipy import sparse

SAME_OUTLET = 0.4
"""Factor on two articles of one outlet, which seldom tells the same happening twice in a night."""
BLOCK = 512
"""Articles compared with all others at a time; bounds the memory."""
TINY = 1e-12

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


class Similarity:
    """The similarities of a night's articles, worked out only where they are asked for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Read the articles; an empty one is like no other."""
        self._vectors = _vectors(read_terms(articles))
        names = {outlet: i for i, outlet in enumerate(dict.fromkeys(a.outlet for a in articles))}
        self._outlets = np.array([names[article.outlet] for article in articles], dtype=np.int64)

    def near(self, cutoff: float) -> "sparse.csr_matrix":
        """Return a graph of all pairs that reach the cutoff, whatever their outlets."""
        from scipy import sparse

        size = self._vectors.shape[0]
        blocks = []
        for start in range(0, size, BLOCK):
            block = (self._vectors[start : start + BLOCK] @ self._vectors.T).tocsr()
            block.data[block.data < cutoff] = 0.0
            block.eliminate_zeros()
            blocks.append(block)
        return sparse.csr_matrix(sparse.vstack(blocks))

    def among(self, rows: Sequence[int]) -> Matrix:
        """Return the similarities of some articles to each other, 1 on the diagonal."""
        vectors = self._vectors[list(rows)].tocsc()
        vectors = vectors[:, np.flatnonzero(np.diff(vectors.indptr))]
        outlets = self._outlets[list(rows)]
        found: Matrix = np.clip((vectors @ vectors.T).toarray(), 0.0, 1.0)
        found[outlets[:, None] == outlets[None, :]] *= SAME_OUTLET
        np.fill_diagonal(found, 1.0)
        return found


def _vectors(terms: Terms) -> "sparse.csr_matrix":
    """Return one row of length one for each article: TF-IDF with the terms' own weights.

    A term of one article alone lengthens its row but is not kept in it: it is like no other's.
    """
    from scipy import sparse

    size = len(terms.counts)
    column: dict[str, int] = {}
    for term in chain.from_iterable(terms.counts):
        column.setdefault(term, len(column))
    rows = np.repeat(np.arange(size), [len(row) for row in terms.counts])
    columns = np.fromiter(map(column.__getitem__, chain.from_iterable(terms.counts)), np.int64)
    counts = np.fromiter(chain.from_iterable(row.values() for row in terms.counts), float)
    holders = np.bincount(columns, minlength=len(column))
    kinds = np.fromiter(map(terms.weight, column), float, len(column))
    rarity = (np.log((1 + size) / (1 + holders)) + 1) * kinds
    weights = np.where(counts < 1, counts, 1 + np.log(counts)) * rarity[columns]
    lengths = np.sqrt(np.bincount(rows, weights**2, minlength=size))
    weights /= np.maximum(lengths, TINY)[rows]
    shared = holders[columns] > 1
    place = np.cumsum(holders > 1) - 1
    entries = (weights[shared], (rows[shared], place[columns[shared]]))
    return sparse.csr_matrix(entries, shape=(size, int((holders > 1).sum())))
