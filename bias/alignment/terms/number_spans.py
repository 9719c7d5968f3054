"""The words of a text, with numbers of several words as one: "4 million", "half a dozen"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from bias.alignment.terms.numbers import number_value, scale_value, word_value
from bias.alignment.terms.word_lists import counting, number_words
from bias.text import fold, word_spans

_ARTICLES = frozenset({"a", "an", "half", "one"})
"""Words that make a number only in front of a scale: "a dozen", "half a million"."""
_LINKED = frozenset({"hundred", "thousand"})
"""Scales behind which "and" goes on with the number: "one hundred and twenty"."""
_MOST_WORDS = 8
"""Longer rows of number words are no number."""

_SPACED = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\w]|[.,]\d)")
"""A figure with spaces between its thousands."""

_Span = tuple[int, int]


@lru_cache(maxsize=8_192)
def term_spans(text: str) -> tuple[_Span, ...]:
    """Return the half-open span of every word, numbers of several words as one.

    >>> text = "Some 4 million of one hundred and twenty."
    >>> [text[start:end] for start, end in term_spans(text)]
    ['Some', '4 million', 'of', 'one hundred and twenty']
    """
    spans = list(word_spans(text))
    if _SPACED.search(text):
        spans = list(_spaced(text, spans))
    return tuple(_joined(text, spans) if _scales().search(text) else spans)


def _spaced(text: str, spans: list[_Span]) -> Iterator[_Span]:
    """Yield the words with figures set in groups of three as one: "816 000"."""
    groups = {match.start(): match.end() for match in _SPACED.finditer(text)}
    end, before = 0, ""
    for start, stop in spans:
        if start < end:
            continue
        dated = before in counting("calendar") or before in counting("label")
        end = stop if dated else groups.get(start, stop)
        before = fold(text[start:stop])
        yield start, end


@cache
def _scales() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(number_words('scale'))})\b", re.IGNORECASE)


def _joined(text: str, spans: list[_Span]) -> list[_Span]:
    words = [fold(text[start:end]) for start, end in spans]
    apart = [not text[a[1] : b[0]].isspace() for a, b in pairwise(spans)] + [True]
    found, position = [], 0
    while position < len(spans):
        last = _phrase_end(words, apart, position)
        found.append((spans[position][0], spans[last - 1][1]))
        position = last
    return found


def _phrase_end(words: list[str], apart: list[bool], first: int) -> int:
    """Return where the number that starts at a word ends; one word on where none does."""
    if words[first] not in _ARTICLES and number_value(words[first]) is None:
        return first + 1
    start = last = first + 1 + _half(words, first)
    while last - first < _MOST_WORDS and (step := _step(words, apart, last, last > start)):
        last += step
    return last if last > start else first + 1


def _half(words: list[str], first: int) -> int:
    """Return how many words a half takes: 1 in "half a million", 3 in "two and a half million"."""
    if words[first] == "half":
        return int(words[first + 1 : first + 2] in (["a"], ["an"]))
    return 3 if words[first + 1 : first + 4] == ["and", "a", "half"] else 0


def _step(words: list[str], apart: list[bool], at: int, scaled: bool) -> int:
    """Return how many words continue a number, 0 where it ends: "million", "and twenty"."""
    if at >= len(words) or apart[at - 1]:
        return 0
    if scale_value(words[at]) or (scaled and word_value(words[at])):
        return 1
    linked = words[at] == "and" and words[at - 1] in _LINKED and not any(apart[at : at + 1])
    return 2 if linked and word_value("".join(words[at + 1 : at + 2])) else 0
