"""How sure it is that a sentence tells something that nobody else tells.

A logistic regression over what others have near it and how much it says; its weights stand in
``words/alone_signs.csv``.
``python -m benchmarks.alone_weights`` makes them from labelled facts and shows how well they do on
events left out.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from bias.alignment.event_passages import EventPassage
from bias.alignment.joins.find import Pairs
from bias.alignment.similarity import Floats
from bias.alignment.terms.number_spans import term_spans

SIGNS = ("told by others", "beside", "length")
_DECIMALS = 4


def alone_confidences(passages: Sequence[EventPassage], pairs: Pairs) -> Floats:
    """Return for every passage how sure it is that it tells what no other outlet tells, 0 to 1."""
    weights = alone_weights("model" if pairs.model else "rules")
    signs = alone_signs(passages, pairs)
    total = weights["constant"] + sum(weights[name] * signs[name] for name in SIGNS)
    return np.round(1 / (1 + np.exp(-np.asarray(total, dtype=np.float64))), _DECIMALS)


def alone_signs(passages: Sequence[EventPassage], pairs: Pairs) -> dict[str, Floats]:
    """Return for every passage its signs by name, each from 0 to 1, but the length from 0 to 5."""
    nearest = _nearest(passages, pairs)
    others = np.array(
        [1 - np.prod([1 - near for near in each.values()]) for each in nearest], dtype=np.float64
    )
    likest = np.array([max(each.values(), default=0.0) for each in nearest], dtype=np.float64)
    articles = np.array([passage.ref.article for passage in passages], dtype=str)
    same = np.append(articles[1:] == articles[:-1], False) if len(articles) else np.zeros(0)
    before = np.where(np.roll(same, 1), np.roll(likest, 1), 0.0)
    behind = np.where(same, np.roll(likest, -1), 0.0)
    return {
        "told by others": others,
        "beside": np.maximum(before, behind),
        "length": np.log1p([len(term_spans(passage.text)) for passage in passages]),
    }


def _nearest(passages: Sequence[EventPassage], pairs: Pairs) -> list[dict[str, float]]:
    """Return for every passage how sure its surest pair in each other outlet is."""
    found: list[dict[str, float]] = [defaultdict(float) for _ in passages]
    for a, b, sure in zip(
        pairs.a.tolist(), pairs.b.tolist(), pairs.confidence.tolist(), strict=True
    ):
        for i, j in ((a, b), (b, a)):
            outlet = passages[j].outlet
            found[i][outlet] = max(found[i][outlet], sure)
    return found


@cache
def alone_weights(column: str) -> Mapping[str, float]:
    """Return the weights of the signs by rules alone (``rules``) or with the ``model``."""
    with (files("bias.alignment") / "words" / "alone_signs.csv").open(encoding="utf-8") as lines:
        return {row["sign"]: float(row[column]) for row in csv.DictReader(lines)}
