"""How sure it is told: "hurled stones" in one telling, "allegedly hurled stones" in the other.

What is told as so must be a statement of the outlet itself, without any modal verb: what somebody
says, wants or should do is no more certain than what may be.
"""

from collections.abc import Iterator

from bias.alignment.terms.word_lists import certainty
from bias.alignment.told import Told
from bias.language.clause import Clause
from bias.records import Opposition, OppositionKind, Voice

_STATED = frozenset({"main", "coordinate", "relative"})
_NEAR = 4
"""Words between the word of doubt and the verb that are shown with both."""


def certainties(a: Told, b: Told) -> Iterator[Opposition]:
    """Yield where one passage tells as so what the other leaves open, of the same participants."""
    for left in a.clauses:
        for right in b.clauses:
            if left.negated is right.negated and _same(a, left, b, right):
                yield from _opposed(a, left, b, right)


def _opposed(a: Told, left: Clause, b: Told, right: Clause) -> Iterator[Opposition]:
    sides = ((a, left), (b, right))
    for (told, clause), (other, stated) in (sides, sides[::-1]):
        if _is_open(told, clause) and _is_stated(other, stated):
            yield Opposition(kind=OppositionKind.CERTAINTY, a=_shown(a, left), b=_shown(b, right))


def _same(a: Told, left: Clause, b: Told, right: Clause) -> bool:
    """Tell whether two clauses say the same verb of one participant or more."""
    verbs = a.keys_of(left.predicate) & b.keys_of(right.predicate)
    return bool(verbs) and any(
        a.keys_of(i) & b.keys_of(j)
        for i in (left.subject, *left.objects)
        for j in (right.subject, *right.objects)
        if i >= 0 and j >= 0
    )


def _is_open(told: Told, clause: Clause) -> bool:
    return told.voice(clause.predicate) is not Voice.QUOTED and bool(_open_words(told, clause))


def _is_stated(told: Told, clause: Clause) -> bool:
    """Tell whether the outlet itself states a clause as a fact."""
    return (
        clause.kind in _STATED
        and not clause.modal
        and not clause.question
        and told.voice(clause.predicate) is Voice.OWN
        and not _open_words(told, clause)
    )


def _shown(told: Told, clause: Clause) -> tuple[int, int]:
    """Return the verb with what makes it uncertain, or that alone where it stands far away."""
    doubt, verb = set(_open_words(told, clause)), set(told.verb(clause.predicate))
    both = doubt | verb
    return told.span(both if max(both) - min(both) <= len(both) + _NEAR else doubt)


def _open_words(told: Told, clause: Clause) -> tuple[int, ...]:
    """Return the words that leave open whether a clause is so."""
    tokens = told.document.tokens
    kids = told.document.tree.children(clause.predicate)
    beside = [i for i in kids if tokens[i].lower in certainty("doubt")]
    chance = [i for i in kids if tokens[i].tag == "MD" and tokens[i].lower in certainty("chance")]
    if clause.parent >= 0 and clause.kind in ("complement", "open_complement"):
        above = told.document.clauses[clause.parent].predicate
        beside += [above] if told.lemma(above) in certainty("claim") else []
    return tuple(beside + chance)
