"""Quotations in single marks, told from apostrophes.

A single mark opens where white space, a bracket or a dash stands before it and a letter or digit
behind it, unless it is a known elision (’90s, ’em, ’n’). It closes behind a letter or punctuation
where no letter follows. After a plural's s (dogs’) it closes only if no better mark follows.
"""

import re
from collections.abc import Sequence

_MARK = re.compile(r"[‘’'‛`]")
_ELISION = re.compile(
    r"(?:\d0s?\b|\d\d\b|n['’]|(?:em|til|till|tis|twas|cause|bout|round|neath|nother|cos|ere|ol|tude)\b)",
    re.IGNORECASE,
)
_BEFORE_OPENING = '([{—–―-/“"„:,|…'
_SENTENCE_MARKS = ".,;:!?…"


def single_quotations(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the spans in single marks within a line, and the openers left without partner.

    ``taken`` holds the spans in double marks, sorted; nothing is looked for inside them.
    """
    found: list[tuple[int, int]] = []
    lost: list[tuple[int, int]] = []
    opened: int | None = None
    weak: int | None = None
    inside = iter(taken)
    current = next(inside, None)
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        while current is not None and current[1] <= at:
            current = next(inside, None)
        if current is not None and current[0] <= at:
            continue
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if _opens(text, at, before, after):
            if opened is not None and weak is not None:
                found.append((opened, weak + 1))
            elif opened is not None and text[opened] == "‘":
                lost.append((opened, opened + 1))
            opened, weak = at, None
        elif opened is not None and _closes(before, after) and text[at] != "‘":
            if before in "sS" and after not in _SENTENCE_MARKS and at + 1 < end:
                weak = weak or at
            else:
                found.append((opened, at + 1))
                opened = weak = None
    if opened is not None and weak is not None:
        found.append((opened, weak + 1))
    elif opened is not None and text[opened] == "‘":
        lost.append((opened, opened + 1))
    return found, lost


def _opens(text: str, at: int, before: str, after: str) -> bool:
    if not (before.isspace() or before in _BEFORE_OPENING) or not (
        after.isalnum() or after in '“"[($£€…'
    ):
        return False
    return text[at] == "‘" and not after.isdigit() or not _ELISION.match(text, at + 1)


def _closes(before: str, after: str) -> bool:
    return not before.isspace() and not after.isalnum()
