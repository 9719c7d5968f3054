"""The words of a passage in a row, each with what stands before it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bias.alignment.terms.number_spans import term_spans
from bias.alignment.terms.word_lists import counting
from bias.records import Record
from bias.text import fold

_folded = lru_cache(maxsize=65_536)(fold)
BREAK = re.compile(r"[.;:()\[\]–—]|,(?!\d)")
"""Punctuation beyond which nothing is counted by the number."""


class RunningWord(Record, frozen=True, kw_only=True):
    """One word, or number of several words, at its place in a text."""

    start: int
    end: int
    printed: str
    folded: str
    gap: str
    """What stands between the word before and this one."""


def running_words(text: str) -> list[RunningWord]:
    """Return the words of a text in reading order."""
    spans = term_spans(text)
    ends = [0, *(end for _, end in spans)]
    return [
        RunningWord(
            start=start,
            end=end,
            printed=text[start:end],
            folded=_folded(text[start:end]),
            gap=text[before:start],
        )
        for before, (start, end) in zip(ends, spans, strict=False)
    ]


def folded_at(words: Sequence[RunningWord], position: int) -> str:
    """Return the folded word at a position, empty beyond either end."""
    return words[position].folded if 0 <= position < len(words) else ""


def word_before(words: Sequence[RunningWord], first: int) -> str:
    """Return the word before a number of its clause; the point of "Sept." and "No." ends none."""
    before, gap = folded_at(words, first - 1), words[first].gap
    if gap.strip() == "." and before in counting("abbreviation"):
        return before
    return "" if BREAK.search(gap) else before
