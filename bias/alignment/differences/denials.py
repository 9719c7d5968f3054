"""Where a passage of a group denies what a passage of another outlet affirms."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from bias.alignment.differences.stances import denied_word, is_denying, read_stance
from bias.alignment.event_passages import EventPassage
from bias.languages import DEFAULT
from bias.records import Denial, PassageRef


def denials(members: Sequence[EventPassage], language: str = DEFAULT) -> tuple[Denial, ...]:
    """Return one denial for everything that some members deny and others affirm.

    Members of one outlet do not deny each other.
    """
    found: dict[str, tuple[str, set[PassageRef], set[PassageRef]]] = {}
    for key, printed, a, b in _pairs(members, language):
        _, denying, affirming = found.setdefault(key, (printed, set(), set()))
        denying.add(a)
        affirming.add(b)
    return tuple(
        Denial(what=printed, denied_by=tuple(sorted(a)), affirmed_by=tuple(sorted(b)))
        for printed, a, b in found.values()
    )


def is_denied(a: EventPassage, b: EventPassage, language: str = DEFAULT) -> bool:
    """Say whether either of two passages denies what the other affirms."""
    return bool(denials((a, b), language))


def _pairs(
    members: Sequence[EventPassage], language: str
) -> Iterator[tuple[str, str, PassageRef, PassageRef]]:
    """Yield the key and word that one passage denies and another outlet's affirms."""
    if not any(is_denying(member.text) for member in members):
        return
    stances = {member.ref: read_stance(member.text, language) for member in members}
    for a, b in permutations(members, 2):
        found = denied_word(stances[a.ref], stances[b.ref])
        if a.outlet != b.outlet and found:
            yield found.key, found.printed, a.ref, b.ref
