"""Whether a number of a passage is a part of a whole that is told beside it.

A part and its whole differ without any clash: "three others died" beside "twelve died", "half the
cost, 40,000 crowns" beside "80,000 crowns".
"""

import re
from collections.abc import Sequence

from bias.alignment.terms.numbers import number_value
from bias.alignment.terms.running_words import RunningWord, folded_at, word_before
from bias.alignment.terms.word_lists import counting

_ASIDE = re.compile(r"[,(–—]")
"""Punctuation behind which a number explains what stands before it."""
_SHARE_REACH = 8
"""Words before a number set off by a comma among which it may be called a share."""


def is_part(words: Sequence[RunningWord], span: tuple[int, int]) -> bool:
    """Say whether the number made of ``words[first:last]`` is a part of something told whole."""
    first, last = span
    return _is_rest(words, span) or _is_some_of(words, last) or _is_share(words, first)


def _is_rest(words: Sequence[RunningWord], span: tuple[int, int]) -> bool:
    """Say whether a number comes on top of another: "three others", "another twelve"."""
    first, last = span
    return not counting("rest").isdisjoint({word_before(words, first), folded_at(words, last)})


def _is_some_of(words: Sequence[RunningWord], last: int) -> bool:
    """Say whether a number is taken out of a known whole: "three of the miners", "two of 19"."""
    whole = folded_at(words, last + 1)
    known = whole in counting("whole") or number_value(whole) is not None
    return known and folded_at(words, last) == "of"


def _is_share(words: Sequence[RunningWord], first: int) -> bool:
    """Say whether a number explains a share: "half the cost, 40 crowns", not "half an hour"."""
    if not _ASIDE.search(words[first].gap):
        return False
    for position in range(first - 1, max(-1, first - 1 - _SHARE_REACH), -1):
        if number_value(words[position].folded) is not None:
            return False
        if words[position].folded in counting("share"):
            return folded_at(words, position + 1) not in {"a", "an"}
    return False
