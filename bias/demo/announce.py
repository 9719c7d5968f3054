"""How a site announces its articles: RSS, Google's news sitemap, and what robots.txt forbids."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from lxml import etree

from bias.demo.sites import NEWS_SITEMAP, Item, Site

EARLIER_TITLE = "Earlier news"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_PREFIXES: Any = {None: _SITEMAP, "news": _NEWS}  # the stubs know no default namespace
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def rss(
    site: Site, address: str, edition_start: datetime, earlier: datetime | None = None
) -> bytes:
    """Return a site's RSS 2.0 feed, newest first; ``edition_start`` is the time it was built.

    A feed ends with an entry of the time ``earlier``, if given, so that it is seen to reach back.
    """
    root = etree.Element("rss", version="2.0")
    channel = etree.SubElement(root, "channel")
    _add(channel, "title", site.name)
    _add(channel, "link", address + site.home)
    _add(channel, "description", f"The latest from {site.name}")
    _add(channel, "language", site.language)
    _add(channel, "lastBuildDate", _rss_time(edition_start))
    for item in site.items:
        _add_rss_item(channel, item, address)
    if earlier:
        entry = etree.SubElement(channel, "item")
        _add(entry, "title", EARLIER_TITLE)
        _add(entry, "link", address + site.home)
        _add(entry, "pubDate", _rss_time(earlier))
    return _xml(root)


def news_sitemap(site: Site, address: str, earlier: datetime | None = None) -> bytes:
    """Return a site's Google News sitemap, newest first, with an entry of the time ``earlier``."""
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap=_PREFIXES)
    for item in site.items:
        _add_page(root, site, address + item.path, item.published, item.title)
    if earlier:
        _add_page(root, site, address + site.home, earlier, EARLIER_TITLE)
    return _xml(root)


def robots_txt(sites: Sequence[Site], address: str) -> bytes:
    """Return the one robots.txt of the host: what each site forbids, and where its sitemap is."""
    lines = ["User-agent: *"]
    for site in sites:
        lines.append(f"Disallow: {site.home}search")
        lines += [f"Disallow: {item.path}" for item in reversed(site.items) if item.forbidden]
    lines += [f"Sitemap: {address}{site.home}{NEWS_SITEMAP}" for site in sites]
    return "\n".join([*lines, ""]).encode()


def _add_page(
    root: etree._Element, site: Site, address: str, published: datetime, title: str
) -> None:
    url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
    _add(url, f"{{{_SITEMAP}}}loc", address)
    news = etree.SubElement(url, f"{{{_NEWS}}}news")
    publication = etree.SubElement(news, f"{{{_NEWS}}}publication")
    _add(publication, f"{{{_NEWS}}}name", site.name)
    _add(publication, f"{{{_NEWS}}}language", site.language)
    _add(news, f"{{{_NEWS}}}publication_date", published.isoformat())
    if title:
        _add(news, f"{{{_NEWS}}}title", title)


def _add_rss_item(channel: etree._Element, item: Item, address: str) -> None:
    entry = etree.SubElement(channel, "item")
    if item.title:
        _add(entry, "title", item.title)
    _add(entry, "link", address + item.path)
    _add(entry, "guid", address + item.path, isPermaLink="true")
    _add(entry, "pubDate", _rss_time(item.published))
    if item.story.subtitle:
        _add(entry, "description", item.story.subtitle)
    if item.story.section:
        _add(entry, "category", item.story.section)


def _add(parent: etree._Element, tag: str, text: str, **attributes: str) -> None:
    element = etree.SubElement(parent, tag, attributes)
    element.text = _NOT_XML.sub("", text)


def _rss_time(time: datetime) -> str:
    return format_datetime(time.astimezone(UTC), usegmt=True)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
