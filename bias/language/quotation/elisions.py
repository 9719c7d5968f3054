"""Tells an elision (’90s, ’em, ’n’) from an opening mark, and one that may be both (’Tis)."""

import re

_ELISION = re.compile(
    r"(?:\d0s\b|\d\d\b|n['’]"
    r"|(?:em|til|till|tis|twas|cause|cuz|bout|round|neath|nother|cos|ere|ol|tude)\b)",
    re.IGNORECASE,
)
_BEFORE_WORDS = re.compile(r"[.?!:,…—–([]\s*$")
_NEAR = 4


def is_elision(text: str, at: int) -> bool:
    """Tell whether a mark stands for letters that are left out of the word behind it."""
    return _ELISION.match(text, at + 1) is not None


def may_open(text: str, at: int, start: int) -> bool:
    """Tell whether quoted words could begin at an elision: ``’Tis a sham,’ said Ray``.

    Such words begin the line, which starts at ``start``, or stand behind a mark, or have a capital.
    """
    before = text[max(start, at - _NEAR) : at]
    begins = at - start <= _NEAR and not before.strip()
    return begins or text[at + 1 : at + 2].isupper() or bool(_BEFORE_WORDS.search(before))
