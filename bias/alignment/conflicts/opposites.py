"""Deeds that exclude each other: "approved the sale", "rejected the sale"; "resigned", "was fired".

The rows of ``words/opposite_deeds.csv`` say whether one actor does both to one thing, or whether
who does the first is whom the other is done to.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from bias.alignment.conflicts.deeds import Deed, deeds
from bias.alignment.terms.word_lists import opposite_deeds
from bias.alignment.told import Event
from bias.records import Conflict, ConflictKind, PassageRef

SURE = 0.85
"""Too few were met to measure it; that of denials, which ask for the same."""


def opposite_conflicts(
    pairs: Iterable[tuple[PassageRef, PassageRef]], event: Event
) -> Iterator[Conflict]:
    """Yield where joined passages tell of one actor and thing two deeds that exclude each other."""
    for a, b in pairs:
        for one in deeds(event.told(a)):
            for other in deeds(event.told(b)):
                if _exclude(one, other, "actor") and _same_roles(one, other):
                    yield _conflict(a, one, b, other)


def departure_conflicts(
    refs: Iterable[PassageRef], outlets: Mapping[str, str], event: Event
) -> Iterator[Conflict]:
    """Yield the first pair of passages of two outlets by which somebody went, and was made to go.

    They need not be joined, but must have something else in common.

    Args:
        refs: the passages of the event.
        outlets: for each article its outlet.
        event: its passages, ready to be asked.
    """
    found = [
        (ref, deed) for ref in sorted(refs) for deed in deeds(event.told(ref)) if _leaves(deed)
    ]
    seen: set[frozenset[str]] = set()
    for (a, one), (b, other) in combinations(found, 2):
        between = frozenset((outlets[a.article], outlets[b.article]))
        if len(between) > 1 and between not in seen and _exclude(one, other, "patient"):
            person = _who(one) & _who(other)
            rest = event.told(a).keys & event.told(b).keys - person
            if any(key.startswith("@") for key in person) and rest:
                seen.add(between)
                yield _conflict(a, one, b, other)


def _exclude(one: Deed, other: Deed, who: str) -> bool:
    return any(
        (one.verb in left and other.verb in right) or (one.verb in right and other.verb in left)
        for left, right in opposite_deeds(who)
    )


def _leaves(deed: Deed) -> bool:
    verbs = (word for row in opposite_deeds("patient") for side in row for word in side)
    return deed.past and deed.verb in verbs


def _who(deed: Deed) -> frozenset[str]:
    """Return who goes: the actor of the one deed, whom the other is done to."""
    goes = any(deed.verb in left for left, _ in opposite_deeds("patient"))
    return deed.actor if goes else deed.patient


def _same_roles(one: Deed, other: Deed) -> bool:
    same = one.actor & other.actor and one.patient & other.patient
    return one.past is other.past and bool(same)


def _conflict(a: PassageRef, one: Deed, b: PassageRef, other: Deed) -> Conflict:
    return Conflict(
        kind=ConflictKind.OTHER,
        a=a,
        b=b,
        span_a=one.span,
        span_b=other.span,
        what="",
        confidence=SURE,
    )
