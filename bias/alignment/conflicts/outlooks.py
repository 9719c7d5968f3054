"""What is to come, told both ways: "expected to meet the king", "unlikely to meet the king"."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bias.alignment.told import Event, Told
from bias.language.clause import Clause
from bias.records import Conflict, ConflictKind, PassageRef, Voice

SURE = 0.85
"""Too few were met to measure it; that of denials, which ask for the same."""
_LIKELY = frozenset(
    {"likely", "expected", "set", "due", "scheduled", "poised", "bound", "certain", "sure"}
)
_UNLIKELY = frozenset({"unlikely"})


class _Outlook(NamedTuple):
    """What somebody is said to be going to do, or not."""

    likely: bool
    verb: str
    subject: frozenset[str]
    objects: frozenset[str]
    span: tuple[int, int]


def outlook_conflicts(
    pairs: Iterable[tuple[PassageRef, PassageRef]], event: Event
) -> Iterator[Conflict]:
    """Yield where one of two joined passages expects what the other holds unlikely."""
    for a, b in pairs:
        for one in _outlooks(event.told(a)):
            for other in _outlooks(event.told(b)):
                if one.likely is not other.likely and _same(one, other):
                    yield Conflict(
                        kind=ConflictKind.DENIAL,
                        a=a,
                        b=b,
                        span_a=one.span,
                        span_b=other.span,
                        what=one.verb,
                        confidence=SURE,
                    )


def _same(one: _Outlook, other: _Outlook) -> bool:
    if one.verb != other.verb or not one.subject & other.subject:
        return False
    return bool(one.objects & other.objects) or not (one.objects or other.objects)


def _outlooks(told: Told) -> Iterator[_Outlook]:
    for clause in told.clauses:
        likely = _is_likely(told, clause)
        if likely is not None and told.voice(clause.predicate) is not Voice.QUOTED:
            above = told.document.tokens[clause.predicate].head
            yield _Outlook(
                likely=likely,
                verb=told.lemma(clause.predicate),
                subject=told.keys_of(clause.subject),
                objects=frozenset().union(*(told.keys_of(i) for i in clause.objects)),
                span=told.span((above, clause.predicate)),
            )


def _is_likely(told: Told, clause: Clause) -> bool | None:
    """Tell whether a clause is expected (``True``) or held unlikely; ``None`` for all others."""
    if clause.kind != "open_complement" or clause.negated or clause.parent < 0 or clause.question:
        return None
    above = told.document.clauses[clause.parent]
    if above.kind not in ("main", "coordinate", "complement", "relative") or above.modal:
        return None
    word = told.document.tokens[told.document.tokens[clause.predicate].head].lower
    if word in _UNLIKELY:
        return None if above.negated else False
    return not above.negated if word in _LIKELY else None
