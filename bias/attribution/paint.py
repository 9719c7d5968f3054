"""Paints the items of a unit with the attribution they belong to.

Where attributions are nested, the innermost that tells of words said or thought wins: in ``Ode said
Ray called them thugs`` the word is Ray's. One that names nobody leaves them to one that does: in
``Ode said they were accused of looting`` it is Ode's.
"""

from collections.abc import Sequence

from bias.attribution.found import Attribution
from bias.attribution.unit import Range, Unit

Owners = list[int | None]
_ASIDES = frozenset({"behind", "according-to"})
"""Rules whose cue and source stand amid the words, where they are the outlet's."""


def paint(unit: Unit, attributions: Sequence[Attribution]) -> Owners:
    """Return, for every item, the index of the attribution whose words it is among."""
    owners: Owners = [None] * len(unit)
    ranges = [
        (attribution.tells, attribution.source is not None, start - end, i, start, end)
        for i, attribution in enumerate(attributions)
        for start, end in attribution.contents
    ]
    for *_, i, start, end in sorted(ranges):
        owners[start:end] = [i] * (end - start)
    for attribution in attributions:
        if attribution.rule in _ASIDES and attribution.source is not None:
            places = (*attribution.cue, *attribution.source.place)
            owners[min(places) : max(places)] = [None] * (max(places) - min(places))
    return owners


def runs(unit: Unit, owners: Owners) -> list[tuple[int, Range]]:
    """Return the stretches of one owner outside quotations, marks at their ends cut off."""
    found: list[tuple[int, Range]] = []
    start = 0
    for i in range(len(unit) + 1):
        same = i < len(unit) and owners[i] == owners[start] and not unit.is_quote(i)
        if same and not unit.is_quote(start):
            continue
        owner = owners[start] if start < len(unit) else None
        if owner is not None and not unit.is_quote(start):
            trimmed = _trim(unit, start, i)
            if trimmed[0] < trimmed[1]:
                found.append((owner, trimmed))
        start = i
    return found


def _trim(unit: Unit, start: int, end: int) -> Range:
    while start < end and not unit.is_word(start):
        start += 1
    while end > start and not unit.is_word(end - 1):
        end -= 1
    return start, end
