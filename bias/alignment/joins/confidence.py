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
    """Return the confidence of every pair, 0 to 1; ``system`` is ``rules`` or ``model``.

    A sign that is not known of an event counts as it usually stands.
    """
    weights, usual = sign_weights(system), sign_weights("usual")
    total = weights["constant"] + sum(weights[n] * signs.get(n, usual[n]) for n in SIGNS)
    return np.round(1 / (1 + np.exp(-np.asarray(total, dtype=np.float64))), _DECIMALS)


@cache
def sign_weights(column: str) -> Mapping[str, float]:
    """Return one column of ``words/join_signs.csv`` by sign."""
    with (files("bias.alignment") / "words" / "join_signs.csv").open(encoding="utf-8") as lines:
        return {row["sign"]: float(row[column]) for row in csv.DictReader(lines)}


SIGNS = (
    "alike and nearest",
    "apart",
    "beside",
    "in order",
    "support",
    "opening",
    "long",
    "quoted alike",
    "quotation",
    "other quotation",
    "two quotations",
    "one quotation",
    "same speaker",
    "participants",
    "predicate",
    "telling word",
)
