"""Which text is taken as the body: trafilatura's, unless it is plainly not the whole article."""

import re
from collections.abc import Sequence
from functools import lru_cache

import lxml.html
import msgspec
from lxml import etree

from bias.text import count_words, words

MIN_WORDS = 40
"""Another text of fewer words is a summary and replaces nothing."""
LONGER = 1.5
"""How many times longer another text must be to replace the extracted one on further evidence."""
MUCH_LONGER = 3.0
"""How many times longer another text must be to replace the extracted one on that alone."""
ELSEWHERE = 0.3
"""Share of the extracted text in the declared one below which it was taken from elsewhere."""
AGREEING = 0.5
"""Share of the extracted text in newspaper3k's from which the two found the same article."""
SHINGLE_WORDS = 4
MIN_PART = 0.15
"""Share of a text that another must have to bear it out by standing in it."""

_LINE_BREAKS = re.compile(r"\s*\n\s*")

Shingles = frozenset[tuple[str, ...]]


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """The text that was chosen, and by whom."""

    paragraphs: tuple[str, ...] = ()
    extractor: str = ""
    """Name of the extractor whose text it is, empty when there is none."""


def choose_body(extracted: Sequence[str], declared: Sequence[str], second: Sequence[str]) -> Body:
    """Return the body text of a page.

    trafilatura's text is the most precise on labelled pages. It is replaced where it is a fragment
    of what newspaper3k found, or lies beside what the page itself declares.

    Args:
        extracted: Paragraphs by trafilatura.
        declared: Paragraphs of the page's own ``articleBody``, often one long one.
        second: Paragraphs by newspaper3k.
    """
    size = _size(extracted)
    if size and _share(extracted, second) >= AGREEING and _size(second) > LONGER * size:
        return Body(paragraphs=tuple(second), extractor="newspaper3k")
    times = LONGER if _share(extracted, declared) < ELSEWHERE else MUCH_LONGER
    if _size(declared) > max(MIN_WORDS, times * size):
        return Body(paragraphs=tuple(declared), extractor="json-ld")
    if not size and _size(second) > MIN_WORDS:
        return Body(paragraphs=tuple(second), extractor="newspaper3k")
    return Body(paragraphs=tuple(extracted), extractor="trafilatura" if size else "")


def declared_paragraphs(body: str) -> tuple[str, ...]:
    """Return the paragraphs of an ``articleBody``, freed of markup.

    >>> declared_paragraphs("<p>Rain fell.</p> <p>Roads closed.</p>")
    ('Rain fell.', 'Roads closed.')
    """
    plain = _without_markup(body) if "<" in body else body
    return tuple(part for part in _LINE_BREAKS.split(plain.strip()) if part)


def agreement(a: Sequence[str], b: Sequence[str]) -> float | None:
    """Return the share of distinct word 4-grams that two texts have in common, 0 to 1.

    ``None`` when one of them is empty.
    """
    x, y = _shingles(a), _shingles(b)
    return len(x & y) / len(x | y) if x and y else None


def is_fragment(text: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether another text is so much longer that a text may be a fragment of it."""
    return _size(other) > LONGER * _size(text)


def covered(text: Sequence[str], part: Sequence[str]) -> float | None:
    """Return the share of a smaller text that stands in a text, 0 to 1.

    ``None`` when it is too small to tell anything, or not smaller.
    """
    x, y = _shingles(text), _shingles(part)
    if not MIN_PART * len(x) <= len(y) <= len(x) or not y:
        return None
    return len(x & y) / len(y)


def _without_markup(body: str) -> str:
    try:
        return "\n".join(
            str(text) for text in lxml.html.fromstring(f"<div>{body}</div>").itertext()
        )
    except (etree.ParserError, ValueError):
        return ""


def _size(paragraphs: Sequence[str]) -> int:
    return sum(count_words(paragraph) for paragraph in paragraphs)


def _share(extracted: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of one text's shingles that stand in another, 0 to 1."""
    own = _shingles(extracted)
    return len(own & _shingles(other)) / len(own) if own else 0.0


def _shingles(paragraphs: Sequence[str]) -> Shingles:
    return _shingles_of(tuple(paragraphs))


@lru_cache(maxsize=8)  # a text is compared with several others in a row
def _shingles_of(paragraphs: tuple[str, ...]) -> Shingles:
    tokens = [word.casefold() for paragraph in paragraphs for word in words(paragraph)]
    if len(tokens) < SHINGLE_WORDS:
        return frozenset([tuple(tokens)] if tokens else ())
    return frozenset(zip(*(tokens[at:] for at in range(SHINGLE_WORDS)), strict=False))
