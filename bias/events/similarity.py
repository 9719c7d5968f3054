"""How much two articles tell of the same happening: the cosine of their weighted terms, 0 to 1."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from scipy import sparse

from bias.events.terms import Terms, read_terms
from bias.records import Article

ONE_OFF_WEIGHT = 0.3
"""What a term counts that no other article has, against one that is shared."""
BLOCK = 512
"""Articles compared with all others at a time; bounds the memory."""


def vectors(articles: Sequence[Article]) -> sparse.csr_matrix:
    """Return one row of length one for each article (all zero for an empty one)."""
    terms = read_terms(articles)
    spread = Counter(term for row in terms for term in row.counts)
    index = {term: column for column, term in enumerate(sorted(spread))}
    rows, columns, values = [], [], []
    for number, row in enumerate(terms):
        for term in sorted(row.counts):
            rows.append(number)
            columns.append(index[term])
            values.append(_weight(row, term, spread[term], len(terms)))
    matrix = sparse.csr_matrix((values, (rows, columns)), shape=(len(terms), len(index)))
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags_array(1 / np.maximum(length, 1e-12)) @ matrix)


def _weight(row: Terms, term: str, spread: int, articles: int) -> float:
    rarity = math.log((1 + articles) / (1 + spread)) + 1
    shared = 1.0 if spread > 1 else ONE_OFF_WEIGHT
    return (1 + math.log(row.counts[term])) * rarity * row.kinds[term] * shared


def near_pairs(matrix: sparse.csr_matrix, cutoff: float) -> Iterator[tuple[int, int, float]]:
    """Yield every pair ``i < j`` whose similarity reaches the cutoff, in order."""
    for start in range(0, matrix.shape[0], BLOCK):
        block = (matrix[start : start + BLOCK] @ matrix.T).tocoo()
        keep = (block.data >= cutoff) & (block.row + start < block.col)
        found = zip(block.row[keep] + start, block.col[keep], block.data[keep], strict=True)
        yield from sorted((int(i), int(j), float(value)) for i, j, value in found)
