"""What the numbers of a passage count: "at least 12 people were killed" counts the killed."""

import re
from collections.abc import Iterator, Sequence

from bias.alignment.numbers import number_value, scale_value
from bias.alignment.terms import word_terms
from bias.records import Record
from bias.text import fold, word_spans

_REACH = 5
"""Words on either side of a number among which its counted noun is looked for."""
_BREAK = re.compile(r"[.;:()\[\]–—]|,(?!\d)")
"""Punctuation beyond which nothing is counted by the number."""
_CONJUNCTIONS = frozenset({"and", "or", "but", "while", "as", "after", "when"})
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)
_CLOCK = frozenset({"am", "pm", "a.m", "p.m", "o'clock", "o’clock", "gmt"})
_YEARS = range(1800, 2101)
_HEDGES = frozenset(
    {"about", "around", "nearly", "almost", "over", "roughly", "approximately", "than", "some"}
)
_UNITS = {"$": "$", "£": "£", "€": "€", "%": "%", "percent": "%", "per": "%"}
_LIGHT = 0.5
"""Words of at most this weight ("people", "Tuesday") are counted only where no other stands."""
_TOLERANCE = 0.1
"""A hedged number ("about 4,000") agrees with any within a tenth of the larger."""

_Nouns = tuple[tuple[str, str], ...]


class Quantity(Record, frozen=True, kw_only=True):
    """One number of a passage and what it counts."""

    printed: str
    """The number as printed, with its scale ("4 million")."""
    value: float
    unit: str
    """A currency sign or "%"; empty for a plain count."""
    hedged: bool
    """Printed as approximate ("about", "more than")."""
    nouns: _Nouns
    """Terms of what is counted, nearest first, each with its word as printed."""
    around: frozenset[str]
    """Terms on either side of the number."""

    def shared_noun(self, other: "Quantity") -> str:
        """Return the printed noun if both may count the same thing, else an empty text."""
        mine, theirs = dict(self.nouns), dict(other.nouns)
        same = mine and theirs and self.unit == other.unit
        if not same or not (mine.keys() <= other.around or theirs.keys() <= self.around):
            return ""
        shared = [word for key, word in self.nouns if key in other.around]
        return (shared or [word for key, word in other.nouns if key in self.around])[0]

    def agrees(self, other: "Quantity") -> bool:
        """Say whether two values are the same, or near enough where one is approximate."""
        slack = _TOLERANCE * max(self.value, other.value)
        near = (self.hedged or other.hedged) and abs(self.value - other.value) <= slack
        return self.value == other.value or near


class _Word(Record, frozen=True, kw_only=True):
    start: int
    end: int
    folded: str
    gap: str
    """What stands between this word and the one before."""


def read_quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """Return the counts in a text; dates, years and times of day are left out.

    >>> [(q.printed, q.nouns[0][1]) for q in read_quantities("On 3 May, twelve people were killed")]
    [('twelve', 'killed')]
    """
    words = _words(text)
    return tuple(_quantities(text, words, language))


def _words(text: str) -> list[_Word]:
    spans = list(word_spans(text))
    ends = [0, *(end for _, end in spans)]
    return [
        _Word(start=start, end=end, folded=fold(text[start:end]), gap=text[before:start])
        for before, (start, end) in zip(ends, spans, strict=False)
    ]


def _quantities(text: str, words: Sequence[_Word], language: str) -> Iterator[Quantity]:
    position = 0
    while position < len(words):
        value, length = _value(words, position)
        last = position + max(length, 1)
        if value is not None and not _is_date(text, words, position, last):
            yield _quantity(text, words, (position, last), value, language)
        position = last


def _value(words: Sequence[_Word], position: int) -> tuple[float | None, int]:
    """Return the value of the number that starts at a word and how many words it takes."""
    plain = number_value(words[position].folded)
    if plain is None and words[position].folded not in {"a", "one"}:
        return None, 0
    value, length = float(plain or 1), 1
    while position + length < len(words):
        scale = scale_value(words[position + length].folded)
        if scale is None:
            break
        value, length = value * scale, length + 1
    return (value, length) if plain or length > 1 else (None, 0)


def _is_date(text: str, words: Sequence[_Word], first: int, last: int) -> bool:
    number = words[first]
    before = words[first - 1].folded if first else ""
    after = words[last].folded if last < len(words) else ""
    printed = text[number.start : number.end]
    year = printed.isdigit() and len(printed) == 4 and int(printed) in _YEARS  # noqa: PLR2004
    beside = text[max(0, number.start - 1) : number.start] + text[number.end : number.end + 1]
    return year or ":" in beside or after in _CLOCK or bool(_MONTHS & {before, after})


def _quantity(
    text: str, words: Sequence[_Word], span: tuple[int, int], value: float, language: str
) -> Quantity:
    first, last = span
    start, end = words[first].start, words[last - 1].end
    after = _nouns(text, _following(words, last), language)
    before = _nouns(text, _preceding(words, first), language)
    sign = text[max(0, start - 1) : start] or ""
    next_word = words[last].folded if last < len(words) else ""
    unit = _UNITS.get(sign) or _UNITS.get(text[end : end + 1]) or _UNITS.get(next_word, "")
    return Quantity(
        printed=text[start:end],
        value=value,
        unit=unit,
        hedged=any(word.folded in _HEDGES for word in words[max(0, first - 2) : first]),
        nouns=_heavy(after) or _heavy(before) or _plain(after) or _plain(before),
        around=frozenset(key for key, _, _ in after + before),
    )


def _following(words: Sequence[_Word], last: int) -> Iterator[_Word]:
    for word in words[last : last + _REACH]:
        if _BREAK.search(word.gap) or _ends_count(word):
            return
        yield word


def _preceding(words: Sequence[_Word], first: int) -> Iterator[_Word]:
    gap = words[first].gap
    for word in reversed(words[max(0, first - _REACH) : first]):
        if (gap and _BREAK.search(gap.replace(",", ""))) or _ends_count(word):
            return
        yield word
        gap = word.gap


def _ends_count(word: _Word) -> bool:
    return word.folded in _CONJUNCTIONS or number_value(word.folded) is not None


def _nouns(text: str, words: Iterator[_Word], language: str) -> tuple[tuple[str, str, float], ...]:
    return tuple(
        (term.key, text[word.start : word.end], term.weight)
        for word in words
        for term in word_terms(text[word.start : word.end], language)
        if term.key
    )


def _heavy(nouns: Sequence[tuple[str, str, float]]) -> _Nouns:
    return tuple((key, word) for key, word, weight in nouns if weight > _LIGHT)


def _plain(nouns: Sequence[tuple[str, str, float]]) -> _Nouns:
    return tuple((key, word) for key, word, weight in nouns if weight == _LIGHT)
