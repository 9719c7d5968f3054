"""The byline as printed: the first place beside the title that is named after an author.

Teasers have bylines, too; those of the article stand nearest to its title, so only the first is
read.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from bias.articles.blocks import normal

MAX_LOOKED_AT = 400
"""Elements after the title in which the byline is looked for."""
MAX_ABOVE = 60
"""Elements before the title, looked at from the title up."""
MAX_CHARS = 200
"""A longer text is no byline but a biography or teaser."""

_NAMES = re.compile(
    r"(?:^|[\s_\-])(?:by-?lines?|authors?|author-?names?|contributors?|writers?|article-?by)"
    r"(?:$|[\s_\-])|[a-z](?:Byline|Author|Authors|AuthorName|Contributor)(?:$|[\s_\-A-Z])"
    r"|^(?:byline|author)[A-Z]|__(?:byline|author)"
)
_ELSEWHERE = frozenset({"aside", "nav", "footer", "form", "figure"})
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|by|people|person|profiles?|staff|contributors?|writers?|reporters?|journalist)/",
    re.IGNORECASE,
)
_SAYS_BY = re.compile(
    r"^(?:words |written |story |report(?:ed|ing)? )?by:?\s+(?=\S)", re.IGNORECASE
)


def printed_authors(tree: HtmlElement) -> list[str]:
    """Return what the first byline beside the title says, as written; empty without one."""
    for element in _near_title(tree):
        if any(parent.tag in _ELSEWHERE for parent in (element, *element.iterancestors())):
            continue
        written = list(_written(element))
        if written:
            return written
    return []


def _near_title(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements after the first heading, then those before it from below."""
    heading = next(tree.iter("h1"), None)
    if heading is None:
        yield from islice(tree.iter("a", "span", "div", "p", "address"), MAX_LOOKED_AT)
        return
    above: list[HtmlElement] = []
    below: list[HtmlElement] = []
    reached = False
    for element in tree.iter("h1", "a", "span", "div", "p", "address", "li", "section"):
        reached = reached or element is heading
        (below if reached else above).append(element)
        if len(below) > MAX_LOOKED_AT:
            break
    yield from below
    yield from reversed(above[-MAX_ABOVE:])


def _written(element: HtmlElement) -> Iterator[str]:
    if not _is_byline(element):
        return
    text = normal(element.text_content())
    if not text or len(text) > MAX_CHARS:
        return
    links = [element] if element.tag == "a" else list(element.iter("a"))
    named = [normal(link.text_content()) for link in links if _is_author_link(link)]
    yield from [name for name in dict.fromkeys(named) if name] or [_SAYS_BY.sub("", text)]


def _is_byline(element: HtmlElement) -> bool:
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return True
    if _NAMES.search(element.get("class", "")) or _NAMES.search(element.get("id", "")):
        return True
    if element.tag == "a":
        return _is_author_link(element)
    text = element.text or ""
    return element.tag in ("p", "span", "div") and bool(_SAYS_BY.match(text.strip() + " x"))


def _is_author_link(link: HtmlElement) -> bool:
    return "author" in (link.get("rel") or "") or bool(_AUTHOR_PATH.search(link.get("href") or ""))
