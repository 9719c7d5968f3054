"""Quotation spans: found once per text, then asked by bisection.

Double marks first, then single ones outside them. A pair never crosses a line; a quotation over
several lines is the chain of lines that each open anew, of which only the last closes. A mark
without a partner yields no quotation but a doubt, so that it damages at most its own line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from bias.language.quotation.marks import Facing, Mark, double_marks
from bias.language.quotation.pairs import pair
from bias.language.quotation.single_quotes import single_marks
from bias.records import Quotation, Record

_LINE = re.compile(r"[^\s][^\n\r\u2028\u2029]*")
_OPENS_LINE = re.compile(r"[\"“”„«»‘'＂]|``")
_UNCLOSED = "a quotation mark opens here and none closes it in this paragraph"
_UNOPENED = "a quotation mark closes here and none opened it in this paragraph"


class Quotations(Record, frozen=True, kw_only=True):
    """Every outermost quotation of a text, and the places where the reader refused to guess."""

    spans: tuple[Quotation, ...]
    """Sorted, not overlapping."""
    doubts: tuple[tuple[int, int, str], ...]
    """Start, end and reason; sorted."""

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
    lines = [(m.start(), m.start() + len(m.group().rstrip())) for m in _LINE.finditer(text)]
    for i, (start, end) in enumerate(lines):
        reopens = i + 1 < len(lines) and bool(_OPENS_LINE.match(text, lines[i + 1][0]))
        found, odd = _read_line(text, start, end, reopens)
        spans += found
        doubts += odd
    return Quotations(spans=tuple(spans), doubts=tuple(doubts))


def _read_line(
    text: str, start: int, end: int, reopens: bool
) -> tuple[list[Quotation], list[tuple[int, int, str]]]:
    pairs, lost = pair(list(double_marks(text, start, end)))
    found = [_between(opening, closing) for opening, closing in pairs]
    lost = list(_carry_over(found, lost, end, reopens))
    singles, odd = pair(single_marks(text, start, end, [(q.start, q.end) for q in found]))
    found += [_between(opening, closing) for opening, closing in singles]
    lost += _carry_over(found, odd, end, reopens)
    doubts = [(mark.start, mark.end, _reason(mark)) for mark in lost if mark.certain]
    return list(_outermost(found)), sorted(doubts)


def _between(opening: Mark, closing: Mark) -> Quotation:
    return Quotation(
        start=opening.start, end=closing.end, inner_start=opening.end, inner_end=closing.start
    )


def _carry_over(
    found: list[Quotation], lost: Iterable[Mark], end: int, reopens: bool
) -> Iterator[Mark]:
    """Let an unclosed mark reach the line's end if the next line opens anew; yield the rest."""
    last = max((quotation.end for quotation in found), default=0)
    for mark in lost:
        if reopens and mark.facing is Facing.OPEN and mark.start >= last and mark.end < end:
            found.append(
                Quotation(
                    start=mark.start, end=end, inner_start=mark.end, inner_end=end, continues=True
                )
            )
            last = end
        else:
            yield mark


def _reason(mark: Mark) -> str:
    return _UNOPENED if mark.facing is Facing.CLOSE else _UNCLOSED


def _outermost(found: list[Quotation]) -> Iterator[Quotation]:
    end = -1
    for quotation in sorted(found, key=lambda q: (q.start, -q.end)):
        if quotation.start >= end:
            yield quotation
            end = quotation.end
