"""What is made the cause: "shut because of worn cables", "the strike caused the shutdown".

Both passages must give a cause of one thing: what follows from it has a word in common, or names
one entity.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bias.alignment.oppositions.heads import are_one_word
from bias.alignment.terms.word_lists import causes as cause_words
from bias.alignment.told import Told
from bias.language.clause import Clause
from bias.records import Opposition, OppositionKind, Voice

_LONGEST = 9
"""Words of a cause that are shown; of a longer one, its head with what stands before it."""
_EMPTY = frozenset({"be", "have", "do", "get", "go", "make", "take", "say", "come"})
_HEADS = frozenset({"NOUN", "PROPN", "VERB"})
_NOTHING = frozenset({"reason", "fact", "thing", "way", "cause", "lot", "number", "part"})


class _Cause(NamedTuple):
    """A cause that a passage gives."""

    of: frozenset[str]
    """What follows from it, as it is compared."""
    head: int
    words: tuple[int, ...]


def causes(a: Told, b: Told) -> Iterator[Opposition]:
    """Yield what two passages make the cause of one thing, where it is not the same."""
    ours, theirs = list(_given(a)), list(_given(b))
    for left in ours:
        for right in theirs:
            if left.of & right.of and _differ(a, left, b, right):
                yield Opposition(
                    kind=OppositionKind.CAUSE, a=a.span(left.words), b=b.span(right.words)
                )


def _differ(a: Told, left: _Cause, b: Told, right: _Cause) -> bool:
    one_word = are_one_word(a.lemma(left.head), b.lemma(right.head))
    return not (one_word or a.keys_of(left.head) & b.keys or b.keys_of(right.head) & a.keys)


def _given(told: Told) -> Iterator[_Cause]:
    found = (*_behind_words(told), *(each for c in told.clauses for each in _by_clause(told, c)))
    for of, head, words in found:
        token = told.document.tokens[head]
        named = token.pos in _HEADS and told.lemma(head) not in _EMPTY | _NOTHING
        if of and named and told.voice(head) is not Voice.QUOTED:
            yield _Cause(of, head, words or _phrase(told, head))


_Found = tuple[frozenset[str], int, tuple[int, ...]]


def _behind_words(told: Told) -> Iterator[_Found]:
    """Yield causes behind "because of", "due to": what they stand beside follows from them."""
    tokens, children = told.document.tokens, told.document.tree.children
    for token in told.tokens:
        if token.lower in cause_words("behind") and not _is_denied(told, token.index):
            inner = [i for i in children(token.index) if tokens[i].lower in ("of", "to")]
            for above in (token.index, *inner):
                for head in (i for i in children(above) if tokens[i].dep == "pobj"):
                    yield _effect(told, token.head), head, ()


def _by_clause(told: Told, clause: Clause) -> Iterator[_Found]:
    lemma, of = told.lemma(clause.predicate), _objects(told, clause)
    if clause.negated or clause.question:
        return
    if clause.marker in cause_words("clause") and clause.kind == "adverbial" and clause.parent >= 0:
        above = told.document.clauses[clause.parent]
        if not above.negated:
            yield _effect(told, above.predicate), clause.predicate, _shown(told, clause.tokens[1:])
    if lemma in cause_words("makes"):
        actor, patients = (clause.agent, (clause.subject,)) if clause.passive else (
            clause.subject, clause.objects
        )  # fmt: skip
        if actor >= 0:
            yield _all_keys(told, patients), actor, ()
    elif lemma in cause_words("leads") and clause.subject >= 0:
        yield _all_keys(told, _below(told, clause.predicate, "to")), clause.subject, ()
    elif lemma in cause_words("follows") and clause.subject >= 0:
        for head in _below(told, clause.predicate, "from"):
            yield told.keys_of(clause.subject), head, ()
    elif lemma in cause_words("blames") and clause.objects:
        yield from _blamed(told, clause, of)


def _blamed(told: Told, clause: Clause, of: frozenset[str]) -> Iterator[_Found]:
    """Yield who or what is blamed: "blamed Ray for the delay", "blamed the delay on Ray"."""
    on = _below(told, clause.predicate, "on")
    if on:
        yield from ((of, head, ()) for head in on)
    else:
        yield _all_keys(told, _below(told, clause.predicate, "for")), clause.objects[0], ()


def _objects(told: Told, clause: Clause) -> frozenset[str]:
    return _all_keys(told, clause.objects)


def _effect(told: Told, head: int) -> frozenset[str]:
    """Return what a word beside a cause is compared by; an empty verb by what is said with it."""
    if told.lemma(head) not in _EMPTY:
        return told.keys_of(head)
    tokens, children = told.document.tokens, told.document.tree.children
    said = [i for i in children(head) if tokens[i].dep in ("attr", "acomp", "dobj")]
    return _all_keys(told, said)


def _below(told: Told, head: int, word: str) -> list[int]:
    """Return what stands behind a preposition beside a word."""
    tokens, children = told.document.tokens, told.document.tree.children
    inner = [i for i in children(head) if tokens[i].lower == word]
    return [j for i in inner for j in children(i) if tokens[j].dep in ("pobj", "pcomp")]


def _all_keys(told: Told, heads: Sequence[int]) -> frozenset[str]:
    return frozenset().union(*(told.keys_of(head) for head in heads if head >= 0))


def _is_denied(told: Told, token: int) -> bool:
    """Tell whether it is not the cause, or not all of it, by the word right before."""
    before = told.document.tokens[token - 1].lower if token else ""
    return before in ("not", "n't", "partly", "less")


def _phrase(told: Told, head: int) -> tuple[int, ...]:
    return _shown(told, told.document.tree.subtree(head)) or told.phrase(head)


def _shown(told: Told, words: Sequence[int]) -> tuple[int, ...]:
    """Return words without an article at their start, none where there are too many."""
    tokens = told.document.tokens
    inside = [i for i in words if told.first <= i < told.last and tokens[i].pos != "SPACE"]
    while len(inside) > 1 and tokens[inside[0]].tag in ("DT", "PRP$"):
        inside.pop(0)
    while inside and tokens[inside[-1]].pos == "PUNCT":
        inside.pop()
    return tuple(inside) if len(inside) <= _LONGEST else ()
