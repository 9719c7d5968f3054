"""Where the passages of one group give different numbers for the same thing."""

from collections.abc import Sequence
from itertools import combinations

from bias.alignment.event_passages import EventPassage
from bias.alignment.quantities import Quantity, read_quantities
from bias.records import NumberClash, Record


class _Count(Record, frozen=True, kw_only=True):
    """One number of one passage."""

    passage: EventPassage
    quantity: Quantity
    lone: bool
    """Whether it is the passage's only number in its measure."""


def number_clashes(
    members: Sequence[EventPassage], language: str = "en"
) -> tuple[NumberClash, ...]:
    """Return one clash for everything that the passages of different outlets count differently.

    Two passages clash where they count the same thing and neither gives the other's number, or
    one near it, for that thing.
    """
    counts = [count for member in members for count in _counts(member, language)]
    same = [(a, b) for a, b in combinations(range(len(counts)), 2) if _noun(counts[a], counts[b])]
    groups = _joined(len(counts), same)
    clashing = {groups[a] for a, b in same if _differ(counts, a, b)}
    return tuple(
        _clash([count for count, group in zip(counts, groups, strict=True) if group == number])
        for number in sorted(clashing)
    )


def _counts(passage: EventPassage, language: str) -> list[_Count]:
    quantities = read_quantities(passage.text, language)
    measures = [quantity.measure for quantity in quantities]
    return [
        _Count(passage=passage, quantity=q, lone=measures.count(q.measure) == 1) for q in quantities
    ]


def _noun(a: _Count, b: _Count) -> str:
    """Return the noun if both passages may count the same thing, else an empty text."""
    if a.passage.outlet == b.passage.outlet or a.quantity.measure != b.quantity.measure:
        return ""
    mine, theirs = dict(a.quantity.nouns), dict(b.quantity.nouns)
    if a.lone and b.lone:
        shared = [key for key in mine if key in b.quantity.around]
        shared += [key for key in theirs if key in a.quantity.around]
        return {**theirs, **mine}[shared[0]] if shared else ""
    within = mine.keys() <= b.quantity.around or theirs.keys() <= a.quantity.around
    shared = [key for key in mine if key in theirs] if within else []
    return mine[shared[0]] if shared else ""


def _differ(counts: Sequence[_Count], a: int, b: int) -> bool:
    return not (_given(counts, a, b) or _given(counts, b, a))


def _given(counts: Sequence[_Count], number: int, by: int) -> bool:
    """Say whether a passage gives a number, perhaps among others, for the same thing."""
    return any(
        other.passage is counts[by].passage
        and _noun(other, counts[number])
        and other.quantity.agrees(counts[number].quantity)
        for other in counts
    )


def _joined(size: int, links: Sequence[tuple[int, int]]) -> list[int]:
    """Return for every number the first one that links lead to."""
    first = list(range(size))
    for a, b in links:
        low, high = sorted((first[a], first[b]))
        first = [low if number == high else number for number in first]
    return first


def _clash(counts: Sequence[_Count]) -> NumberClash:
    nouns = [_noun(a, b) for a, b in combinations(counts, 2)]
    return NumberClash(
        what=next((noun for noun in nouns if noun), ""),
        values=tuple(sorted((count.passage.ref, count.quantity.printed) for count in counts)),
    )
