"""Body text, title and authors by newspaper3k 0.2.8, which is given the page and never fetches.

Its parts are called one by one and its ``Article`` is left aside: that would also look at images,
videos and feeds, ask for a network, and take three times as long.
"""

from copy import deepcopy
from functools import cache
from typing import Any

import lxml.html
import msgspec

from bias.articles.document import Document

MAX_ELEMENTS = 20_000
"""Larger pages are not given to newspaper3k, whose time grows with the square of their size."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What newspaper3k makes of a page; empty where it finds nothing."""

    text: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()


def read_with_newspaper(document: Document) -> Reading:
    """Return newspaper3k's text, title and authors of a page."""
    if sum(1 for _ in document.tree.iter()) > MAX_ELEMENTS:
        return Reading()
    extractor, cleaner, formatter = _parts()
    return Reading(
        text=_text(deepcopy(document.tree), extractor, cleaner, formatter),
        title=extractor.get_title(document.tree),
        authors=tuple(extractor.get_authors(document.tree)),
    )


def _text(tree: lxml.html.HtmlElement, extractor: Any, cleaner: Any, formatter: Any) -> str:
    cleaned = cleaner.clean(tree)
    best = extractor.calculate_best_node(cleaned)
    if best is None:
        return ""
    text, _ = formatter.get_formatted(extractor.post_cleanup(best))
    return str(text)


@cache
def _parts() -> tuple[Any, Any, Any]:
    from newspaper.cleaners import DocumentCleaner
    from newspaper.configuration import Configuration
    from newspaper.extractors import ContentExtractor
    from newspaper.outputformatters import OutputFormatter

    settings = Configuration()
    return ContentExtractor(settings), DocumentCleaner(settings), OutputFormatter(settings)
