"""The parts of a page that are no telling, by what their markup calls them.

Captions, comments, author boxes, newsletter forms and posts embedded from elsewhere are named as
such in the class or id of nearly every site. A part is taken out only when it is small beside the
whole page: the same words also name containers that hold the article itself.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache

from lxml.html import HtmlElement

SMALL_SHARE = 0.25
"""Share of the page's prose up to which a part may be taken out."""
COMMENT_SHARE = 0.75
"""The same for readers' comments, which can outgrow the article."""
PROSE_WORDS = 8
"""A stretch of text with fewer words is no prose but a label, link or button."""

_COMMENTS = frozenset({"comment", "comments", "disqus"})
_FURNITURE = frozenset(
    {
        *("author", "bio", "byline", "caption", "credit", "metadata"),
        *("disclaimer", "disclosure", "modal", "overlay", "popup", "print"),
        *("cta", "newsletter", "promo", "signup"),
        *("popular", "recirc", "recommended", "related"),
        *("instagram", "tiktok", "tweet", "twitter"),
    }
)
_FURNITURE_TAGS = frozenset({"nav", "figcaption", "form", "button", "dialog"})
_PROSE_TAGS = (
    *("p", "div", "span", "section", "article", "blockquote", "li", "td", "br"),
    *("a", "b", "i", "em", "strong", "font", "h2", "h3"),
)
_KEPT_TAGS = frozenset({"html", "head", "body", "script", "meta", "link", "title"})
# Set for screen readers alone: "opens new tab" amid a sentence.
_SPOKEN = re.compile(
    r"(?:^|[\s_\-])(?:sr-only|visually-?hidden|screen-?reader|a11y-hidden|off-?screen)"
    r"|[vV]isuallyHidden|[sS]creenReader"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LETTERS = re.compile(r"[a-z]+")
_HIDDEN_STYLE = re.compile(
    r"(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|clip\s{0,4}:\s{0,4}rect\()",
    re.IGNORECASE,
)


def without_furniture(tree: HtmlElement) -> HtmlElement:
    """Return a copy of a page without its captions, comments, prompts and hidden parts."""
    bare: HtmlElement = deepcopy(tree)
    prose = _prose(bare)
    for element, share in list(_furniture(bare)):
        if element.getparent() is not None and _prose(element) <= share * prose:
            element.drop_tree()
    return bare


def _furniture(tree: HtmlElement) -> Iterator[tuple[HtmlElement, float]]:
    """Yield each element that is called furniture, with the share of the page it may take."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in _KEPT_TAGS:
            continue
        names = _names(element)
        if _is_spoken(element.get("class", "")):
            yield element, 1.0
        elif names & _COMMENTS:
            yield element, COMMENT_SHARE
        elif names & _FURNITURE or element.tag in _FURNITURE_TAGS or _hidden(element):
            yield element, SMALL_SHARE


def _names(element: HtmlElement) -> frozenset[str]:
    """Return the lower-case words in an element's class and id."""
    return _words_of(element.get("class", "")) | _words_of(element.get("id", ""))


@lru_cache(maxsize=4_096)
def _words_of(written: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(_CAMEL.sub(" ", written).lower()))


@lru_cache(maxsize=4_096)
def _is_spoken(written: str) -> bool:
    return bool(_SPOKEN.search(written))


def _hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN_STYLE.search(style))


def _prose(element: HtmlElement) -> int:
    """Return how many words of an element stand in stretches of running text."""
    stretches = (len(text.split()) for text in element.itertext(*_PROSE_TAGS))
    return sum(words for words in stretches if words >= PROSE_WORDS)
