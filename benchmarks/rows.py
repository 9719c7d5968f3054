"""The tidy row that every measurement yields, and its seeded bootstrap interval."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec
import numpy as np

Unit = TypeVar("Unit")

SEED = 20190430
ROUNDS = 1000


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One figure: what was measured, on what, by which system."""

    set: str
    """The data set, named after its file or folder."""
    system: str
    """``ours``, or the peer measured beside it in the same run."""
    metric: str
    value: float
    low: float | None = None
    """Lower end of the 95 % bootstrap interval; ``None`` where none is drawn."""
    high: float | None = None
    n: int
    """Units (pages, articles, pairs, sentences) the figure rests on."""


def interval(
    units: Sequence[Unit],
    statistic: Callable[[Sequence[Unit]], float],
    rounds: int = ROUNDS,
) -> tuple[float, float]:
    """Return the 95 % percentile bootstrap interval of a statistic over resampled units.

    The same units always give the same interval. Source: Efron and Tibshirani, An Introduction to
    the Bootstrap (1993), chapter 13.
    """
    generator = np.random.default_rng(SEED)
    size = len(units)
    values = [
        statistic([units[i] for i in generator.integers(0, size, size)]) for _ in range(rounds)
    ]
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def row(  # noqa: PLR0913 - what a row is made of
    name: str,
    system: str,
    metric: str,
    units: Sequence[Unit],
    statistic: Callable[[Sequence[Unit]], float],
    *,
    rounds: int = ROUNDS,
) -> Row:
    """Return the row of a statistic over units, with its interval."""
    low, high = interval(units, statistic, rounds)
    return Row(
        set=name,
        system=system,
        metric=metric,
        value=statistic(units),
        low=low,
        high=high,
        n=len(units),
    )


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean, 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
