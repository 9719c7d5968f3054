"""Which of some articles tell of one happening: joined step by step, the most alike first.

A join (average link, Sokal and Michener 1958) stands only if the two sides are alike enough in
themselves, nearly as much like each other as each is like itself, and agree on what happened. The
second keeps look-alikes apart, whose articles resemble each other well, but their own kind far
better; the third keeps apart what one actor did twice.

Pieces of one outlet count less as alike, since an outlet seldom tells a happening twice; where it
does, :mod:`bias.events.second_pieces` finds what is left over here.
"""

from collections.abc import Iterator

import msgspec
import numpy as np

from bias.events.similarity import Matrix, Nearness

CUTOFF = 0.15
"""Average likeness between two groups below which they are never joined."""
SMALL_GROUP = 0.14
"""Added to the cutoff, divided by the articles of the join: among the many pairs of a night some
are alike by chance, so two articles must be more alike than two dozen."""
AGREEMENT = 0.05
"""Average agreement between two groups below which they are never joined."""
SMALL_AGREEMENT = 0.4
"""Added to it, divided by the articles of the join: the words of two articles decide little,
those of two dozen hold every way of telling it."""
COHESION = 0.6
"""Share of the looser group's own average likeness that a join must reach."""
COPY_SIMILARITY = 0.4
"""A group more alike than this holds copies; it asks for no more than one that is this alike."""
SAME_OUTLET = 0.4
"""Factor on the likeness of two articles of one outlet."""

Rows = tuple[int, ...]


class _Group(msgspec.Struct, frozen=True):
    """A node of the tree of joins."""

    rows: Rows
    pairs: float
    """Sum of the likenesses of all its pairs."""
    parts: "tuple[_Group, _Group] | None" = None
    likeness: float = 1.0
    """Average likeness between its two parts."""


def joined(nearness: Nearness) -> list[Rows]:
    """Return the groups of at least two articles, from at least two outlets, as row numbers."""
    tree = _tree(discounted(nearness))
    groups = [group.rows for group in _standing(tree, nearness.agreement)]
    return [rows for rows in groups if not nearness.one_outlet[rows[0], list(rows)].all()]


def discounted(nearness: Nearness) -> Matrix:
    """Return the likenesses, smaller where both articles are of one outlet."""
    likeness: Matrix = np.where(nearness.one_outlet, SAME_OUTLET, 1.0) * nearness.likeness
    np.fill_diagonal(likeness, 1.0)
    return likeness


def likeness_needed(size: int, own: float) -> float:
    """Return the average likeness that two sides must have.

    Args:
        size: Articles of both.
        own: Average likeness inside the looser of them, 0 if one is a single article.
    """
    return max(CUTOFF + SMALL_GROUP / size, COHESION * min(own, COPY_SIMILARITY))


def agreement_needed(size: int) -> float:
    """Return the average agreement that two sides of so many articles must have."""
    return AGREEMENT + SMALL_AGREEMENT / size


# ---------------------------------------------------------------- the tree


def _tree(likeness: Matrix) -> _Group:
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    joins = linkage(squareform(1.0 - likeness, checks=False), "average")
    groups = [_Group((row,), 0.0) for row in range(len(likeness))]
    for first, second, distance, _ in joins:
        a, b = groups[int(first)], groups[int(second)]
        average = 1.0 - float(distance)
        pairs = a.pairs + b.pairs + average * len(a.rows) * len(b.rows)
        groups.append(_Group(a.rows + b.rows, pairs, (a, b), average))
    return groups[-1]


def _standing(tree: _Group, agreement: Matrix) -> Iterator[_Group]:
    """Yield the largest groups whose topmost join stands, the parts of others looked at in turn."""
    waiting = [tree]
    while waiting:
        group = waiting.pop()
        if group.parts is None:
            continue
        if _stands(group.likeness, group.parts, agreement):
            yield group
        else:
            waiting.extend(group.parts)


def _stands(likeness: float, parts: tuple[_Group, _Group], agreement: Matrix) -> bool:
    a, b = parts
    size = len(a.rows) + len(b.rows)
    agreed = float(agreement[np.ix_(a.rows, b.rows)].mean())
    return likeness >= likeness_needed(size, _looser(a, b)) and agreed >= agreement_needed(size)


def _looser(a: _Group, b: _Group) -> float:
    """Return the own average likeness of the looser side, 0 if a side is a single article."""
    own = (2 * g.pairs / (len(g.rows) * (len(g.rows) - 1)) for g in (a, b))
    return min(own) if a.parts and b.parts else 0.0
