"""The authors of an article, from what the page declares or what its byline looks like."""

import re
from collections.abc import Callable, Iterable, Iterator

MAX_AUTHORS = 10
MAX_NAME_WORDS = 6
MAX_NAME_CHARS = 60

_JOINED = re.compile(r"\s*(?:[,;|&]|\band\b|\n)\s*")
_BY = re.compile(r"^(?:by|from|words by|written by)\s+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"[@\d<>]|://|\b(?:is|was|are|has|he|she|they|who|the author|sign|follow|posted|updated)\b",
    re.IGNORECASE,
)


def find_authors(declared: Iterable[str], guess: Callable[[], Iterable[str]]) -> tuple[str, ...]:
    """Return the authors as names, in the order of the byline.

    Args:
        declared: What the page declares, each perhaps several names.
        guess: Asked for a byline only when nothing is declared.

    >>> find_authors(["By Ada Ray and J. K. Ode"], lambda: ())
    ('Ada Ray', 'J. K. Ode')
    """
    return tuple(_names(declared)) or tuple(_names(guess()))


def _names(written: Iterable[str]) -> Iterator[str]:
    """Yield what looks like a name; a biography that was taken for a byline yields nothing."""
    parts = (part for text in written for part in _JOINED.split(_BY.sub("", text.strip())))
    known = dict.fromkeys(part for part in parts if _is_name(part))
    yield from list(known)[:MAX_AUTHORS]


def _is_name(text: str) -> bool:
    fits = len(text) <= MAX_NAME_CHARS and 0 < len(text.split()) <= MAX_NAME_WORDS
    return fits and text[0].isalpha() and not _NO_NAME.search(text)
