"""What stands in one place of two sentences: "an inquiry into leaks" and "a probe into spying".

Both phrases must hang in the same way on a word that both passages have, and their heads must stand
nowhere in the other passage.
"""

from collections.abc import Iterator

from bias.alignment.oppositions.heads import are_of_one_kind, are_one_word
from bias.alignment.told import Told
from bias.language.lexis import frames
from bias.language.token import Token
from bias.records import Opposition, OppositionKind, Voice

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_HEADS = frozenset({"NOUN", "VERB", "ADJ"})
_ROLES = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_EMPTY = frozenset({"be", "have", "do", "get", "go", "make", "take", "say", "tell", "add", "come"})
_FIXED = frozenset(
    {
        "none", "nothing", "one", "some", "effort", "order", "attempt", "bid", "addition", "part",
        "response", "front", "case", "kind", "number", "lot", "way", "favor", "light", "terms",
    }
)  # fmt: skip
"""Nouns that stand for nothing, or only bind a phrase: "in an effort to"."""
_PLACES = frozenset(
    {
        "in", "at", "on", "during", "before", "after", "since", "until", "under", "through", "near",
        "by", "between", "among", "within", "outside",
    }
)  # fmt: skip
"""Words behind which stands where or when, which differs without meaning anything."""
_DATES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_LONGEST = 9
"""Words of a phrase that are shown; of a longer one, its head with what stands before it."""


def roles(a: Told, b: Told) -> Iterator[Opposition]:
    """Yield the phrases that fill one place in two passages and mean something else."""
    by_key: dict[str, list[Token]] = {}
    for right in _anchors(b):
        for key in b.keys_of(right.index):
            by_key.setdefault(key, []).append(right)
    for left in _anchors(a):
        alike = {t.index: t for key in a.keys_of(left.index) for t in by_key.get(key, ())}
        for _, right in sorted(alike.items()):
            if left.pos == right.pos:
                yield from _below(a, left, b, right)


def _anchors(told: Told) -> Iterator[Token]:
    for token in told.tokens:
        if token.pos in _CONTENT and token.lemma.lower() not in _EMPTY:
            yield token


def _below(a: Told, left: Token, b: Told, right: Token) -> Iterator[Opposition]:
    theirs = dict(_places(b, right))
    for place, head in _places(a, left):
        other = theirs.get(place)
        if other is not None and _differ(a, head, b, other):
            yield Opposition(
                kind=OppositionKind.ROLE, a=a.span(_phrase(a, head)), b=b.span(_phrase(b, other))
            )


def _places(told: Told, anchor: Token) -> Iterator[tuple[str, int]]:
    """Yield how a phrase hangs on a word, and its head."""
    tokens, children = told.document.tokens, told.document.tree.children
    acts = anchor.pos == "VERB" and anchor.lemma.lower() not in frames()
    for child in children(anchor.index):
        if tokens[child].dep in _ROLES or (tokens[child].dep in _SUBJECTS and acts):
            yield tokens[child].dep, child
        elif tokens[child].dep == "prep" and tokens[child].lower not in _PLACES:
            for inner in children(child):
                if tokens[inner].dep in ("pobj", "pcomp"):
                    yield tokens[child].lower, inner


def _differ(a: Told, head: int, b: Told, other: int) -> bool:
    """Tell whether two heads are the outlets' own words and stand in one passage each."""
    left, right = a.lemma(head), b.lemma(other)
    return (
        not are_one_word(left, right)
        and (_is_verb(a, head) or _is_verb(b, other) or are_of_one_kind(left, right))
        and not (_before(a, head) & _before(b, other))
        and all(_is_told(told, i) for told, i in ((a, head), (b, other)))
        and not a.keys_of(head) & b.keys
        and not b.keys_of(other) & a.keys
    )


def _is_verb(told: Told, head: int) -> bool:
    return told.document.tokens[head].pos == "VERB"


def _before(told: Told, head: int) -> frozenset[str]:
    """Return the words that describe or class a noun: "private email" of a server or a system."""
    tokens = told.document.tokens
    kids = (tokens[i] for i in told.document.tree.children(head) if i < head)
    return frozenset(kid.lemma.lower() for kid in kids if kid.dep in ("amod", "compound"))


def _is_told(told: Told, head: int) -> bool:
    token = told.document.tokens[head]
    return (
        token.pos in _HEADS
        and told.voice(head) is not Voice.QUOTED
        and told.document.label(head) not in _DATES
        and told.lemma(head) not in _EMPTY | _FIXED
    )


def _phrase(told: Told, head: int) -> tuple[int, ...]:
    """Return a phrase without its article; of a long one no more than up to its head."""
    whole = [i for i in told.document.tree.subtree(head) if told.first <= i < told.last]
    tokens = told.document.tokens
    while len(whole) > 1 and tokens[whole[0]].tag in ("DT", "PRP$"):
        whole.pop(0)
    return tuple(whole) if len(whole) <= _LONGEST else told.phrase(head)
