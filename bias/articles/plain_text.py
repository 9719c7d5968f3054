"""A text that comes without a page: its paragraphs, and where each character was in what was given.

A blank line ends a paragraph. A single line break does so too, as when a text was copied from a
page, unless the lines are wrapped at a width as in mail.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bias.articles.characters import clean_text
from bias.articles.encoding import decode
from bias.records import Record

BREAK = "\n\n"
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_WORD = re.compile(r"\S+")
_MAIL_WIDTH = 100
"""Characters of the longest line up to which lines may be wrapped at a width."""
_WRAPPED = 0.6
"""Share of the longest line that a wrapped line reaches at least."""
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"(?:[-–—•*·>]|\d{1,3}[.)])\s")


class PlainText(Record, frozen=True, kw_only=True):
    """The paragraphs of a text, separated by an empty line, and where they come from."""

    text: str
    given: str
    """The text as decoded, which people and programs count characters in."""
    broken: int
    """Characters that could not be read."""
    pieces: tuple[tuple[int, int], ...]
    """Where runs of characters begin: in ``text``, and in ``given``; sorted."""

    def given_at(self, position: int) -> int:
        """Return where a character of ``text`` stands in ``given``."""
        i = max(0, bisect_right(self.pieces, position, key=lambda piece: piece[0]) - 1)
        at, origin = self.pieces[i] if self.pieces else (0, 0)
        return origin + position - at

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in ``given`` that a span of ``text`` was printed as."""
        return self.given_at(start), self.given_at(end - 1) + 1 if end > start else end


def read_plain_text(body: bytes) -> PlainText:
    r"""Read bytes as a text in whatever encoding they are.

    >>> read_plain_text(b"Ty\xe2\x80\x8brants fled.\nThugs  came.").text
    'Tyrants fled.\n\nThugs came.'
    """
    decoded, broken = decode(body, "")
    given = clean_text(decoded)
    builder = _Builder()
    for paragraph in _paragraphs(given):
        builder.add_paragraph(paragraph, given)
    return PlainText(
        text="".join(builder.out), given=given, broken=broken, pieces=tuple(builder.pieces)
    )


class _Builder:
    """Puts words together and keeps in mind where each run of characters comes from."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.pieces: list[tuple[int, int]] = []
        self._length = 0

    def add_paragraph(self, lines: Sequence[tuple[int, int]], given: str) -> None:
        """Add the words of some lines as one paragraph."""
        words = [m.span() for start, end in lines for m in _WORD.finditer(given, start, end)]
        gap = BREAK if self.out else ""
        for start, end in words:
            parts = [(a, b) for a, b in _visible(given, start, end) if a < b]
            if not parts:
                continue
            self._put(gap, start - len(gap))
            for a, b in parts:
                self._put(given[a:b], a)
            gap = " "

    def _put(self, text: str, origin: int) -> None:
        if text:
            self.pieces.append((self._length, origin))
            self.out.append(text)
            self._length += len(text)


def _visible(given: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a word between characters that nobody sees."""
    for match in _INVISIBLE.finditer(given, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _paragraphs(given: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines of every paragraph."""
    for block in _blocks(given):
        lines = [given[start:end].strip() for start, end in block]
        width = max(map(len, lines))
        held: list[tuple[int, int]] = []
        for i, span in enumerate(block):
            if held and not _goes_on(lines[i - 1], lines[i], width):
                yield held
                held = []
            held.append(span)
        yield held


def _blocks(given: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines between blank lines."""
    held: list[tuple[int, int]] = []
    last = 0
    for match in _LINE.finditer(given):
        blank = not match.group().strip()
        breaks = given[last : match.start()].replace("\r\n", "\n")
        if held and (blank or len(breaks) > 1):
            yield held
            held = []
        if not blank:
            held.append(match.span())
        last = match.end()
    if held:
        yield held


def _goes_on(line: str, following: str, width: int) -> bool:
    """Tell whether a line break stands inside a sentence, as where lines are wrapped."""
    if width > _MAIL_WIDTH or _LIST_ITEM.match(following) or _LIST_ITEM.match(line):
        return False
    if len(line) < _WRAPPED * width:
        return following[:1].islower()
    return following[:1].islower() or not _ENDS.search(line)
