"""What a passage states that somebody did, or will or will not do, as conflicts compare it."""

from collections.abc import Iterator
from typing import NamedTuple

from bias.alignment.told import Told
from bias.language.clause import Clause
from bias.records import Voice

_STATED = frozenset({"main", "coordinate", "complement", "relative"})
_OPEN = frozenset({"if", "whether", "unless", "when", "until", "before", "why", "how", "what"})
_PARTICLES = frozenset({"down", "out", "off", "up", "aside"})
_PAST = frozenset({"VBD", "VBN"})


class Deed(NamedTuple):
    """One deed that is stated as so."""

    verb: str
    """Its lemma, with a particle: "step-down"."""
    actor: frozenset[str]
    """As compared; empty where nobody is named."""
    patient: frozenset[str]
    past: bool
    span: tuple[int, int]


def deeds(told: Told) -> Iterator[Deed]:
    """Yield what a passage states: nothing denied, asked, quoted, conditional or possible."""
    for clause in told.clauses:
        if _is_stated(told, clause):
            actor, patient = (_meant(told, clause, i) for i in _roles(clause))
            yield Deed(
                verb=_verb(told, clause.predicate),
                actor=told.keys_of(actor),
                patient=told.keys_of(patient),
                past=told.document.tokens[clause.predicate].tag in _PAST,
                span=told.span(told.verb(clause.predicate)),
            )


def _is_stated(told: Told, clause: Clause) -> bool:
    return (
        clause.kind in _STATED
        and clause.marker not in _OPEN
        and not (clause.negated or clause.modal or clause.question)
        and told.document.tokens[clause.predicate].pos == "VERB"
        and told.voice(clause.predicate) is not Voice.QUOTED
    )


def _verb(told: Told, predicate: int) -> str:
    tokens, children = told.document.tokens, told.document.tree.children
    beside = (tokens[i] for i in children(predicate) if i == predicate + 1)
    particle = next((t.lower for t in beside if t.dep == "prt" or t.lower in _PARTICLES), "")
    lemma = told.lemma(predicate)
    return f"{lemma}-{particle}" if particle else lemma


def _roles(clause: Clause) -> tuple[int, int]:
    """Return who acts and on whom, -1 for none."""
    if clause.passive:
        return clause.agent, clause.subject
    return clause.subject, clause.objects[0] if clause.objects else -1


def _meant(told: Told, clause: Clause, token: int) -> int:
    """Return the noun that a relative pronoun stands for: "Ray, whom he fired"."""
    tokens = told.document.tokens
    relative = token >= 0 and clause.kind == "relative" and tokens[token].tag in ("WP", "WDT")
    return tokens[clause.predicate].head if relative else token
