"""Tells marks of distance ("scare quotes") and titles of works from somebody's words."""

from bias.passages.quotes import Quotation
from bias.text import words

_FEW_WORDS = 2
_WORK_WORDS = 12
_SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "s"}
)


def is_scare(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation that nobody is cited for is one or two words, or a work's title."""
    inner = text[quotation.inner_start : quotation.inner_end]
    inside = words(inner)
    if len(inside) <= _FEW_WORDS:
        return True
    return len(inside) <= _WORK_WORDS and not inner.isupper() and _is_title_case(inside)


def _is_title_case(inside: list[str]) -> bool:
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in inside)
