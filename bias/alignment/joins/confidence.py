"""How sure it is that two passages tell one thing, as a share of such pairs that did.

A logistic regression over the signs; its weights stand in ``words/join_signs.csv``, one column for
similarity by rules alone, one with the sentence model. ``python -m benchmarks.join_weights`` makes
them from labelled facts and shows how well they do on events left out.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np

from bias.alignment.similarity import Floats

_DECIMALS = 4


def confidences(signs: Mapping[str, Floats], system: str) -> Floats:
    """Return the confidence of every pair, 0 to 1; ``system`` is ``rules`` or ``model``."""
    weights = sign_weights(system)
    total = sum(signs[name] * weights[name] for name in SIGNS) + weights["constant"]
    return np.round(1 / (1 + np.exp(-np.asarray(total, dtype=np.float64))), _DECIMALS)


@cache
def sign_weights(system: str) -> Mapping[str, float]:
    """Return the weight of each sign."""
    with (files("bias.alignment") / "words" / "join_signs.csv").open(encoding="utf-8") as lines:
        return {row["sign"]: float(row[system]) for row in csv.DictReader(lines)}


SIGNS = (
    "similarity",
    "nearest",
    "alike and nearest",
    "apart",
    "neighbours",
    "support",
    "opening",
    "quotation",
    "other quotation",
    "two quotations",
    "one quotation",
)
