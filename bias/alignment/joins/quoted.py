"""What quotation marks say of a pair: one quotation, two of them, or one passage that quotes."""

from collections.abc import Sequence

import numpy as np

from bias.alignment.candidates import Ints
from bias.alignment.event_passages import EventPassage
from bias.alignment.quotations import quoted_terms, same_quotation
from bias.alignment.similarity import Floats, Profile

MOSTLY = 0.6
"""Share of a passage's terms in quotation marks from which on it is a quotation."""
LEAST = 4
"""Terms in quotation marks from which on two quotations can be told apart."""
UNLIKE = 0.5
"""Share of the shorter quotation under which the longer one is another."""


def quotation_signs(
    passages: Sequence[EventPassage],
    profiles: Sequence[Profile],
    pairs: tuple[Ints, Ints],
    language: str,
) -> dict[str, Floats]:
    """Return for every pair, as 0 or 1, what its quotation marks say."""
    a, b = pairs
    quoted = [quoted_terms(passage, language) for passage in passages]
    mostly = np.array(
        [
            len(terms) > MOSTLY * max(1, len(profile.weights))
            for terms, profile in zip(quoted, profiles, strict=True)
        ],
        dtype=bool,
    )
    sides = [(quoted[i], quoted[j]) for i, j in zip(a, b, strict=True)]
    return {
        "quotation": _flags([bool(p and q) and same_quotation(p, q) for p, q in sides]),
        "other quotation": _flags([_are_unlike(p, q) for p, q in sides]),
        "two quotations": _flags(mostly[a] & mostly[b]),
        "one quotation": _flags(mostly[a] != mostly[b]),
    }


def _are_unlike(a: frozenset[str], b: frozenset[str]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= LEAST and len(a & b) < UNLIKE * shorter


def _flags(truths: Sequence[bool] | Floats) -> Floats:
    return np.array(truths, dtype=np.float64)
