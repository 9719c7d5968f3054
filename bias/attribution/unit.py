"""A unit of attribution, in which a quotation is one item.

A unit is a sentence, or several sentences that one quotation joins.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from bias.language.document import Document
from bias.language.quotation.scare import is_work_title
from bias.language.token import Token
from bias.records import Quotation, Record, Sentence

Range = tuple[int, int]
"""A half-open stretch of the items of one unit."""


class Item(Record, frozen=True, kw_only=True):
    """A word, a punctuation mark, or a whole quotation."""

    start: int
    end: int
    kind: Literal["word", "mark", "quote"]
    lower: str
    """In lower case with straight apostrophes; empty for a quotation."""
    capital: bool
    """Whether it is a word that begins with a capital letter, or quotes what may be a title."""
    token: int
    """Index of its token, of the first one in a quotation; -1 for an empty quotation."""


class Unit:
    """The items of a unit, and what the parse says of them."""

    def __init__(
        self, doc: Document, start: int, end: int, quotations: Sequence[Quotation]
    ) -> None:
        """Take the span of the unit and the quotations in it."""
        self.doc = doc
        self.items: list[Item] = []
        self._place: dict[int, int] = {}
        self.lifted: dict[int, list[Token]] | None = None
        """By cue, the verbs the parse has within its words though they stand beside it."""
        held = list(quotations)
        for token in doc.tokens_in(start, end):
            while held and held[0].end <= token.start:
                self._add_quotation(held.pop(0))
            if held and held[0].start <= token.start:
                self._place[token.index] = len(self.items)
                continue
            self._add(token)
        for quotation in held:
            self._add_quotation(quotation)

    def _add(self, token: Token) -> None:
        self._place[token.index] = len(self.items)
        self.items.append(
            Item(
                start=token.start,
                end=token.end,
                kind="word" if _is_word(token.text) or self._joins(token) else "mark",
                lower=token.lower,
                capital=token.text[0].isupper(),
                token=token.index,
            )
        )

    def _joins(self, token: Token) -> bool:
        """Tell the hyphen of ``under-siege`` and the apostrophe of ``dockers’`` from marks."""
        before = self.doc.text[token.start - 1 : token.start]
        after = self.doc.text[token.end : token.end + 1]
        if token.text in ("’", "'"):
            return before.isalnum()
        return token.text in ("-", "‐", "‑") and before.isalnum() and after.isalnum()

    def _add_quotation(self, quotation: Quotation) -> None:
        first = self.doc.token_range(quotation.start, quotation.end)
        self.items.append(
            Item(
                start=quotation.start,
                end=quotation.end,
                kind="quote",
                lower="",
                capital=is_work_title(self.doc.text, quotation),
                token=first[0] if first[0] < first[1] else -1,
            )
        )

    def __len__(self) -> int:
        """Return how many items it has."""
        return len(self.items)

    def lower(self, i: int) -> str:
        """Return the lower-case word at a place, empty for a quotation and for no place."""
        return self.items[i].lower if 0 <= i < len(self.items) else ""

    def is_quote(self, i: int) -> bool:
        """Tell whether a quotation stands at a place."""
        return 0 <= i < len(self.items) and self.items[i].kind == "quote"

    def is_word(self, i: int) -> bool:
        """Tell whether a word outside quotations stands at a place."""
        return 0 <= i < len(self.items) and self.items[i].kind == "word"

    def token(self, i: int) -> Token:
        """Return the token of an item that is no quotation."""
        return self.doc.tokens[self.items[i].token]

    def place(self, token: int) -> int:
        """Return where a token stands, -1 outside this unit."""
        return self._place.get(token, -1)

    def kids(self, token: int) -> Iterator[Token]:
        """Yield the tokens that a token governs, in reading order."""
        return (self.doc.tokens[child] for child in self.doc.tree.children(token))

    def reach(self, token: int, leave_out: Callable[[int], bool] | None = None) -> Range:
        """Return the stretch of items from the first to the last below a token."""
        inside = self.doc.tree.subtree(token, leave_out)
        places = [p for p in map(self.place, inside) if p >= 0]
        return min(places), max(places) + 1

    def chars(self, place: Range | None) -> tuple[int, int] | None:
        """Return where a stretch stands in the text, ``None`` where there is none."""
        if not place or place[0] == place[1]:
            return None
        return self.items[place[0]].start, self.items[place[1] - 1].end


def _is_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def units(
    sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> Iterator[tuple[int, int, tuple[Quotation, ...]]]:
    """Yield start, end and quotations of every unit, in order."""
    position = 0
    begin: int | None = None
    held: list[Quotation] = []
    for sentence in sentences:
        begin = sentence.start if begin is None else begin
        while position < len(quotations) and quotations[position].start < sentence.end:
            held.append(quotations[position])
            position += 1
        if not held or held[-1].end <= sentence.end:
            yield begin, sentence.end, tuple(held)
            begin, held = None, []
    if begin is not None:
        yield begin, sentences[-1].end, tuple(held)
