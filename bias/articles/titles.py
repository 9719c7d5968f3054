"""The title of an article, without the outlet's name that pages put behind it."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from bias.articles.by_metadata import Metadata
from bias.articles.characters import clean_text
from bias.text import fold, words

MAX_TITLE_CHARS = 400
MIN_HEADLINE_WORDS = 5
"""A first heading of so many words is the title even where nothing else says so."""
MAX_LABEL_WORDS = 2
MIN_NAME_CHARS = 3
"""A shorter part of a host name ("co", "uk") names no outlet."""

_SEPARATOR = re.compile(r"\s+[|\-–—•·»:]\s+|\s*\|\s*")
_NOT_LETTERS = re.compile(r"[^\w]+|_+")
_SPACE = re.compile(r"\s+")


def find_title(metadata: Metadata, announced: str, guess: Callable[[], str]) -> str:
    """Return the title as printed on the page, else as declared, announced or guessed.

    The first heading is taken only where another source confirms it: it may be the outlet's name.

    Args:
        metadata: What the page declares.
        announced: The title in the feed, empty when it gave none.
        guess: Asked for a title only when there is no other.
    """
    declared = (metadata.headline, metadata.shared_title, metadata.page_title, announced)
    names = frozenset(_names(metadata.site))
    others = [_without_outlet(_clean(title), names) for title in declared if title]
    heading = _clean(metadata.first_heading)
    agreed = [other for other in others if _agree(heading, other)]
    if heading and _key(heading) not in names and (agreed or _is_headline(heading)):
        return _without_label(heading, agreed)
    guesses = (_without_outlet(_clean(make()), names) for make in (guess,))
    found = (title for title in chain(others, [heading], guesses) if _key(title) not in names)
    return next((title for title in found if title), "")


def repeats_title(paragraph: str, title: str) -> bool:
    """Tell whether a paragraph is only the title again.

    >>> repeats_title("RAIN STOPS PLAY.", "Rain stops play")
    True
    """
    return _key(paragraph) == _key(title) != ""


def _is_headline(heading: str) -> bool:
    """Tell whether a heading is too long for the name of an outlet or section."""
    return len(words(heading)) >= MIN_HEADLINE_WORDS


def _without_label(heading: str, others: Sequence[str]) -> str:
    """Return a heading without the label before it ("Opinion …") where another title lacks it."""
    for other in others:
        label = heading.removesuffix(other)
        if label != heading and 0 < len(words(label)) <= MAX_LABEL_WORDS:
            return other
    return heading


def _clean(title: str) -> str:
    return _SPACE.sub(" ", clean_text(title)).strip()[:MAX_TITLE_CHARS]


def _without_outlet(title: str, names: frozenset[str]) -> str:
    """Cut parts at either end that name the outlet ("… | The Daily Example")."""
    first = _SEPARATOR.search(title)
    if first and _key(title[: first.start()]) in names and _is_headline(title[first.end() :]):
        title = title[first.end() :]
    while separators := list(_SEPARATOR.finditer(title)):
        last = separators[-1]
        if last.start() == 0 or _key(title[last.end() :]) not in names:
            break
        title = title[: last.start()]
    return title


def _names(site: str) -> Iterator[str]:
    """Yield what an outlet may be called behind a title, from its name or host."""
    key = _key(site)
    yield key
    yield key.removeprefix("the")
    yield "the" + key
    yield from (_key(part) for part in site.split(".") if len(part) >= MIN_NAME_CHARS)


def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text))


def _agree(heading: str, other: str) -> bool:
    """Tell whether two titles are one, or share at least half the words of the shorter."""
    a, b = (frozenset(_NOT_LETTERS.split(fold(text))) - {""} for text in (heading, other))
    shared = len(a & b)
    return _key(heading) == _key(other) or shared > 1 and 2 * shared >= min(len(a), len(b))
