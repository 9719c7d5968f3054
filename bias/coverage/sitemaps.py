"""Sitemaps, sitemap indexes and Google News sitemaps, each given as bytes.

Parsed with lxml as a stream. The format is that of sitemaps.org; titles and times of news come from
Google's extension of it. The ultimate-sitemap-parser is not used: of an index it keeps no
``<lastmod>``, without which the newest children cannot be read first, and it does its own fetching.
"""

from lxml import etree

from bias.coverage.elements import local_name, read_elements, whole_text
from bias.coverage.markup import Markup, read_markup
from bias.records import Record

MAX_ENTRIES = 50_000
"""Most entries read from one sitemap, the limit of sitemaps.org."""

ROOTS = ("urlset", "sitemapindex")
ENTRY_NAMES = ("url", "sitemap")


class Entry(Record, frozen=True, kw_only=True):
    """One ``<url>`` or ``<sitemap>``; texts as they stand there, empty when missing."""

    is_sitemap: bool
    """Whether it names another sitemap, not a page."""
    address: str
    changed: str
    """``<lastmod>``."""
    title: str
    """``<news:title>``."""
    published: str
    """``<news:publication_date>``."""


def read_sitemap(body: bytes) -> list[Entry]:
    """Return the entries of a sitemap or sitemap index, in the order of the file.

    Of a broken file the entries before the break are returned.

    Raises:
        ValueError: it is no sitemap, or broken before its first entry.
    """
    return read_entries(read_markup(body), MAX_ENTRIES)


def read_entries(markup: Markup, most: int) -> list[Entry]:
    """Return the entries of a sitemap, at most ``most``.

    Raises:
        ValueError: it is no sitemap, or broken before its first entry.
    """
    entries = read_elements(markup.text, ENTRY_NAMES, _entry, most) if markup.root in ROOTS else []
    if markup.root not in ROOTS or (markup.breaks_off and not entries):
        message = "It holds no sitemap that can be read"
        raise ValueError(message)
    return entries


def _entry(element: etree._Element) -> Entry:
    return Entry(
        is_sitemap=local_name(element) == "sitemap",
        address=_text(element, "{*}loc"),
        changed=_text(element, "{*}lastmod"),
        title=_text(element, "{*}news/{*}title"),
        published=_text(element, "{*}news/{*}publication_date"),
    )


def _text(element: etree._Element, path: str) -> str:
    return whole_text(element.find(path))
