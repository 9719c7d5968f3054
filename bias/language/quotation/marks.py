"""Finds the quotation marks of a line and says which way each one can face.

Typing decides less than it should: a straight mark faces by what stands on its two sides, a curly
one by its shape unless its sides contradict it.
"""

import re
from collections.abc import Iterator
from enum import IntFlag
from itertools import zip_longest

from bias.language.quotation.inches import is_inches
from bias.records import Record


class Facing(IntFlag):
    """Which way a mark can face."""

    OPEN = 1
    CLOSE = 2
    EITHER = 3


class Mark(Record, frozen=True, kw_only=True):
    """One quotation mark: as typed, doubled typing (``""``, ``“"``, ``''``) taken as one."""

    start: int
    end: int
    facing: Facing
    certain: bool
    """It is surely a quotation mark, so that a missing partner is worth a doubt."""


DOUBLE = re.compile(r"``|‘‘|’’|''(?!')|(?<!')''|[\"“”„‟«»″＂]+")
_LOOSE_CLOSING = re.compile(r"[,;:)]|[.?!](?=\s(?!\.)|$)")
"""What follows a closing mark that a slip set apart from its word: ``a coup ”, he said``."""
_ELIDED = re.compile(r"[^\W\d_]['’]$")
"""What ties a small word to the quoted one behind it: « d’« invasion » »."""
_OPENING_SHAPES = "“„«`‘"
_CLOSING_SHAPES = "”»’"
_BEFORE_OPENING = "([{<‘'—–―-/*|…>:,"
_AFTER_CLOSING = ")]}.,;:!?…—–―’'-/*|"


def double_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the double quotation marks (and guillemets) between two positions, in order.

    Inch marks (``6"``, ``5' 11"``) are left out where no quotation could end at them, and within
    a quotation where the next mark is the one that closes it (``"a 6" gun," she said``).
    """
    depth = 0
    marks = [
        _mark(text, begin, stop, start, end)
        for match in DOUBLE.finditer(text, start, end)
        for begin, stop in _single_marks(match.group(), match.start())
    ]
    for mark, following in zip_longest(marks, marks[1:]):
        closes = following is not None and following.facing is Facing.CLOSE
        if is_inches(text, mark.start, mark.end, depth, closes):
            continue
        opens = mark.facing is Facing.OPEN or (mark.facing is Facing.EITHER and not depth)
        depth = depth + 1 if opens else max(0, depth - 1)
        yield mark


def _single_marks(run: str, offset: int) -> Iterator[tuple[int, int]]:
    """Split a run of marks where a closing shape meets an opening one (``”“``)."""
    begin = 0
    for i in range(1, len(run)):
        if run[i - 1] in _CLOSING_SHAPES and run[i] in _OPENING_SHAPES:
            yield offset + begin, offset + i
            begin = i
    yield offset + begin, offset + len(run)


def _mark(text: str, start: int, end: int, low: int, high: int) -> Mark:
    sides = facing_by_sides(text, start, end, low, high)
    if _ELIDED.search(text, max(low, start - 3), start) and text[start] in _OPENING_SHAPES:
        sides = Facing.OPEN
    facing = _shape(text[start:end]) if sides is Facing.EITHER else sides
    return Mark(start=start, end=end, facing=facing, certain=True)


def _shape(mark: str) -> Facing:
    opens = any(char in _OPENING_SHAPES for char in mark)
    closes = any(char in _CLOSING_SHAPES for char in mark)
    if opens == closes:
        return Facing.EITHER
    return Facing.OPEN if opens else Facing.CLOSE


def facing_by_sides(text: str, start: int, end: int, low: int, high: int) -> Facing:
    """Return which way a mark faces by the characters beside it, within ``[low, high)``."""
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    space_before, space_after = before.isspace(), after.isspace()
    if space_before and _LOOSE_CLOSING.match(text, end, high):
        return Facing.CLOSE
    if space_before != space_after:
        return Facing.OPEN if space_before else Facing.CLOSE
    if space_before:
        return Facing.EITHER
    can_open = before in _BEFORE_OPENING and (after.isalnum() or after in "$£€#@([‘'…")
    can_close = after in _AFTER_CLOSING
    if can_open == can_close:
        return Facing.EITHER
    return Facing.OPEN if can_open else Facing.CLOSE
