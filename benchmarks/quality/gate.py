"""The quality gate: how many pages are trusted, and how good the trusted ones are.

By set of labelled pages: ``trusted_share`` of all pages, ``doubtful_share``, and ``trusted_f1``,
the mean over the trusted pages of each page's own F1 by 4-gram word shingles.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from benchmarks.quality.extraction import Overlap, overlap, read, read_sets, told
from benchmarks.rows import Row, row
from bias.records import Level


class Judged(msgspec.Struct, frozen=True):
    """One page: the level it was given, and its F1."""

    level: Level
    f1: float


def measure(data: Path) -> Iterator[Row]:
    """Yield the share of trusted and doubtful pages, and how good trusted ones are, by set."""
    for name, pages in read_sets(data):
        units = []
        for page, body in pages:
            article = read(body, page.url)
            level = article.quality.level if article else Level.UNUSABLE
            units.append(Judged(level, page_f1(overlap(page.text, told(article, name)))))
        yield row(name, "ours", "trusted_share", units, partial(_share, Level.TRUSTED))
        yield row(name, "ours", "doubtful_share", units, partial(_share, Level.DOUBTFUL))
        trusted = [unit for unit in units if unit.level is Level.TRUSTED]
        if trusted:
            yield row(name, "ours", "trusted_f1", trusted, _mean_f1)


def page_f1(parts: Overlap) -> float:
    """Return the F1 of one page, 1 where both texts are empty.

    >>> page_f1((0.5, 0.0, 0.5))
    0.6666666666666666
    """
    both, ours, truth = parts
    return 2 * both / (2 * both + ours + truth) if any(parts) else 1.0


def _share(level: Level, units: Sequence[Judged]) -> float:
    return sum(unit.level is level for unit in units) / len(units) if units else 0.0


def _mean_f1(units: Sequence[Judged]) -> float:
    return sum(unit.f1 for unit in units) / len(units) if units else 0.0
