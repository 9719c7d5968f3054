"""The title of an article, without the outlet's name that pages put behind it."""

import re
from collections.abc import Iterator, Sequence

from bias.articles.by_metadata import Metadata
from bias.text import fold

_SEPARATOR = re.compile(r"\s+[|\-–—•·»:]\s+|\s*\|\s*")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_SPACE = re.compile(r"\s+")
MAX_TITLE_CHARS = 400


def find_title(metadata: Metadata, announced: str, guess: str = "") -> str:
    """Return the title as printed on the page, else as declared, announced or guessed.

    The first heading is taken only where another source confirms it: it may be the outlet's name.
    """
    declared = (metadata.headline, metadata.shared_title, metadata.page_title, announced)
    others = [_without_outlet(_clean(title), metadata.site) for title in declared if title]
    heading = _clean(metadata.first_heading)
    if heading and any(_agrees(heading, other) for other in others):
        return heading
    return next((title for title in (*others, heading, _clean(guess)) if title), "")


def _clean(title: str) -> str:
    return _SPACE.sub(" ", title).strip()[:MAX_TITLE_CHARS]


def _without_outlet(title: str, site: str) -> str:
    """Cut trailing parts that name the outlet ("… | The Daily Example")."""
    names = set(_names(site))
    while True:
        last = None
        for last in _SEPARATOR.finditer(title):
            pass
        if last is None or last.start() == 0 or _key(title[last.end() :]) not in names:
            return title
        title = title[: last.start()]


def _names(site: str) -> Iterator[str]:
    key = _key(site)
    yield key
    yield key.removeprefix("the")
    yield key.removeprefix("www")
    labels = [_key(label) for label in site.split(".")]
    yield from (label for label in labels if len(label) > 2)


def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text))


def _agrees(heading: str, other: str) -> bool:
    """Tell whether at least half of the words of the shorter stand in the longer."""
    a, b = (set(fold(text).split()) for text in (heading, other))
    return (
        len(a & b) * 2 >= min(len(a), len(b)) > 0 and len(a & b) > 1 or _key(heading) == _key(other)
    )


def starts_with_title(paragraphs: Sequence[str], title: str) -> bool:
    """Tell whether the first paragraph only repeats the title."""
    return bool(paragraphs) and _key(paragraphs[0]) == _key(title) != ""
