"""Whether a page is the article that was announced, or something else at its address."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bias.articles.by_metadata import Metadata
from bias.articles.document import Document
from bias.text import address_words, fold, words

KEY_CHARS = 5
"""Letters by which words are compared, so that "strike" is found in "strikers"."""
MIN_WORD_CHARS = 4
MIN_KEYS = 2
"""Fewer words in an announced title ("Live", "Cartoon") tell no article from another."""
MIN_ADDRESS_KEYS = 3
"""The same of an address, whose few words may name a section."""
FOUND_SHARE = 1 / 3
"""Share of an announced title's words that its article holds at least.

Of 246 real pages each holds two thirds of its title's words, and of 365 all but two a third of
their addresses' words; of texts under another page's title or address one in nine holds a third.
"""
MAX_REFRESH_SECONDS = 10.0
MAX_MOVED_WORDS = 250
"""A page with more text is read even if it sends a browser on."""

_REFRESH = re.compile(
    r"\s*(\d{1,4}(?:\.\d{0,3})?)\s*[;,]\s*url\s*=\s*['\"]?([^'\">]+)", re.IGNORECASE
)
_SCRIPT_ASKED = re.compile(
    r"\b(?:enable|activate|turn on|switch on|requires?|needs?|without)\b[^.\n]{0,40}\bjavascript\b"
    r"|\bjavascript\b[^.\n]{0,40}\b(?:required|disabled|enabled|turned on|switched on)\b",
    re.IGNORECASE,
)


def is_other_page(announced: str, url: str, text: str, metadata: Metadata) -> bool:
    """Tell whether neither a page's own titles nor its text hold what was announced.

    A wall, a "not found" and a front page have text of their own, whatever their words are. Where
    no title was announced, the words of the address say what was.
    """
    wanted = _keys(announced or " ".join(address_words(url)))
    if len(wanted) < (MIN_KEYS if announced else MIN_ADDRESS_KEYS):
        return False
    own = (metadata.headline, metadata.shared_title, metadata.page_title, metadata.first_heading)
    found = wanted & _keys(" ".join((*own, text)))
    least = FOUND_SHARE * len(wanted)
    # An address has words of its own ("what-to-do-chicago"); a title must hold more than the least.
    return len(found) <= least if announced else len(found) < least


def refresh_target(document: Document) -> str:
    """Return the other page that a page sends a browser on to at once, empty when none."""
    for meta in document.tree.iter("meta"):
        found = _REFRESH.match(meta.get("content") or "")
        if found and _is_refresh(meta) and float(found[1]) <= MAX_REFRESH_SECONDS:
            target = _joined(document.url, found[2].strip())
            if target and _place(target) != _place(document.url):
                return target
    return ""


def asks_for_scripts(document: Document) -> bool:
    """Tell whether a page says that it shows nothing without JavaScript."""
    return any(_SCRIPT_ASKED.search(text) for text in _shown(document.tree))


def _keys(text: str) -> frozenset[str]:
    long = (word for word in words(text) if len(word) >= MIN_WORD_CHARS)
    return frozenset(fold(word).removesuffix("s")[:KEY_CHARS] for word in long)


def _is_refresh(meta: HtmlElement) -> bool:
    # What is meant for browsers without scripts alone says nothing of what others see.
    fallback = any(parent.tag == "noscript" for parent in meta.iterancestors())
    return (meta.get("http-equiv") or "").strip().lower() == "refresh" and not fallback


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:  # brackets that are no IPv6 address
        return ""


def _place(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url, ""
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")


def _shown(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("noscript", "p", "h1", "h2", "div", "span", "body"):
        yield (element.text or "")[:1_000]
