"""What the tellings of one thing have in common: the terms that most passages of a group hold.

A passage may be unlike a group because it is long, or tells two things at once, and still tell
what the group tells; it may also be like one member for what only that one adds. The core is what
decides whether an outlet leaves the thing out.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from bias.alignment.similarity import Profile

SHARE = 2 / 3
"""Share of a group's passages, two at the least, that hold a term of its core."""

WINDOW = 3
"""Neighbouring passages that may tell a thing together."""

FIRM_WEIGHT = 2.5
"""Weight, in words that only one passage has, from which a core is enough to go by."""
FIRM_PART = 0.6
"""Share of the shortest member from which a lighter core is enough: a short fact told whole."""


def core_terms(members: Sequence[Profile]) -> dict[str, float]:
    """Return the terms that most members hold, each with its weight, in alphabetical order."""
    held = Counter(key for member in members for key, _ in member.weights)
    needed = max(2, math.ceil(SHARE * len(members)))
    weights = {key: weight for member in members for key, weight in member.weights}
    return {key: weights[key] for key in sorted(held) if held[key] >= needed}


def is_firm(core: Mapping[str, float], members: Sequence[Profile]) -> bool:
    """Say whether the members share enough to claim that somebody else leaves it out."""
    total = math.fsum(core.values())
    shortest = min((member.total for member in members), default=0.0)
    return total >= FIRM_WEIGHT or total >= FIRM_PART * shortest > 0


def held_share(core: Mapping[str, float], passages: Sequence[Profile]) -> float:
    """Return the greatest share of a core's weight that neighbouring passages hold, 0 to 1.

    ``passages`` are those of one outlet in reading order: what one outlet says in a sentence
    another one says in two or three.
    """
    total = math.fsum(core.values())
    if not total:
        return 0.0
    keys = [core.keys() & {key for key, _ in passage.weights} for passage in passages]
    windows = (set().union(*keys[i : i + WINDOW]) for i in range(len(keys)))
    return max((math.fsum(core[k] for k in sorted(held)) for held in windows), default=0.0) / total
