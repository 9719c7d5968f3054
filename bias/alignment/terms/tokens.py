"""The words and punctuation of a passage, made comparable one by one."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bias.alignment.terms.number_spans import term_spans
from bias.alignment.terms.terms import stem_word, word_terms
from bias.languages import DEFAULT
from bias.records import Record
from bias.text import fold

MOST_TOKENS = 150
"""Longer passages are no sentences; what lies beyond is compared no further."""
_MARK = re.compile(r"[^\w\s]+")
_ALIKE = str.maketrans('‘’ʼ“”„«»"–—‐‑', "'" * 9 + "-" * 4)
"""Typing that differs between outlets and says nothing."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|(?:[^\W\d_]\.)+[^\W\d_]")
_LEAST_INITIALS = 3
"""Letters from which initials are read without points: "I.R.S." is the IRS, "U.S." is not "us"."""
_WHOLE = {
    "Rep": "Representative", "Reps": "Representatives", "Sen": "Senator", "Sens": "Senators",
    "Gov": "Governor", "Gen": "General", "Lt": "Lieutenant",
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
}  # fmt: skip
"""What some houses print short and others in full: no other word for it."""


class Word(Record, frozen=True, kw_only=True):
    """A word or a run of punctuation, wherever it stands."""

    stem: str
    """Folded, with plain hyphens and one quotation mark for all; of content words the stem.

    Of a run of punctuation the marks in one order: some print the comma inside, others outside.
    """
    key: str
    """Stem, concept or number that stands for it; empty for punctuation and function words."""
    weight: float
    """How much it tells in any news text, 0 to 1; 0 without a key."""
    capital: bool
    number: bool
    letters: bool
    """Not punctuation."""


class Token(Record, frozen=True, kw_only=True):
    """A word or a run of punctuation at its place in a passage."""

    start: int
    end: int
    word: Word
    name: bool
    """Printed with a capital, but not as the first word."""


def read_tokens(text: str, language: str = DEFAULT) -> list[Token]:
    """Return words and punctuation of a text in reading order, at most ``MOST_TOKENS``.

    >>> [token.word.stem for token in read_tokens("“Thugs,” he said.")]
    ["'", 'thug', "',", 'he', 'said', '.']
    """
    words = term_spans(text)
    ends = [0, *(end for _, end in words)]
    starts = [*(start for start, _ in words), len(text)]
    marks = [
        match.span()
        for end, start in zip(ends, starts, strict=True)
        for match in _MARK.finditer(text, end, start)
    ]
    first = words[0][0] if words else 0
    return [
        Token(start=start, end=end, word=word, name=word.capital and start > first)
        for start, end in sorted([*words, *marks])[:MOST_TOKENS]
        for word in [read_word(text[start:end], language)]
    ]


@lru_cache(maxsize=65_536)
def read_word(printed: str, language: str = DEFAULT) -> Word:
    """Return one printed word, or run of punctuation, made comparable."""
    printed = _plain(printed)
    letters = printed[0].isalnum()
    terms = [term for term in word_terms(printed, language) if term.key] if letters else []
    folded = fold(printed).translate(_ALIKE)
    small = folded if letters else "".join(sorted(folded))
    key = "-".join(term.key for term in terms)
    return Word(
        stem=stem_word(folded.removesuffix("'s"), language) if terms else small,
        key=key,
        weight=max((term.weight for term in terms), default=0.0),
        capital=printed[0].isupper(),
        number=key[:1].isdigit(),
        letters=letters,
    )


def _plain(printed: str) -> str:
    """Return a word as houses print it that spell titles, ordinals and initials out or plain."""
    bare = printed.replace(".", "")
    if len(bare) >= _LEAST_INITIALS and _INITIALS.fullmatch(printed):
        return bare
    return _WHOLE.get(printed, printed)


def has_content(tokens: Sequence[Token]) -> bool:
    """Say whether a row of tokens holds a content word."""
    return any(token.word.key for token in tokens)
