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
    """Return for every pair what its quotation marks say, as 0 or 1, but a share for the first."""
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
        "quoted alike": np.array([_share(p, q) for p, q in sides], dtype=np.float64),
        "quotation": _flags([bool(p and q) and same_quotation(p, q) for p, q in sides]),
        "other quotation": _flags([_are_unlike(p, q) for p, q in sides]),
        "two quotations": _flags(mostly[a] & mostly[b]),
        "one quotation": _flags(mostly[a] != mostly[b]),
    }


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of the shorter quotation that the longer one holds."""
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter else 0.0


def _are_unlike(a: frozenset[str], b: frozenset[str]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= LEAST and len(a & b) < UNLIKE * shorter


def _flags(truths: Sequence[bool] | Floats) -> Floats:
    return np.array(truths, dtype=np.float64)
