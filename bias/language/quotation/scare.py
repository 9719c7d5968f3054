"""Tells marks of distance ("scare quotes") and titles of works from somebody's words."""

from bias.records import Quotation
from bias.text import words

_FEW_WORDS = 2
_WORK_CHARS = 80
_SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "s"}
)


def is_scare(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation that nobody is cited for is one or two words, or a work's title."""
    few = len(words(text[quotation.inner_start : quotation.inner_end])) <= _FEW_WORDS
    return few or is_work_title(text, quotation)


def is_work_title(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation looks like the title of a film, a programme or a book."""
    if quotation.inner_end - quotation.inner_start > _WORK_CHARS:
        return False
    inner = text[quotation.inner_start : quotation.inner_end]
    return not inner.isupper() and all(
        word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words(inner)
    )
