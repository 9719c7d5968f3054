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
        vectors = self._vectors[list(rows)]
        outlets = self._outlets[list(rows)]
        found: Matrix = np.clip((vectors @ vectors.T).toarray(), 0.0, 1.0)
        found[outlets[:, None] == outlets[None, :]] *= SAME_OUTLET
        np.fill_diagonal(found, 1.0)
        return found


def _vectors(terms: Sequence[Terms]) -> "sparse.csr_matrix":
    """Return one row of length one for each article: TF-IDF with the terms' own weights."""
    from scipy import sparse

    names = sorted({term for row in terms for term in row.counts})
    index = dict(zip(names, range(len(names)), strict=True))
    ends = np.cumsum([0, *(len(row.counts) for row in terms)])
    columns = np.fromiter((index[t] for row in terms for t in row.counts), dtype=np.int64)
    counts = np.fromiter(chain.from_iterable(row.counts.values() for row in terms), dtype=float)
    kinds = np.fromiter(chain.from_iterable(row.kinds.values() for row in terms), dtype=float)
    holders = np.bincount(columns, minlength=len(names))
    rarity = np.log((1 + len(terms)) / (1 + holders)) + 1
    weights = np.where(counts < 1, counts, 1 + np.log(counts)) * rarity[columns] * kinds
    matrix = sparse.csr_matrix((weights, columns, ends), shape=(len(terms), len(names)))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags_array(1 / np.maximum(lengths, TINY)) @ matrix)
