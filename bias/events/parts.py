"""The parts of a night that are joined each by itself, so that no night is compared as a whole.

Two articles make an event from a likeness of 0.22 on, and a larger event has such pairs in it too.
A part is therefore what hangs together by pairs of different outlets that are a little less alike.
At the cutoff of the joins themselves, common words would tie most of a large night together.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy import sparse

PART_CUTOFF = 0.19
"""Likeness of two articles of different outlets from which on they are of one part."""
LARGEST_PART = 2_000
"""Articles of a part that are compared each with each: 0.2 GB, a few seconds. A larger part is cut
again by a higher cutoff; only in nights of tens of thousands of articles does one occur."""
STEP = 0.01
HIGHEST = 0.9
"""Cutoff at which a part is no longer cut: it is copies of one text."""


def parts(near: "sparse.csr_matrix", cutoff: float = PART_CUTOFF) -> Iterator[list[int]]:
    """Yield the parts of at least two articles, each as sorted row numbers.

    Args:
        near: a graph of the pairs that are of one part.
        cutoff: the least likeness of a pair in it.
    """
    from scipy.sparse.csgraph import connected_components

    _, labels = connected_components(near, directed=False)
    order = np.argsort(labels, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(labels[order])) + 1):
        if len(rows) > LARGEST_PART and cutoff < HIGHEST:
            inner = parts(_above(near[rows][:, rows], cutoff + STEP), cutoff + STEP)
            yield from ([int(rows[i]) for i in part] for part in inner)
        elif len(rows) > 1:
            yield rows.tolist()


def _above(near: "sparse.csr_matrix", cutoff: float) -> "sparse.csr_matrix":
    near.data[near.data < cutoff] = 0.0
    near.eliminate_zeros()
    return near
