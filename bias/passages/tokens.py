"""Cuts a part into units of attribution, and a unit into tokens in which a quotation is one token.

A unit is a sentence, or several sentences that one quotation joins.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from bias.passages.quotes import Quotation
from bias.records import Record

Kind = Literal["word", "mark", "quote"]
_TOKEN = re.compile(r"[^\W_]+(?:[.'’&\-‐‑][^\W_]+)*\.?|--|[^\w\s]")
_KEEPS_POINT = re.compile(
    r"(?:[A-Za-z]\.)+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|Lt|Col|Prof|Rev)\."
)


class Token(Record, frozen=True, kw_only=True):
    """A word, a punctuation mark, or a whole quotation."""

    start: int
    end: int
    kind: Kind
    text: str
    """As printed; empty for a quotation."""
    lower: str
    """In lower case with straight apostrophes; empty for a quotation."""

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter or digit-free acronym."""
        return self.kind == "word" and self.text[0].isupper()


def units(
    sentences: Sequence[tuple[int, int]], quotations: Sequence[Quotation]
) -> Iterator[tuple[int, int, tuple[Quotation, ...]]]:
    """Yield start, end and quotations of every unit, in order."""
    position = 0
    pending: tuple[int, int] | None = None
    held: list[Quotation] = []
    for start, end in sentences:
        begin = pending[0] if pending else start
        while position < len(quotations) and quotations[position].start < end:
            held.append(quotations[position])
            position += 1
        if held and held[-1].end > end:
            pending = (begin, end)
            continue
        yield begin, end, tuple(held)
        pending, held = None, []
    if pending:
        yield *pending, tuple(held)


def tokenize(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Token]:
    """Return the tokens of a unit; nothing inside a quotation is looked at."""
    tokens: list[Token] = []
    position = start
    for quotation in quotations:
        tokens += _plain(text, position, quotation.start)
        tokens.append(
            Token(start=quotation.start, end=quotation.end, kind="quote", text="", lower="")
        )
        position = quotation.end
    tokens += _plain(text, position, end)
    return tokens


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, max(start, end)):
        word = match.group()
        if word[0].isalnum():
            stop = match.end()
            if word.endswith(".") and not _KEEPS_POINT.fullmatch(word):
                word, stop = word[:-1], stop - 1
                yield _word(match.start(), stop, word)
                yield Token(start=stop, end=stop + 1, kind="mark", text=".", lower=".")
            else:
                yield _word(match.start(), stop, word)
        else:
            yield Token(start=match.start(), end=match.end(), kind="mark", text=word, lower=word)


def _word(start: int, end: int, text: str) -> Token:
    return Token(start=start, end=end, kind="word", text=text, lower=text.lower().replace("’", "'"))
