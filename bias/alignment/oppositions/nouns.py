"""What somebody or something is called, and how it is described."""

from collections.abc import Iterator

from bias.alignment.oppositions.heads import are_of_one_kind, are_one_word
from bias.alignment.terms.word_lists import classifying
from bias.alignment.told import Told
from bias.people.lexis import titles
from bias.records import Mention, MentionKind, Opposition, OppositionKind, Part, Voice

_DESCRIBES = frozenset({"amod", "compound", "nmod"})
_WORDS = frozenset({"ADJ", "NOUN", "VERB", "ADV"})
_ANYBODY = frozenset(
    {
        "person",
        "people",
        "man",
        "woman",
        "one",
        "other",
        "member",
        "group",
        "party",
        "republican",
        "democrat",
        "american",
    }
)
"""Heads that call nobody anything."""


def namings(a: Told, b: Told) -> Iterator[Opposition]:
    """Yield the words by which two passages call one person, group or thing differently.

    A name against an office or a plain noun of its kind ("Rick Perry", "the governor"; "the bill",
    "the legislation") is no other name, and neither is one that both passages use.
    """
    for entity, left in a.mentions():
        for other, right in b.mentions():
            if entity == other and _differ(left, right) and _apart(a, left, b, right):
                yield Opposition(
                    kind=OppositionKind.NAMING,
                    a=(left.start, left.end),
                    b=(right.start, right.end),
                )


def qualities(a: Told, b: Told) -> Iterator[Opposition]:
    """Yield the same noun with other words before it in each of two passages."""
    for left in _described(a):
        for right in _described(b):
            same = a.lemma(left) == b.lemma(right) and a.entity(left) == b.entity(right)
            shown = a.phrase(left), b.phrase(right)
            if same and min(map(len, shown)) > 1 and _other_words(a, left, b, right):
                yield Opposition(
                    kind=OppositionKind.QUALITY, a=a.span(shown[0]), b=b.span(shown[1])
                )


def _differ(left: Mention, right: Mention) -> bool:
    """Tell whether a name stands against a description, or a description against another one."""
    kinds = {left.kind, right.kind}
    if MentionKind.PRONOUN in kinds or MentionKind.NOMINAL not in kinds:
        return False
    plain = any(
        m.head in _ANYBODY or (MentionKind.PROPER in kinds and m.head in titles())
        for m in (left, right)
        if m.kind is MentionKind.NOMINAL
    )
    if plain or left.head == right.head or are_one_word(left.head, right.head):
        return False
    nouns = {left.kind, right.kind} == {MentionKind.NOMINAL}
    return not nouns or are_of_one_kind(left.head, right.head)


def _apart(a: Told, left: Mention, b: Told, right: Mention) -> bool:
    """Tell whether both are the outlets' own words, and no description stands in both passages."""
    return all(
        (token := told.document.token_at(mention.head_start)) is not None
        and told.voice(token.index) is not Voice.QUOTED
        and (mention.kind is MentionKind.PROPER or mention.head not in other.lemmas)
        for told, other, mention in ((a, b, left), (b, a, right))
    )


def _described(told: Told) -> Iterator[int]:
    for token in told.tokens:
        noun = token.pos == "NOUN" or (token.pos == "PROPN" and told.document.part is Part.TITLE)
        if noun and _words(told, token.index):
            yield token.index


def _words(told: Told, head: int) -> frozenset[str]:
    """Return the words, as lemmas, that describe a noun in the outlet's own voice."""
    tokens = told.document.tokens
    return frozenset(
        tokens[i].lemma.lower()
        for i in told.document.tree.children(head)
        if i < head
        and tokens[i].dep in _DESCRIBES
        and tokens[i].pos in _WORDS
        and told.voice(i) is not Voice.QUOTED
    )


def _other_words(a: Told, left: int, b: Told, right: int) -> bool:
    """Tell whether each is described, not only classed, by words the other passage has nowhere."""
    ours, theirs = _words(a, left), _words(b, right)
    described = all(words - classifying() for words in (ours, theirs))
    return described and not (ours & b.lemmas or theirs & a.lemmas)
