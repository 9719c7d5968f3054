"""Who did it: "a marcher was shot" in one telling, "police shot a marcher" in the other.

The same verb must be said of the same person or thing, in a passive without agent on one side, and
on the other with somebody named, whom the first passage names nowhere but as who says so.
"""

from collections.abc import Iterator

from bias.alignment.told import Told
from bias.language.clause import Clause
from bias.language.lexis import frames
from bias.records import Opposition, OppositionKind, Voice

_LONGEST = 9
"""Words from the first participant to the last that are shown whole."""
_STATES = frozenset({"be", "have", "do", "expect", "suppose", "schedule", "base", "locate"})
"""Verbs whose passive names a state or an arrangement, not a deed."""
_ACTORS = frozenset({"NOUN", "PROPN"})


def agencies(a: Told, b: Told) -> Iterator[Opposition]:
    """Yield where one passage leaves out who acts and the other names who does."""
    for left, right in _deeds(a, b):
        yield Opposition(kind=OppositionKind.AGENCY, a=left, b=right)
    for right, left in _deeds(b, a):
        yield Opposition(kind=OppositionKind.AGENCY, a=left, b=right)


def _deeds(silent: Told, naming: Told) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for passive in filter(lambda clause: _is_agentless(silent, clause), silent.clauses):
        done_to = silent.keys_of(passive.subject)
        for active in naming.clauses:
            actor, patient = _deed(active)
            if (
                patient >= 0
                and _is_actor(naming, actor)
                and silent.lemma(passive.predicate) == naming.lemma(active.predicate)
                and (passive.negated, passive.modal) == (active.negated, active.modal)
                and done_to & naming.keys_of(patient)
                and not _named(silent) & naming.keys_of(actor)
            ):
                yield (
                    _shown(silent, passive, passive.subject, passive.subject),
                    _shown(naming, active, actor, patient),
                )


def _is_agentless(told: Told, clause: Clause) -> bool:
    return (
        clause.passive
        and clause.agent < 0
        and clause.own_subject
        and clause.subject >= 0
        and not clause.question
        and told.lemma(clause.predicate) not in _STATES
        and not told.has(clause.predicate, "by")
        and told.voice(clause.predicate) is not Voice.QUOTED
    )


def _named(told: Told) -> frozenset[str]:
    """Return all that a passage names but for who is cited: "police said …" names no actor."""
    cited = {clause.subject for clause in told.clauses if told.lemma(clause.predicate) in frames()}
    named = (token.index for token in told.tokens if token.index not in cited)
    return frozenset().union(*map(told.keys_of, named))


def _deed(clause: Clause) -> tuple[int, int]:
    """Return who acts and on whom, -1 where nobody is named."""
    if clause.question:
        return -1, -1
    if clause.passive:
        return clause.agent, clause.subject
    return (clause.subject, clause.objects[0]) if clause.objects else (-1, -1)


def _is_actor(told: Told, token: int) -> bool:
    return token >= 0 and told.document.tokens[token].pos in _ACTORS


def _shown(told: Told, clause: Clause, first: int, last: int) -> tuple[int, int]:
    """Return the words from one participant to the other with the verb; long ones are cut."""
    ends = {*told.whole(first), *told.whole(last)}
    inside = {*ends, *told.verb(clause.predicate)}
    if max(inside) - min(inside) < _LONGEST:
        return told.span(inside)
    near = {first, *told.verb(clause.predicate)}
    return told.span(near if max(near) - min(near) < _LONGEST else told.verb(clause.predicate))
