"""Extractors that other packages add for outlets whose pages ours read badly.

One is asked for the pages of the hosts that it names, and its text is taken where it has enough
words; else the page is read as any other. See "Add from a package of your own" in CONTRIBUTING.md.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from bias.articles.blocks import TextBlock, normal
from bias.articles.document import Document
from bias.errors import BiasError
from bias.plugins import plugins
from bias.text import count_words

LEAST_WORDS = 40
"""Fewer words are a summary, and replace nothing."""


class AddedExtractor(NamedTuple):
    """What a package declares under the entry point ``bias.extractors``."""

    hosts: tuple[str, ...]
    """Whose pages it reads: "herald.example", with every name below it."""
    paragraphs: Callable[[HtmlElement], Sequence[str]]
    """From the parsed page, furniture included, to the paragraphs of the article, or to none."""


class ExtractorError(BiasError):
    """An extractor of another package failed on a page; the message names it."""


def added_blocks(document: Document) -> tuple[str, tuple[TextBlock, ...]]:
    """Return the name and the text of the extractor for a page; both empty where none has one.

    Raises:
        ExtractorError: it raised, or returned something else than paragraphs.
        InstallationError: an extractor cannot be loaded.
    """
    for name, extractor in _for(urlsplit(document.url).hostname or ""):
        blocks = _blocks(name, extractor, document)
        if count_words(" ".join(block.text for block in blocks)) >= LEAST_WORDS:
            return name, blocks
    return "", ()


def _for(host: str) -> Iterator[tuple[str, AddedExtractor]]:
    for name, extractor in _known():
        if any(host == each or host.endswith(f".{each}") for each in extractor.hosts):
            yield name, extractor


@cache
def _known() -> tuple[tuple[str, AddedExtractor], ...]:
    return tuple(plugins("bias.extractors", AddedExtractor))


def _blocks(name: str, extractor: AddedExtractor, document: Document) -> tuple[TextBlock, ...]:
    try:
        found = [normal(str(text)) for text in extractor.paragraphs(document.tree)]
    except Exception as error:  # a plugin is other people's code: whatever it raises is named
        words = f"{type(error).__name__}: {error}"
        raise ExtractorError(
            f"the extractor {name!r} of another package failed ({words})"
        ) from error
    return tuple(TextBlock(text=text) for text in found if text)
