"""Words that stand in one place of two sentences and are of one kind there: "thugs", "marchers".

What word-by-word comparison finds in one place may have nothing to do with each other ("the
lawsuit", "Ada Ray"); it counts where the heads of both are nouns, verbs or describing words, and
hang on their sentences in the same way. It tells nothing by itself: "ties" and "relations" are such
words, too. Where one of them is loaded it is what a reader wants to see.
"""

from collections.abc import Iterator, Sequence

from bias.alignment.oppositions.heads import are_one_word
from bias.alignment.told import Told
from bias.language.token import Token
from bias.records import ContrastStep, Opposition, OppositionKind

_KINDS = {"NOUN": "noun", "PROPN": "noun", "VERB": "verb", "ADJ": "quality"}
_NAMES = frozenset({"PERSON", "GPE", "ORG", "DATE", "TIME", "CARDINAL", "MONEY"})
"""Names and figures: no other word for anything."""
_LONGEST = 6
"""Words of either side."""


def exchanged(a: Told, b: Told, steps: Sequence[ContrastStep]) -> Iterator[Opposition]:
    """Yield the words put for each other in one place that are of one kind."""
    for step in steps:
        if step.kind == "replaced":
            left, right = _head(a, step.a), _head(b, step.b)
            if left is not None and right is not None and _alike(left, right):
                yield Opposition(kind=OppositionKind.WORDS, a=step.a, b=step.b)


def _head(told: Told, span: tuple[int, int]) -> Token | None:
    """Return the one word of a stretch on which all its others hang, adverbs left out."""
    first, last = told.document.token_range(*span)
    if last - first > _LONGEST:
        return None
    inside = [told.document.tokens[i] for i in range(first, last)]
    heads = [t for t in inside if not first <= t.head < last or t.head == t.index]
    telling = [token for token in heads if token.pos not in ("ADV", "PUNCT", "DET", "SPACE")]
    named = any(told.document.label(token.index) in _NAMES for token in telling)
    return telling[0] if len(telling) == 1 and not named else None


def _alike(left: Token, right: Token) -> bool:
    if are_one_word(left.lemma.lower(), right.lemma.lower()):
        return False
    kinds = {"quality" if t.dep == "amod" else _KINDS.get(t.pos, "") for t in (left, right)}
    return len(kinds) == 1 and "" not in kinds and left.dep == right.dep
