"""What the numbers of a passage count: "at least 12 people were killed" counts the killed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bias.alignment.terms.numbers import number_value
from bias.alignment.terms.parts import is_part
from bias.alignment.terms.running_words import (
    BREAK,
    RunningWord,
    folded_at,
    running_words,
    word_before,
)
from bias.alignment.terms.terms import word_terms
from bias.alignment.terms.values import Value, read_value
from bias.alignment.terms.word_lists import counting, measures
from bias.languages import DEFAULT
from bias.records import Record

MOST_NUMBERS = 10
"""Numbers read from one passage; a longer row of them is a table, not a telling."""
_REACH = 5
"""Words on either side of a number among which its counted noun is looked for."""
_YEARS = range(1800, 2101)
_SIGNS = frozenset("$£€%")
_JOINED = frozenset(":/")
"""Signs that make two numbers a time of day, a date or odds ("10:15", "24/7")."""
_UNIT = re.compile(r"\d[\d.,]*[bkm]")
"""A figure that is a count only with a currency or a noun: "£4m", "4m votes", but "ran 100m"."""
_LIGHT = 0.5
"""Words of at most this weight ("people", "Tuesday") are counted only where no other stands."""

_Nouns = tuple[tuple[str, str], ...]
_Weighted = tuple[tuple[str, str, float], ...]


class Quantity(Record, frozen=True, kw_only=True):
    """One number of a passage and what it counts."""

    printed: str
    """The number as printed, with its scale ("4 million"), two if they make one ("51-49")."""
    value: Value
    measure: str
    """A currency sign, "%", a unit of time or length, or "result" ("21 to 18"); empty: a count.

    Numbers are only compared within one measure.
    """
    nouns: _Nouns
    """Terms of what is counted, nearest first, each with its word as printed."""
    told_of: _Nouns
    """The noun before "of" or "at" and the number ("a crowd of 4,000"); empty without these."""
    around: frozenset[str]
    """Terms on either side of the number."""
    part: bool
    """A part of a whole told beside it ("three others", "half the cost, 40 crowns")."""
    bare: bool
    """What is counted is not printed behind it ("the police speak of 23")."""

    def agrees(self, other: "Quantity") -> bool:
        """Say whether both may stand for the same number."""
        return self.value.agrees(other.value)


def read_quantities(text: str, language: str = DEFAULT) -> tuple[Quantity, ...]:
    """Return the counts in a text; dates, times of day, years and labels are left out.

    None in a language without word lists.

    >>> [(q.printed, q.nouns[0][1]) for q in read_quantities("On 3 May, twelve people were killed")]
    [('twelve', 'killed')]
    """
    if language != DEFAULT:
        return ()
    return tuple(islice(_quantities(text, running_words(text), language), MOST_NUMBERS))


def _quantities(text: str, words: Sequence[RunningWord], language: str) -> Iterator[Quantity]:
    position = 0
    while position < len(words):
        value, last = read_value(words, position)
        if value is not None and not _is_no_count(text, words, position, last):
            yield _quantity(text, words, (position, last), value, language)
        position = last


def _is_no_count(text: str, words: Sequence[RunningWord], first: int, last: int) -> bool:
    """Say whether a number is a date, a time of day, a year, a label or a length in metres."""
    number = words[first]
    before, after = word_before(words, first), folded_at(words, last)
    dates = counting("calendar")
    year = len(number.printed) == 4 and number.printed.isdecimal() and int(number.printed) in _YEARS  # noqa: PLR2004
    beside = text[max(0, number.start - 1) : number.start] + text[number.end : number.end + 1]
    joined = not _JOINED.isdisjoint(beside)
    unit = bool(_UNIT.fullmatch(number.folded)) and _SIGNS.isdisjoint(beside)
    alone = unit and not (after and any(term.key for term in word_terms(after)))
    named = before in counting("label") or not dates.isdisjoint({before, after})
    return year or joined or alone or named


def _quantity(
    text: str, words: Sequence[RunningWord], span: tuple[int, int], value: Value, language: str
) -> Quantity:
    first, last = span
    behind, ahead = list(_following(words, last)), list(_preceding(words, first))
    after, before = _nouns(behind, language), _nouns(ahead, language)
    return Quantity(
        printed=text[words[first].start : words[last - 1].end],
        value=value,
        measure="result" if value.result else _measure(text, words, span),
        nouns=_heavy(_nouns(_head(behind), language)) or _heavy(before)[:1] or _light(after),
        told_of=_heavy(before)[:1] if folded_at(words, first - 1) in counting("told of") else (),
        around=frozenset(key for key, _, _ in after + before),
        part=is_part(words, span),
        bare=not after,
    )


def _measure(text: str, words: Sequence[RunningWord], span: tuple[int, int]) -> str:
    first, last = span
    start, end = words[first].start, words[last - 1].end
    signs = _SIGNS & {text[max(0, start - 1) : start], text[end : end + 1]}
    return min(signs) if signs else measures().get(folded_at(words, last), "")


def _following(words: Sequence[RunningWord], last: int) -> Iterator[RunningWord]:
    for word in words[last : last + _REACH]:
        if BREAK.search(word.gap) or _ends_count(word):
            return
        yield word


def _head(words: Sequence[RunningWord]) -> Iterator[RunningWord]:
    """Yield the words up to the first preposition behind a noun: the nearest noun is counted."""
    told = False
    for word in words:
        if told and word.folded in counting("preposition"):
            return
        noun = word.folded not in counting("change")
        told = told or (noun and any(term.weight > _LIGHT for term in word_terms(word.printed)))
        yield word


def _preceding(words: Sequence[RunningWord], first: int) -> Iterator[RunningWord]:
    """Yield the words before a number, nearest first; "rose to" does not end them."""
    if folded_at(words, first - 1) == "to":
        first -= 1
    for position in range(first, max(0, first - _REACH), -1):
        word = words[position - 1]
        if BREAK.search(words[position].gap) or _ends_count(word):
            return
        yield word


def _ends_count(word: RunningWord) -> bool:
    return word.folded in counting("boundary") or number_value(word.folded) is not None


def _nouns(words: Iterable[RunningWord], language: str) -> _Weighted:
    return tuple(
        (term.key, word.printed, term.weight)
        for word in words
        if word.folded not in measures() and word.folded not in counting("change")
        for term in word_terms(word.printed, language)
        if term.key
    )


def _heavy(nouns: _Weighted) -> _Nouns:
    return tuple((key, word) for key, word, weight in nouns if weight > _LIGHT)


def _light(nouns: _Weighted) -> _Nouns:
    return tuple((key, word) for key, word, weight in nouns if weight == _LIGHT)
