"""Tells marks that measure inches (``a 6" gun``) from marks that close a quotation."""

import re

from bias.language.lexis import verb_forms
from bias.language.word_classes import word_class

_INCH_SHAPES = '"″”'
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}$")
_FEW_DIGITS = re.compile(r"(?<!\d)\d{1,3}$")
"""No year: ``in 2016" when``."""
_MEASURED = re.compile(r"[\s\-‐‑]{1,2}([a-z]{1,30})\b")
"""What is measured stands behind: ``6" gun``, ``5" by 8" card``, ``6"-wide``."""


def is_inches(text: str, start: int, end: int, depth: int, next_closes: bool) -> bool:
    """Tell whether a mark behind a digit measures inches, not speech.

    ``depth`` counts the quotations open before it; ``next_closes`` says whether the next mark of
    the line can only close, which would leave that mark without a partner if this one closed.
    """
    if end - start != 1 or text[start] not in _INCH_SHAPES or not text[start - 1 : start].isdigit():
        return False
    if not depth or _FEET.search(text[max(0, start - 8) : start]):
        return True
    few = _FEW_DIGITS.search(text[max(0, start - 4) : start])
    return bool(few) and depth == 1 and next_closes and _is_measured(text, end)


def _is_measured(text: str, end: int) -> bool:
    """Tell ``6" gun`` from ``by 6" she said`` and ``by 6" says Ray``."""
    measured = _MEASURED.match(text, end)
    if measured is None:
        return False
    word = measured.group(1)
    return word not in verb_forms() and word not in word_class("person_pronoun", "auxiliary")
