"""Whom and what an event is about, by name."""

from collections import Counter, defaultdict

from bias.records import Comparison

MOST_NAMES = 12
LONGEST_NAME = 60
"""Characters; longer ones are no name a reader knows."""


def shared_names(comparison: Comparison) -> tuple[str, ...]:
    """Return the names that two outlets at least use, those of most outlets first."""
    count: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    for naming in comparison.namings:
        if _is_name(naming.entity):
            count[naming.entity] += 1
            outlets[naming.entity].add(naming.outlet)
    shared = [name for name, users in outlets.items() if len(users) > 1]
    shared.sort(key=lambda name: (-len(outlets[name]), -count[name], name))
    return tuple(shared[:MOST_NAMES])


def _is_name(entity: str) -> bool:
    return entity[:1].isupper() and len(entity) <= LONGEST_NAME and entity.isprintable()
