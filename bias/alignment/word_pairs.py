"""The words of two passages opposite each other, by dynamic programming.

Equal words attract each other most, forms of one word and words of one concept ("coup",
"uprising") next, then two content words in the same place; a content word never stands opposite
a function word.
Source: Needleman and Wunsch, A general method applicable to the search for similarities (1970).
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby

from bias.alignment.terms import Term, stem_word, word_terms
from bias.records import Record
from bias.text import fold, word_spans

MOST_TOKENS = 150
"""Longer passages are no sentences; what lies beyond is compared no further."""
WIDEST_GAP = 4
"""Between equal words at most so many may stand opposite others merely for their place."""
_MARK = re.compile(r"[^\w\s]+")
_SUFFIX = 2
_GAP = 0.0


class Bond(Enum):
    """Why two tokens stand opposite each other, and how strongly that attracts them."""

    EQUAL = 3.0
    """The same content word, or two forms of it."""
    EQUAL_SMALL = 0.8
    """The same function word or punctuation mark."""
    CONCEPT = 1.5
    """Two words for one thing ("coup", "uprising")."""
    PLACE_ALIKE = 0.3
    """Two content words in the same place that end alike."""
    PLACE = 0.2
    """Two content words in the same place."""
    PLACE_SMALL = 0.1
    """Two function words in the same place."""
    NONE = -1.0


class Token(Record, frozen=True, kw_only=True):
    """A word or a run of punctuation."""

    start: int
    end: int
    folded: str
    terms: tuple[Term, ...]
    """Empty for punctuation and function words."""

    @property
    def number(self) -> bool:
        """Whether it is a number."""
        return any(term.key[0].isdigit() for term in self.terms)

    @property
    def name(self) -> bool:
        """Whether it is printed with a capital."""
        return any(term.capital for term in self.terms)


class TokenPair(Record, frozen=True, kw_only=True):
    """Two tokens opposite each other, or one with nothing opposite."""

    a: Token | None
    b: Token | None
    bond: Bond


def tokens(text: str, language: str = "en") -> list[Token]:
    """Return words and punctuation of a text in reading order, at most ``MOST_TOKENS``."""
    spans = list(word_spans(text))
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    marks = [
        match.span()
        for end, start in zip(ends, starts, strict=True)
        for match in _MARK.finditer(text, end, start)
    ]
    return [_token(text, span, language) for span in sorted(spans + marks)[:MOST_TOKENS]]


def pair_tokens(left: Sequence[Token], right: Sequence[Token]) -> list[TokenPair]:
    """Return both token rows in order, each token once, opposite what it matches best."""
    pairs = _trace(left, right, _scores(left, right))
    gaps = groupby(pairs, key=lambda pair: pair.bond in (Bond.EQUAL, Bond.EQUAL_SMALL))
    return [pair for equal, run in gaps for pair in (run if equal else _part_wide(list(run)))]


def _token(text: str, span: tuple[int, int], language: str) -> Token:
    start, end = span
    printed = text[start:end]
    terms = word_terms(printed, language) if printed[0].isalnum() else ()
    return Token(
        start=start,
        end=end,
        folded=fold(printed),
        terms=tuple(term for term in terms if term.key),
    )


def _scores(left: Sequence[Token], right: Sequence[Token]) -> list[list[float]]:
    """Return for every two beginnings the best total attraction."""
    table = [[0.0] * (len(right) + 1)]
    for a in left:
        above, row = table[-1], [0.0]
        for column, b in enumerate(right, start=1):
            opposite = above[column - 1] + bond(a, b).value
            row.append(max(opposite, above[column] + _GAP, row[-1] + _GAP))
        table.append(row)
    return table


def _trace(
    left: Sequence[Token], right: Sequence[Token], table: Sequence[Sequence[float]]
) -> list[TokenPair]:
    row, column = len(left), len(right)
    pairs: list[TokenPair] = []
    while row or column:
        a = left[row - 1] if row else None
        b = right[column - 1] if column else None
        if a and b and _is_step(table, row, column, bond(a, b)):
            pairs.append(TokenPair(a=a, b=b, bond=bond(a, b)))
            row, column = row - 1, column - 1
        elif b and (not a or table[row][column] == table[row][column - 1]):
            pairs.append(TokenPair(a=None, b=b, bond=Bond.NONE))
            column -= 1
        else:
            pairs.append(TokenPair(a=a, b=None, bond=Bond.NONE))
            row -= 1
    return pairs[::-1]


def _is_step(table: Sequence[Sequence[float]], row: int, column: int, tie: Bond) -> bool:
    return table[row][column] == table[row - 1][column - 1] + tie.value


def bond(a: Token, b: Token) -> Bond:
    """Return why two tokens would stand opposite each other."""
    if a.folded == b.folded:
        return Bond.EQUAL if a.terms else Bond.EQUAL_SMALL
    if not a.terms or not b.terms:
        small = not a.terms and not b.terms and a.folded[0].isalnum() and b.folded[0].isalnum()
        return Bond.PLACE_SMALL if small else Bond.NONE
    if {term.key for term in a.terms} & {term.key for term in b.terms}:
        same = a.number or stem_word(a.folded) == stem_word(b.folded)
        return Bond.EQUAL if same else Bond.CONCEPT
    if a.number != b.number:
        return Bond.NONE
    alike = a.name == b.name and a.folded[-_SUFFIX:] == b.folded[-_SUFFIX:]
    return Bond.PLACE_ALIKE if alike else Bond.PLACE


def _part_wide(run: Sequence[TokenPair]) -> Iterator[TokenPair]:
    """Yield the pairs of a gap; in a wide one only words of one concept stay opposite."""
    widest = max(sum(pair.a is not None for pair in run), sum(pair.b is not None for pair in run))
    if widest <= WIDEST_GAP:
        yield from run
        return
    for concept, part in groupby(run, key=lambda pair: pair.bond is Bond.CONCEPT):
        pairs = list(part)
        if concept:
            yield from pairs
        else:
            yield from (TokenPair(a=p.a, b=None, bond=Bond.NONE) for p in pairs if p.a)
            yield from (TokenPair(a=None, b=p.b, bond=Bond.NONE) for p in pairs if p.b)
