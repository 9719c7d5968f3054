"""Where the passages of one group give different numbers for the same thing."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from bias.alignment.event_passages import EventPassage
from bias.alignment.quantities import Quantity, read_quantities
from bias.records import NumberClash

_Count = tuple[EventPassage, Quantity]


def number_clashes(
    members: Sequence[EventPassage], language: str = "en"
) -> tuple[NumberClash, ...]:
    """Return one clash for every counted noun about which outlets differ.

    Two passages clash where both count the same thing and no number of the one agrees with any
    that the other gives for it.
    """
    counts = [
        (member, quantity)
        for member in members
        for quantity in read_quantities(member.text, language)
    ]
    clashes: dict[str, dict[EventPassage, str]] = {}
    for noun, pair in _clashing(counts):
        values = clashes.setdefault(noun.casefold(), {})
        values.update({member: quantity.printed for member, quantity in pair})
    return tuple(
        NumberClash(
            what=noun,
            values=tuple(sorted((member.ref, printed) for member, printed in values.items())),
        )
        for noun, values in clashes.items()
    )


def _clashing(counts: Sequence[_Count]) -> Iterator[tuple[str, tuple[_Count, _Count]]]:
    for a, b in combinations(counts, 2):
        noun = a[1].shared_noun(b[1])
        if noun and a[0].outlet != b[0].outlet and not _agree(counts, a, b):
            yield noun, (a, b)


def _agree(counts: Sequence[_Count], a: _Count, b: _Count) -> bool:
    return _given(counts, a[1], b[0]) or _given(counts, b[1], a[0])


def _given(counts: Sequence[_Count], number: Quantity, by: EventPassage) -> bool:
    """Say whether a passage gives the number, among others perhaps, for the same thing."""
    return any(
        passage is by and quantity.shared_noun(number) and quantity.agrees(number)
        for passage, quantity in counts
    )
