"""What is done: another verb for one deed, "curbs the tax" and "ends the tax"."""

from collections.abc import Iterator

from bias.alignment.told import Told
from bias.language.clause import Clause
from bias.records import Opposition, OppositionKind, Voice

_PLAIN = frozenset(
    {
        "be", "have", "do", "get", "go", "make", "take", "give", "come", "include", "want", "use",
        "say", "tell", "announce", "add", "note", "report", "state", "write", "speak", "explain",
        "ask", "reply", "respond", "comment", "describe", "read", "see", "hear", "release", "issue",
        "expect", "combine", "involve", "cover", "concern",
    }
)  # fmt: skip
"""Verbs that tell little by themselves, those of plain saying among them."""
_STATED = frozenset({"main", "coordinate"})
_TOLD = _STATED | {"complement", "relative"}
_LONGEST = 8
"""Words of a verb with its object that are shown whole."""


def actions(a: Told, b: Told) -> Iterator[Opposition]:
    """Yield the verbs that two passages put to the same patient, then those of the same actor.

    A patient may stand behind "of" ("a part of the law"). Verbs of one actor alone are set against
    each other only where both are what a headline or an opening sentence states, and with what they
    are done to.
    """
    pairs = [
        (left, right)
        for left in a.clauses
        for right in b.clauses
        if _acts(a, left) and _acts(b, right) and _other_verb(a, left, b, right)
    ]
    for left, right in pairs:
        if _same_patient(a, left, b, right):
            yield _opposition(a, a.verb(left.predicate), b, b.verb(right.predicate))
        elif a.opens and b.opens and _same_actor(a, left, b, right):
            yield _opposition(a, _with_object(a, left), b, _with_object(b, right))


def _opposition(a: Told, left: tuple[int, ...], b: Told, right: tuple[int, ...]) -> Opposition:
    return Opposition(kind=OppositionKind.ACTION, a=a.span(left), b=b.span(right))


def _acts(told: Told, clause: Clause) -> bool:
    return (
        told.document.tokens[clause.predicate].pos == "VERB"
        and told.lemma(clause.predicate) not in _PLAIN
        and told.voice(clause.predicate) is not Voice.QUOTED
        and not clause.question
    )


def _other_verb(a: Told, left: Clause, b: Told, right: Clause) -> bool:
    """Tell whether neither verb stands anywhere in the other passage, and both are alike in form.

    What somebody wants to do is not set against what was done.
    """
    moods = [
        (told.document.tokens[c.predicate].tag == "VB", c.modal != "", c.negated)
        for told, c in ((a, left), (b, right))
    ]
    if moods[0] != moods[1] or not _same_above(a, left, b, right):
        return False
    return not (a.keys_of(left.predicate) & b.keys or b.keys_of(right.predicate) & a.keys)


def _same_above(a: Told, left: Clause, b: Told, right: Clause) -> bool:
    """Tell whether two infinitives hang on one verb: "aims to curb", "aims to end"."""
    infinitives = [clause.kind == "open_complement" for clause in (left, right)]
    if not any(infinitives):
        return True
    return all(infinitives) and bool(_keys_above(a, left) & _keys_above(b, right))


def _keys_above(told: Told, clause: Clause) -> frozenset[str]:
    above = clause.parent
    return told.keys_of(told.document.clauses[above].predicate if above >= 0 else -1)


def _same_patient(a: Told, left: Clause, b: Told, right: Clause) -> bool:
    """Tell whether both have the same patient and the same actor.

    Nobody need be named as actor where both state what is done to a thing.
    """
    (actor, patient), (other, object_) = _roles(left), _roles(right)
    if not _patient(a, patient) & _patient(b, object_):
        return False
    if actor >= 0 and other >= 0:
        return bool(a.keys_of(actor) & b.keys_of(other))
    return left.passive is right.passive and left.kind in _TOLD and right.kind in _TOLD


def _same_actor(a: Told, left: Clause, b: Told, right: Clause) -> bool:
    """Tell whether one actor does both, and both are what the sentence states."""
    (actor, patient), (other, object_) = _roles(left), _roles(right)
    stated = left.kind in _STATED and right.kind in _STATED
    told = patient >= 0 and object_ >= 0 and left.own_subject and right.own_subject
    return stated and told and bool(a.keys_of(actor) & b.keys_of(other))


def _roles(clause: Clause) -> tuple[int, int]:
    """Return who acts and on whom, -1 for none."""
    if clause.passive:
        return clause.agent, clause.subject
    return clause.subject, clause.objects[0] if clause.objects else -1


def _patient(told: Told, head: int) -> frozenset[str]:
    """Return what a patient may be compared by, what it is a part of included."""
    if head < 0:
        return frozenset()
    tokens, children = told.document.tokens, told.document.tree.children
    of = [i for i in children(head) if tokens[i].lower == "of"]
    parts = [j for i in of for j in children(i) if tokens[j].dep == "pobj"]
    return frozenset().union(*(told.keys_of(i) for i in (head, *parts)))


def _with_object(told: Told, clause: Clause) -> tuple[int, ...]:
    """Return a verb with what it is done to, the verb alone where that is long."""
    verb = told.verb(clause.predicate)
    inside = {*verb, *(told.phrase(clause.objects[0]) if clause.objects else ())}
    return tuple(sorted(inside)) if max(inside) - min(inside) < _LONGEST else verb
