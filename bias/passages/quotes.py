"""Quotation spans: found once per text, then asked by bisection.

Double marks first, then single ones outside them. A pair never crosses a line; a quotation over
several lines is the chain of lines that each open anew, of which only the last closes. A mark
without a partner yields no quotation but a doubt, so that it damages at most its own line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bias.passages.marks import Facing, Mark, double_marks
from bias.passages.single_quotes import single_quotations
from bias.records import Record

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_REASON_OPEN = "a quotation mark opens here and none closes it in this paragraph"
_REASON_CLOSE = "a quotation mark closes here and none opened it in this paragraph"


class Quotation(Record, frozen=True, kw_only=True):
    """A stretch between quotation marks, the marks included."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    continues: bool = False
    """It goes on in the next paragraph, so nothing closes it here."""


class Quotations(Record, frozen=True, kw_only=True):
    """Every outermost quotation of a text, and the places where the reader refused to guess."""

    spans: tuple[Quotation, ...]
    """Sorted, not overlapping."""
    doubts: tuple[tuple[int, int, str], ...]

    def at(self, position: int) -> Quotation | None:
        """Return the quotation that covers a position, in logarithmic time."""
        i = bisect_right(self.spans, position, key=lambda span: span.start) - 1
        return self.spans[i] if i >= 0 and position < self.spans[i].end else None


def find_quotations(text: str) -> Quotations:
    """Find the quotations of a text in time linear in its length.

    >>> text = "He called it a “coup”, not the ’90s ‘uprising’."
    >>> [text[q.start : q.end] for q in find_quotations(text).spans]
    ['“coup”', '‘uprising’']
    """
    spans: list[Quotation] = []
    doubts: list[tuple[int, int, str]] = []
    lines = [
        (m.start() + _indent(m.group()), m.end()) for m in _LINE.finditer(text) if m.group().strip()
    ]
    for i, (start, end) in enumerate(lines):
        following = lines[i + 1][0] if i + 1 < len(lines) else None
        marks = list(double_marks(text, start, end))
        pairs, lost = pair(marks)
        found = [_quotation(a, b) for a, b in pairs]
        for mark in lost:
            opens = mark.facing is Facing.OPEN or (
                mark.facing is Facing.EITHER and mark.start == start
            )
            last = not found or found[-1].end <= mark.start
            if opens and last and following is not None and _reopens(text, following):
                found.append(
                    Quotation(
                        start=mark.start,
                        end=end,
                        inner_start=mark.end,
                        inner_end=end,
                        continues=True,
                    )
                )
            else:
                reason = _REASON_OPEN if opens else _REASON_CLOSE
                doubts.append((mark.start, mark.end, reason))
        singles, odd = single_quotations(text, start, end, [(q.start, q.end) for q in found])
        found += [Quotation(start=a, end=b, inner_start=a + 1, inner_end=b - 1) for a, b in singles]
        spans += _outermost(found)
    return Quotations(spans=tuple(spans), doubts=tuple(sorted(doubts)))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _reopens(text: str, start: int) -> bool:
    return text[start] in '"“„«' or text.startswith(("``", "''"), start)


def _quotation(opening: Mark, closing: Mark) -> Quotation:
    return Quotation(
        start=opening.start, end=closing.end, inner_start=opening.end, inner_end=closing.start
    )


def pair(marks: Sequence[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Pair the marks of one line, outermost only; also returns the marks left without partner."""
    pairs: list[tuple[Mark, Mark]] = []
    lost: list[Mark] = []
    opened: Mark | None = None
    depth = 0
    surplus = _surplus_openers(marks)
    for mark in marks:
        if opened is None:
            if mark.facing is Facing.CLOSE:
                lost.append(mark)
            else:
                opened, depth = mark, 1
        elif mark.facing is Facing.OPEN:
            if surplus > 0:
                lost.append(opened)
                opened, surplus = mark, surplus - 1
            else:
                depth += 1
        else:
            depth -= 1
            if not depth:
                pairs.append((opened, mark))
                opened = None
    if opened is not None:
        lost.append(opened)
    return pairs, lost


def _surplus_openers(marks: Sequence[Mark]) -> int:
    opens = sum(mark.facing is Facing.OPEN for mark in marks)
    closes = sum(mark.facing is Facing.CLOSE for mark in marks)
    return max(0, opens - closes - sum(mark.facing is Facing.EITHER for mark in marks))


def _outermost(found: list[Quotation]) -> Iterator[Quotation]:
    end = -1
    for quotation in sorted(found, key=lambda q: (q.start, -q.end)):
        if quotation.start >= end:
            yield quotation
            end = quotation.end
