"""Tokens of a language without a parser: words and marks, with nothing said of them."""

import re
from collections.abc import Sequence
from functools import cache

from bias.language.word_classes import any_class
from bias.languages import DEFAULT
from bias.records import Annotations, Sentence

_MARK = r"[^\w\s\"“”„«»‘‚‟]"


def plain_tokens(text: str, sentences: Sequence[Sentence], language: str = DEFAULT) -> Annotations:
    """Return the words and punctuation marks of each sentence, quotation marks left out.

    What an apostrophe or a hyphen ties to a word by the rules of its language is a token of its
    own: the French "l’" and "-t-il".

    >>> sentence = Sentence(start=0, end=16, paragraph=0)
    >>> plain_tokens("« El golpe », no", [sentence]).lengths
    (2, 5, 1, 2)
    """
    pattern = _token(language)
    spans = [m.span() for s in sentences for m in pattern.finditer(text, s.start, s.end)]
    return Annotations(
        starts=tuple(start for start, _ in spans),
        lengths=tuple(end - start for start, end in spans),
    )


@cache
def _token(language: str) -> re.Pattern[str]:
    tied = _either("tied_before", language), _either("tied_behind", language)
    before = rf"\b(?:{tied[0]})['’](?=\w)|" if tied[0] else ""
    behind = rf"(?<=\w)(?:{tied[1]})\b|" if tied[1] else ""
    cut = rf"(?!(?:{tied[1]})\b)" if tied[1] else ""
    word = rf"[^\W_]+(?:{cut}[.'’&\-‐‑][^\W_]+)*"
    return re.compile(f"{before}{behind}{word}|{_MARK}", re.IGNORECASE)


def _either(name: str, language: str) -> str:
    """Return a pattern for any word of a class, the longest first; empty where there is none."""
    words = any_class(name, language=language)
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
