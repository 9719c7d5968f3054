"""The words and punctuation of a passage, and what ties two of them together."""

import re
from collections.abc import Sequence
from enum import Enum

from bias.alignment.terms import Term, stem_word, word_terms
from bias.records import Record
from bias.text import fold, word_spans

MOST_TOKENS = 150
"""Longer passages are no sentences; what lies beyond is compared no further."""
_NUMBER = "#"
_MARK = re.compile(r"[^\w\s]+")
_ALIKE = str.maketrans("‘’ʼ“”„«»–—‐‑", '\'\'\'"""""----')
"""Typing that differs between outlets and says nothing."""


class Bond(Enum):
    """What ties two tokens together, and how strongly it pulls them opposite each other."""

    EQUAL = 3.0
    """The same content word, two forms of it, or one number in figures and in words."""
    CONCEPT = 1.5
    """Two words for one thing ("coup", "uprising")."""
    SMALL = 0.8
    """The same function word or punctuation mark."""
    NUMBER = 0.6
    """Two numbers."""


class Token(Record, frozen=True, kw_only=True):
    """A word or a run of punctuation."""

    start: int
    end: int
    folded: str
    """In lower case, with plain quotation marks and hyphens."""
    stem: str
    terms: tuple[Term, ...]
    """Empty for punctuation and function words."""
    name: bool
    """Printed with a capital, but not as the first word."""
    number: bool
    handles: frozenset[str]
    """Two tokens that share none have no bond: stem, keys of its terms, "#" for a number."""


def read_tokens(text: str, language: str = "en") -> list[Token]:
    """Return words and punctuation of a text in reading order, at most ``MOST_TOKENS``.

    >>> [token.folded for token in read_tokens("“Thugs,” he said.")]
    ['"', 'thugs', ',"', 'he', 'said', '.']
    """
    words = list(word_spans(text))
    ends = [0, *(end for _, end in words)]
    starts = [*(start for start, _ in words), len(text)]
    marks = [
        match.span()
        for end, start in zip(ends, starts, strict=True)
        for match in _MARK.finditer(text, end, start)
    ]
    first = words[0] if words else None
    spans = sorted(words + marks)[:MOST_TOKENS]
    return [_token(text[start:end], start, language, (start, end) == first) for start, end in spans]


def _token(printed: str, start: int, language: str, first: bool) -> Token:
    is_word = printed[0].isalnum()
    terms = tuple(term for term in word_terms(printed, language) if term.key) if is_word else ()
    number = any(term.key[0].isdigit() for term in terms)
    folded = fold(printed).translate(_ALIKE)
    stem = stem_word(folded.removesuffix("'s"), language) if terms else folded
    keys = {term.key for term in terms}
    return Token(
        start=start,
        end=start + len(printed),
        folded=folded,
        stem=stem,
        terms=terms,
        name=not first and any(term.capital for term in terms),
        number=number,
        handles=frozenset(keys | {stem} | ({_NUMBER} if number else set())),
    )


def bond(a: Token, b: Token) -> Bond | None:
    """Return what ties two tokens together, ``None`` when nothing does."""
    if a.stem == b.stem:
        return Bond.EQUAL if a.terms else Bond.SMALL
    if a.number and b.number:
        return Bond.EQUAL if a.handles & b.handles - {_NUMBER} else Bond.NUMBER
    return Bond.CONCEPT if a.handles & b.handles else None


def has_content(tokens: Sequence[Token]) -> bool:
    """Say whether a row of tokens holds a content word."""
    return any(token.terms for token in tokens)
