"""An outlet's second piece on a happening: an analysis, a live page, a background.

An outlet's own pieces say little about each other, because they share its habits and its section.
What was left over is therefore held against the pieces of the *other* outlets of an event alone,
and must be as near to them as a first piece would have to be.
"""

from collections.abc import Sequence

import numpy as np

from bias.events.joins import Rows, agreement_needed, likeness_needed
from bias.events.similarity import Matrix, Nearness
from bias.events.terms import Weights


def with_second_pieces(groups: Sequence[Rows], nearness: Nearness) -> list[Rows]:
    """Return the groups, each with the left over articles that fit it better than any other."""
    if not groups:
        return []
    fits = np.array([_fits(rows, nearness) for rows in groups])
    fits[:, [row for rows in groups for row in rows]] = 0.0
    best = fits.argmax(axis=0)
    found = np.flatnonzero(fits.max(axis=0))
    return [
        rows + tuple(int(row) for row in found if best[row] == number)
        for number, rows in enumerate(groups)
    ]


def _fits(rows: Rows, nearness: Nearness) -> Weights:
    """Return each article's likeness to the event's other outlets, 0 where it does not belong."""
    others = ~nearness.one_outlet[:, list(rows)]
    likeness = _mean(nearness.likeness[:, list(rows)], others)
    agreement = _mean(nearness.agreement[:, list(rows)], others)
    own = float(likeness[list(rows)].mean())
    # An event has two outlets at least, so every article has another outlet to be held against.
    sizes = others.sum(axis=1) + 1
    needed = np.array([likeness_needed(int(size), own) for size in sizes])
    agreed = np.array([agreement_needed(int(size)) for size in sizes])
    fits: Weights = np.where((likeness >= needed) & (agreement >= agreed), likeness, 0.0)
    return fits


def _mean(values: Matrix, counted: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]") -> Weights:
    mean: Weights = (values * counted).sum(axis=1) / counted.sum(axis=1)
    return mean
