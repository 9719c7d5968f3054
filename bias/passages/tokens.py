"""Cuts a part into units of attribution, and a unit into tokens in which a quotation is one token.

A unit is a sentence, or several sentences that one quotation joins.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from bias.language.quotation.scare import is_work_title
from bias.records import Quotation, Record

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|St|Jr|Sr|Lt|Col|Prof|Rev)\.(?!\w)|(?:[A-Za-z]\.)+"
    r"|(?:[DRI][-‐‑])?[A-Z][a-z]{1,4}\.(?=[,)])"
    r"|[^\W_]+(?:(?:[.'’&\-‐‑]|(?<=\d),(?=\d))[^\W_]+)*|--|[^\w\s]"
)


class Token(Record, frozen=True, kw_only=True):
    """A word, a punctuation mark, or a whole quotation."""

    start: int
    end: int
    kind: Literal["word", "mark", "quote"]
    text: str
    """As printed; empty for a quotation."""
    lower: str
    """In lower case with straight apostrophes; empty for a quotation."""
    capital: bool
    """Whether it is a word that begins with a capital letter, or quotes what may be a title."""


Tokens = Sequence[Token]
Range = tuple[int, int]
"""A half-open stretch of the tokens of one unit."""


def lower_at(tokens: Tokens, i: int) -> str:
    """Return the lower-case token at a place, empty where there is none."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def is_quote(tokens: Tokens, i: int) -> bool:
    """Tell whether a quotation stands at a place."""
    return 0 <= i < len(tokens) and tokens[i].kind == "quote"


def units(
    sentences: Sequence[tuple[int, int]], quotations: Sequence[Quotation]
) -> Iterator[tuple[int, int, tuple[Quotation, ...]]]:
    """Yield start, end and quotations of every unit, in order."""
    position = 0
    begin: int | None = None
    held: list[Quotation] = []
    for start, end in sentences:
        begin = start if begin is None else begin
        while position < len(quotations) and quotations[position].start < end:
            held.append(quotations[position])
            position += 1
        if not held or held[-1].end <= end:
            yield begin, end, tuple(held)
            begin, held = None, []
    if begin is not None:
        yield begin, sentences[-1][1], tuple(held)


def tokenize(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Token]:
    """Return the tokens of a unit; nothing inside a quotation is looked at."""
    tokens: list[Token] = []
    position = start
    for quotation in quotations:
        tokens += _plain(text, position, quotation.start)
        tokens.append(_quote(text, quotation))
        position = quotation.end
    tokens += _plain(text, position, end)
    return tokens


def _quote(text: str, quotation: Quotation) -> Token:
    return Token(
        start=quotation.start,
        end=quotation.end,
        kind="quote",
        text="",
        lower="",
        capital=is_work_title(text, quotation),
    )


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, max(start, end)):
        printed = match.group()
        first = printed[0]
        yield Token(
            start=match.start(),
            end=match.end(),
            kind="word" if first.isalnum() else "mark",
            text=printed,
            lower=printed.lower().replace("’", "'"),
            capital=first.isupper(),
        )
