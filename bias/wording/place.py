"""What the place of a sentence in its article adds to the weight of its loaded words.

An article says first, and about those in its headline, what it makes of a happening. Annotators of
news articles marked a mild word (strength 1) of the opening as often as a strong one elsewhere, and
one in the last two fifths half as often; see ``docs/wording.md`` for the counts.
Source: van Dijk, News as Discourse (1988), chapter 2: what stands first is what is stressed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bias.language.word_classes import word_class
from bias.languages import DEFAULT
from bias.records import Passage
from bias.text import fold
from bias.wording.context import capitalises_words

OPENING = 3
"""Sentences of the body that open an article."""
LATE = 0.6
"""Share of the sentences after which the rest of an article begins."""
LEAST = 10
"""Sentences below which an article has no places."""

_WORD = re.compile(r"[^\W_]{2,}")
_MOST_WORDS = 40  # of a headline; what goes on longer is no headline
_SHOUTED = 3  # letters: a longer word in capitals is shouted, a shorter one may be "UN"
_SELDOM = 10  # a name stands in lower case at most once in so many times


def names_of(
    title: str, body: str, padded: str, passages: Sequence[Passage], language: str = DEFAULT
) -> frozenset[str]:
    """Return the words of a headline, folded, that the body writes as names.

    The body alone decides: a headline may be set in capitals, or begin every word with one, and
    says nothing by it.

    Args:
        title: the headline.
        body: the text.
        padded: the body as :func:`bias.wording.matcher.pad` makes it.
        passages: of the body, in their order.
        language: ISO 639-1.
    """
    found = dict.fromkeys(fold(word) for word in _WORD.findall(title))
    never = word_class("never_name", language=language)
    words = [word for word in found if word not in never][:_MOST_WORDS]
    return frozenset(word for word in words if _is_name(word, body, padded, passages))


def _is_name(word: str, body: str, padded: str, passages: Sequence[Passage]) -> bool:
    """Return whether a word has a capital inside sentences, and almost never none."""
    capitals = lower = 0
    headings: dict[int, bool] = {}
    starts = [passage.start for passage in passages]
    for at in _places(word, padded):
        index = bisect_right(starts, at) - 1
        if not body[at].isupper():
            lower += 1
        elif index >= 0 and _is_inside(body, at, at + len(word), starts[index]):
            if index not in headings:
                headings[index] = capitalises_words(body[starts[index] : passages[index].end])
            capitals += not headings[index]
    return capitals > 0 and capitals >= _SELDOM * lower


def _places(word: str, padded: str) -> Iterator[int]:
    """Yield where a word begins in the text that was padded."""
    at = padded.find(f" {word} ")
    while at >= 0:
        yield at
        at = padded.find(f" {word} ", at + 1)


def _is_inside(text: str, start: int, end: int, first: int) -> bool:
    """Return whether the capital of a word is its own: it begins nothing and is not shouted."""
    shouted = text[start:end].isupper() and end - start > _SHOUTED
    return start > first and text[start - 1] in " -‐‑/\n" and not shouted


def place_weight(position: int, sentences: int, sentence: str, names: frozenset[str]) -> int:
    """Return what a place adds to the strength of a cue: 1, 0 or -1.

    Args:
        position: of the sentence in the body, from 0.
        sentences: of the body.
        sentence: its text.
        names: of the headline, folded; an opening sentence without any of them adds nothing.
    """
    if sentences < LEAST:
        return 0
    if position < OPENING:
        return int(not names.isdisjoint(_WORD.findall(fold(sentence))))
    return -int(position >= LATE * sentences)
