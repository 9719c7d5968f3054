"""What values a printed number stands for: itself, a range, or whatever lies beyond a bound.

"Between 12 and 15", "up to 15" and "dozens" each leave room for 13; "more than 100" for 130.
"""

import re
from collections.abc import Sequence

from bias.alignment.terms.numbers import number_value
from bias.alignment.terms.running_words import BREAK, RunningWord, folded_at, word_before
from bias.alignment.terms.terms import word_terms
from bias.alignment.terms.word_lists import bounds, counting, vague_beginnings, vague_numbers
from bias.records import Record

_TOLERANCE = 0.1
"""A number under the same bound, or an approximate one, agrees within a tenth of the larger."""
_WITHIN = 2.0
"""A bound is taken to be within twice the number: "more than 100" is not 5,000."""
_MOST_WORDS = 3
"""Words in a bound ("no more than") or a vague number ("tens of thousands") at the most."""
_HYPHENED = re.compile(r"(\d[\d.,]*)[\-‐‑](\d[\d.,]*)")
_DASH = re.compile(r"\s?[\-–—]\s?")


class Value(Record, frozen=True, kw_only=True):
    """The values that one printed number may stand for."""

    value: float
    """The number itself; the first of two."""
    low: float
    high: float
    bound: str = ""
    """``about``, ``least`` or ``most``; empty: exact, a range or a result."""
    result: bool = False
    """Two numbers of one vote or match ("51-49"), of which neither is a bound."""

    def agrees(self, other: "Value") -> bool:
        """Say whether two printed numbers may stand for the same one."""
        if self.result or other.result:
            return (self.low, self.high) == (other.low, other.high)
        hedged = "about" in {self.bound, other.bound} or self.bound == other.bound != ""
        slack = _TOLERANCE * max(self.value, other.value) if hedged else 0.0
        near = abs(self.value - other.value) <= slack
        overlap = self.low <= other.high and other.low <= self.high
        return near or (overlap and (self.bound != other.bound or not self.bound))


def read_value(words: Sequence[RunningWord], first: int) -> tuple[Value | None, int]:
    """Return what the number that starts at a word stands for, and behind which word it ends."""
    word = words[first].folded
    if word != "one" and not word[0].isdigit() and number_value(word) is None:
        value, last = _vague(words, first)
        return (value, last) if value else (None, first + 1)
    for read in (_pair, _single):
        value, last = read(words, first)
        if value is not None:
            return value, last
    return None, first + 1


def _vague(words: Sequence[RunningWord], first: int) -> tuple[Value | None, int]:
    """Read "dozens" or "tens of thousands"."""
    if words[first].folded not in vague_beginnings():
        return None, first
    # A number at the end of a text has fewer words behind it.
    for length in range(min(_MOST_WORDS, len(words) - first), 0, -1):
        phrase = " ".join(word.folded for word in words[first : first + length])
        if phrase in vague_numbers():
            low, high = vague_numbers()[phrase]
            return Value(value=low, low=low, high=high), first + length - phrase.endswith(" of")
    return None, first


def _pair(words: Sequence[RunningWord], first: int) -> tuple[Value | None, int]:
    """Read two numbers that make a range ("12 to 15") or a result ("51-49")."""
    numbers, last = _two(words, first)
    if numbers is None or _is_change(words, first):
        return None, first
    low, high = sorted(numbers)
    before = {word_before(words, first), folded_at(words, first - 2)}
    result = numbers[0] >= numbers[1] or not counting("vote").isdisjoint(before)
    return Value(value=numbers[0], low=low, high=high, result=result), last


def _two(words: Sequence[RunningWord], first: int) -> tuple[tuple[float, float] | None, int]:
    """Return two numbers joined by a hyphen, a dash, "to", or "and" behind "between"."""
    hyphened = _HYPHENED.fullmatch(words[first].folded)
    if hyphened:
        return _both(hyphened[1], hyphened[2]), first + 1
    if first + 1 < len(words) and _DASH.fullmatch(words[first + 1].gap):
        return _both(words[first].folded, words[first + 1].folded), first + 2
    joint = "and" if word_before(words, first) == "between" else "to"
    if folded_at(words, first + 1) != joint or BREAK.search(words[first + 1].gap):
        return None, first
    return _both(words[first].folded, folded_at(words, first + 2)), first + 3


def _both(left: str, right: str) -> tuple[float, float] | None:
    a, b = number_value(left), number_value(right)
    return (float(a), float(b)) if a and b else None


def _is_change(words: Sequence[RunningWord], first: int) -> bool:
    """Say whether the first of two numbers is what was before: "rose from 12 to 15"."""
    is_from = word_before(words, first) == "from"
    return is_from and folded_at(words, first - 2) in counting("change") | {"up", "down"}


def _single(words: Sequence[RunningWord], first: int) -> tuple[Value | None, int]:
    printed = number_value(words[first].folded) or _one(words, first)
    if not printed:
        return None, first
    value, bound = float(printed), _bound(words, first)
    return Value(
        value=value,
        low=value / _WITHIN if bound == "most" else value,
        high=value * _WITHIN if bound == "least" else value,
        bound=bound,
    ), first + 1


def _one(words: Sequence[RunningWord], first: int) -> str:
    """Return "1" for "one" before what it counts: "one miner", not "one of them"."""
    counted = folded_at(words, first + 1)
    if words[first].folded != "one" or not counted or counted in counting("single"):
        return ""
    return "1" if any(term.key for term in word_terms(counted)) else ""


def _bound(words: Sequence[RunningWord], first: int) -> str:
    """Return what is printed before a number: ``about``, ``least``, ``most`` or nothing."""
    for length in range(min(_MOST_WORDS, first), 0, -1):
        phrase = " ".join(word.folded for word in words[first - length : first])
        if phrase in bounds():
            return bounds()[phrase]
    return ""
