"""Where the passages of one group give different numbers for the same thing."""

from collections.abc import Mapping, Sequence
from itertools import combinations, groupby

from bias.alignment.event_passages import EventPassage
from bias.alignment.terms.quantities import Quantity, read_quantities
from bias.languages import DEFAULT
from bias.records import NumberClash, PassageRef, Record


class _Count(Record, frozen=True, kw_only=True):
    """One number of one passage."""

    passage: EventPassage
    quantity: Quantity
    beside: tuple[Quantity, ...]
    """The passage's other numbers in its measure, parts for a part, wholes for a whole."""


_Told = Mapping[PassageRef, tuple[_Count, ...]]
"""The numbers of every passage."""


def number_clashes(
    members: Sequence[EventPassage], language: str = DEFAULT
) -> tuple[NumberClash, ...]:
    """Return one clash for everything that the passages of different outlets count differently.

    Two passages clash where they count the same thing and neither gives the other's number, or
    one near it, for that thing.
    """
    counts = [count for member in members for count in _counts(member, language)]
    told = {ref: tuple(own) for ref, own in groupby(counts, key=lambda count: count.passage.ref)}
    pairs = list(combinations(range(len(counts)), 2))
    differing = [(a, b) for a, b in pairs if _differ(counts[a], counts[b], told)]
    equal = [(a, b) for a, b in pairs if _equal(counts[a], counts[b])]
    groups = _joined(len(counts), differing + equal)
    return tuple(
        _clash([count for count, group in zip(counts, groups, strict=True) if group == number])
        for number in sorted({groups[a] for a, _ in differing})
    )


def _counts(passage: EventPassage, language: str) -> list[_Count]:
    quantities = read_quantities(passage.text, language)
    return [
        _Count(
            passage=passage,
            quantity=quantity,
            beside=tuple(q for q in quantities if q is not quantity and _comparable(q, quantity)),
        )
        for quantity in quantities
    ]


def _comparable(a: Quantity, b: Quantity) -> bool:
    return a.measure == b.measure and a.part == b.part


def _left_over(a: _Count, b: _Count) -> bool:
    """Say whether both passages have each other's numbers in a measure, but for these two."""
    others = a.beside and b.beside
    return bool(others) and _all_but_one(a, b) and _all_but_one(b, a)


def _all_but_one(a: _Count, b: _Count) -> bool:
    others = (b.quantity, *b.beside)
    met = all(any(mine.agrees(other) for other in others) for mine in a.beside)
    return met and not any(a.quantity.agrees(other) for other in b.beside)


def _repeats(a: _Count, b: _Count) -> bool:
    """Say whether a number without its noun repeats that of another outlet's passage."""
    elsewhere = a.passage.outlet != b.passage.outlet and _comparable(a.quantity, b.quantity)
    bare = a.quantity.bare or b.quantity.bare
    return elsewhere and bare and a.quantity.value == b.quantity.value


def _noun(a: _Count, b: _Count) -> str:
    """Return the noun if both passages may count the same thing, else an empty text."""
    if a.passage.outlet == b.passage.outlet or not _comparable(a.quantity, b.quantity):
        return ""
    if dict(a.quantity.told_of).keys() & dict(b.quantity.told_of).keys():
        return a.quantity.told_of[0][1]
    mine, theirs = dict(a.quantity.nouns), dict(b.quantity.nouns)
    if _left_over(a, b):
        shared = [key for key in mine if key in b.quantity.around]
        shared += [key for key in theirs if key in a.quantity.around]
        return {**theirs, **mine}[shared[0]] if shared else ""
    within = mine.keys() <= b.quantity.around or theirs.keys() <= a.quantity.around
    shared = [key for key in mine if key in theirs] if within else []
    return mine[shared[0]] if shared else ""


def _differ(a: _Count, b: _Count, told: _Told) -> bool:
    """Say whether two numbers are for one thing and neither passage gives the other's."""
    if not _noun(a, b) or _matched(a, b):
        return False
    return not (_given(a, told[b.passage.ref]) or _given(b, told[a.passage.ref]))


def _matched(a: _Count, b: _Count) -> bool:
    """Say whether either number stands elsewhere in the other passage, with its own noun."""
    return any(
        one.quantity.agrees(other) and not other.bare
        for one, two in ((a, b), (b, a))
        for other in two.beside
    )


def _equal(a: _Count, b: _Count) -> bool:
    """Say whether two passages give the same number for one thing."""
    return bool(a.quantity.agrees(b.quantity) and _noun(a, b)) or _repeats(a, b)


def _given(count: _Count, others: Sequence[_Count]) -> bool:
    """Say whether a passage gives a number, perhaps among others, for the same thing."""
    return any(other.quantity.agrees(count.quantity) and _noun(other, count) for other in others)


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
