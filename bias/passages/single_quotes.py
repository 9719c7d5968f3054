"""Quotation in single marks, told from apostrophes.

A single mark opens where white space, a bracket or a dash stands before it and a letter, digit or
other mark behind it, unless what follows is a known elision (’90s, ’em, ’n’). It closes behind
anything but white space where no letter follows. After a plural's s (dogs’) it closes only if no
better mark follows before the next opening.
"""

import re
from collections.abc import Iterator, Sequence

from bias.passages.marks import Facing, Mark

_MARK = re.compile(r"[‘’'‛]")
_ELISION = re.compile(
    r"(?:\d0s\b|\d\d\b|n['’]"
    r"|(?:em|til|till|tis|twas|cause|cuz|bout|round|neath|nother|cos|ere|ol|tude)\b)",
    re.IGNORECASE,
)
_BEFORE_OPENING = '([{—–―-/“"„«:,|…'
_AFTER_OPENING = '“"„«[($£€…'
_SENTENCE_MARKS = '.,;:!?…)]”"—–-'


def single_marks(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[Mark]:
    """Return the single quotation marks of a line; apostrophes are left out.

    ``taken`` holds the spans in double marks, sorted; nothing is looked for inside them.
    """
    kept: list[Mark] = []
    weak: Mark | None = None
    opened = False
    for at in _outside(text, start, end, taken):
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if _opens(text, at, before, after):
            if opened and weak is not None:
                kept.append(weak)
            opened, weak = True, None
            kept.append(_mark(at, Facing.OPEN, text[at] == "‘"))
        elif opened and _closes(text, at, before, after):
            mark = _mark(at, Facing.CLOSE, False)
            if before in "sS" and after not in _SENTENCE_MARKS and at + 1 < end:
                weak = weak or mark
            else:
                kept.append(mark)
                opened, weak = False, None
    return [*kept, weak] if opened and weak is not None else kept


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


def _opens(text: str, at: int, before: str, after: str) -> bool:
    if not (before.isspace() or before in _BEFORE_OPENING):
        return False
    return (after.isalnum() or after in _AFTER_OPENING) and not _ELISION.match(text, at + 1)


def _closes(text: str, at: int, before: str, after: str) -> bool:
    return text[at] != "‘" and not before.isspace() and not after.isalnum()
