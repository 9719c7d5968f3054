"""Read sitemaps, sitemap indexes and Google News sitemaps, each given as bytes.

Parsed with lxml as a stream, entities left alone and libxml2's own limits on. The format is that
of sitemaps.org; titles and times of news come from Google's extension of it. The
ultimate-sitemap-parser is not used: of an index it keeps no ``<lastmod>``, without which the
newest children cannot be read first, and it does its own fetching.
"""

import re
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from io import BytesIO

from lxml import etree

from bias.records import Record

MAX_ENTRIES = 50_000
"""Most entries read from one sitemap, the limit of sitemaps.org."""

_ROOTS = ("urlset", "sitemapindex")
_ENTRIES = ("url", "sitemap")
_BARE_AMPERSAND = re.compile(rb"&(?!#?[A-Za-z0-9]{1,10};)")


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

    A broken file is read again with its bare ampersands, the commonest break, put right; if that
    does not help, the entries before the break are returned.

    Raises:
        ValueError: it is no sitemap, or broken before its first entry.
    """
    body = body.lstrip()  # no XML may begin with space, many a sitemap does
    try:
        is_sitemap, entries = _read(body, recover=False)
    except etree.XMLSyntaxError:
        _, entries = _read(_BARE_AMPERSAND.sub(b"&amp;", body), recover=True)
        is_sitemap = bool(entries)
    if not is_sitemap:
        message = "It holds no sitemap that can be read"
        raise ValueError(message)
    return entries


def _read(body: bytes, *, recover: bool) -> tuple[bool, list[Entry]]:
    """Return whether the root is a sitemap's, and the entries."""
    is_sitemap, entries = False, []
    with suppress(etree.XMLSyntaxError) if recover else nullcontext():
        for event, element in _elements(body, recover=recover):
            name = etree.QName(element).localname
            is_sitemap = is_sitemap or name in _ROOTS
            if event == "end" and name in _ENTRIES and is_sitemap:
                entries.append(_entry(element, name))
                _forget(element)
            if len(entries) == MAX_ENTRIES:
                break
    return is_sitemap, entries


def _elements(body: bytes, *, recover: bool) -> Iterator[tuple[str, etree._Element]]:
    parser: Iterator[tuple[str, etree._Element]] = etree.iterparse(
        BytesIO(body),
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in _ROOTS + _ENTRIES],
        recover=recover,
        huge_tree=False,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
    )
    return parser


def _entry(element: etree._Element, name: str) -> Entry:
    return Entry(
        is_sitemap=name == "sitemap",
        address=_text(element, "{*}loc"),
        changed=_text(element, "{*}lastmod"),
        title=_text(element, "{*}news/{*}title"),
        published=_text(element, "{*}news/{*}publication_date"),
    )


def _text(element: etree._Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _forget(element: etree._Element) -> None:
    """Free an element and those before it, so that a large sitemap never stands in memory whole."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
