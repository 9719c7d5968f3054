"""Quotation in single marks, told from apostrophes.

A single mark opens where white space, a bracket or a dash stands before it and a letter, digit or
other mark behind it, unless what follows is a known elision (’90s, ’em, ’n’); but where a mark
behind a stop closes what nothing else opened (’Tis a sham,’ he said), the elision opened it, or a
doubt is left. It closes behind anything but white space where no letter follows. After a plural's s
(dogs’) it closes only if no better mark follows before the next opening.
"""

import re
from collections.abc import Iterator, Sequence

from bias.language.quotation.elisions import is_elision, may_open
from bias.language.quotation.marks import Facing, Mark

_MARK = re.compile(r"[‘’'‛]")
_BEFORE_OPENING = '([{—–―-/“"„«:,|…'
_AFTER_OPENING = '“"„«[($£€…'
_STOPS = ".,?!…"
_SENTENCE_MARKS = '.,;:!?…)]”"—–-'


def single_marks(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[Mark]:
    """Return the single quotation marks of a line; apostrophes are left out.

    ``taken`` holds the spans in double marks, sorted; nothing is looked for inside them.
    """
    line = _Line(text, start, end)
    for at in _outside(text, start, end, taken):
        line.read(at)
    return line.marks()


class _Line:
    """Reads the single marks of a line from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._kept: list[Mark] = []
        self._opened = False
        self._weak: Mark | None = None
        """A mark behind a plural's s, which closes only if no better one follows."""
        self._elision: int | None = None
        """The first elision since the last quotation: it may have opened one."""

    def read(self, at: int) -> None:
        """Take the mark at a place for an opening, a closing or an apostrophe."""
        before = self._text[at - 1] if at > self._start else " "
        after = self._text[at + 1] if at + 1 < self._end else " "
        if _can_open(before, after):
            self._open(at)
        elif self._opened and _closes(self._text, at, before, after):
            self._close(at, before, after)
        elif self._elision is not None and _ends_words(before, after):
            self._close_elision(at, self._elision)

    def marks(self) -> list[Mark]:
        """Return the quotation marks of what was read, in order."""
        return [*self._kept, *self._still_weak()]

    def _still_weak(self) -> list[Mark]:
        return [self._weak] if self._opened and self._weak is not None else []

    def _open(self, at: int) -> None:
        if is_elision(self._text, at):
            if not self._opened and self._elision is None:
                self._elision = at
            return
        self._kept += [*self._still_weak(), _mark(at, Facing.OPEN, self._text[at] == "‘")]
        self._opened, self._weak, self._elision = True, None, None

    def _close(self, at: int, before: str, after: str) -> None:
        mark = _mark(at, Facing.CLOSE, False)
        if before in "sS" and after not in _SENTENCE_MARKS and at + 1 < self._end:
            self._weak = self._weak or mark
            return
        self._kept.append(mark)
        self._opened, self._weak = False, None

    def _close_elision(self, at: int, elision: int) -> None:
        """Keep the marks of ``’Tis a sham,’``, the closing one alone where nothing can open."""
        if may_open(self._text, elision, self._start):
            self._kept.append(_mark(elision, Facing.OPEN, True))
        self._kept.append(_mark(at, Facing.CLOSE, True))
        self._elision = None


def _outside(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[int]:
    spans = iter([*taken, (end, end)])
    low, high = next(spans)
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        while high <= at and low < end:
            low, high = next(spans)
        if at < low:
            yield at


def _mark(at: int, facing: Facing, certain: bool) -> Mark:
    return Mark(start=at, end=at + 1, facing=facing, certain=certain)


def _can_open(before: str, after: str) -> bool:
    stands_free = before.isspace() or before in _BEFORE_OPENING
    return stands_free and (after.isalnum() or after in _AFTER_OPENING)


def _ends_words(before: str, after: str) -> bool:
    """Tell ``a sham,’ said`` from ``the dogs’ bowls``: such a mark can be no apostrophe."""
    return before in _STOPS and not after.isalnum()


def _closes(text: str, at: int, before: str, after: str) -> bool:
    return text[at] != "‘" and not before.isspace() and not after.isalnum()
