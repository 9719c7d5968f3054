"""Body text and title by newspaper3k 0.2.8, which is given the page and never fetches.

Its parts are called one by one and its ``Article`` is left aside, which would also look for images
and feeds, and reach for the network to tell domains apart.
"""

import warnings
from copy import deepcopy
from functools import cache
from typing import Any

from bias.articles.document import Document

MAX_ELEMENTS = 12_000
"""Larger pages are not given to newspaper3k, whose time grows faster than their size."""


def newspaper_paragraphs(document: Document) -> list[str]:
    """Return newspaper3k's body text, paragraph by paragraph; empty when it finds none."""
    if document.elements > MAX_ELEMENTS:
        return []
    extractor, cleaner, formatter = _parts()
    best = extractor.calculate_best_node(cleaner.clean(deepcopy(document.tree)))
    if best is None:
        return []
    text, _ = formatter.get_formatted(extractor.post_cleanup(best))
    return str(text).split("\n\n")


def newspaper_title(document: Document) -> str:
    """Return the title as newspaper3k sees it, empty when it sees none."""
    return str(_parts()[0].get_title(document.tree))


@cache
def _parts() -> tuple[Any, Any, Any]:
    with warnings.catch_warnings():
        # Its strings hold escapes that Python from 3.12 on warns of when it first compiles them.
        warnings.simplefilter("ignore")
        from newspaper.cleaners import DocumentCleaner
        from newspaper.configuration import Configuration
        from newspaper.extractors import ContentExtractor
        from newspaper.outputformatters import OutputFormatter

    settings = Configuration()
    return ContentExtractor(settings), DocumentCleaner(settings), OutputFormatter(settings)
