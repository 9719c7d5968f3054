"""What the place of a sentence in its article adds to the weight of its loaded words.

An article says first, and about those in its headline, what it makes of a happening. Annotators of
news articles marked a mild word (strength 1) of the opening as often as a strong one elsewhere, and
one in the last two fifths half as often; see ``docs/wording.md`` for the counts.
Source: van Dijk, News as Discourse (1988), chapter 2: what stands first is what is stressed.
"""

import re

OPENING = 3
"""Sentences of the body that open an article."""
LATE = 0.6
"""Share of the sentences after which the rest of an article begins."""
LEAST = 10
"""Sentences below which an article has no places."""

_CAPITALISED = re.compile(r"\b[A-Z]\w{3,}")


def names_of(title: str) -> frozenset[str]:
    """Return the words of a headline that may be names: those of four letters with a capital."""
    return frozenset(_CAPITALISED.findall(title))


def place_weight(position: int, sentences: int, sentence: str, names: frozenset[str]) -> int:
    """Return what a place adds to the strength of a cue: 1, 0 or -1.

    Args:
        position: of the sentence in the body, from 0.
        sentences: of the body.
        sentence: its text.
        names: of the headline; an opening sentence without any of them adds nothing.
    """
    if sentences < LEAST:
        return 0
    if position < OPENING:
        return int(not names.isdisjoint(_CAPITALISED.findall(sentence)))
    return -int(position >= LATE * sentences)
