"""The items of RSS (all versions) and Atom, as texts; what they mean is decided in ``feeds``.

Read with lxml as a stream. feedparser took 25 seconds for one tag of 40,000 attributes, told
neither that a feed breaks off nor that there is more than was read, and gave up the type of titles.
"""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree

from bias.coverage.elements import local_name, read_elements, whole_text
from bias.records import Record

ITEM_NAMES = ("item", "entry")
MAX_CHILDREN = 300
"""Most elements looked at in one item."""

_FOREIGN = ("mrss", "itunes", "media", "podcast", "googleplay", "georss")
"""Parts of the names of vocabularies whose titles and links are those of pictures and sounds."""
_PUBLISHED = ("pubdate", "published", "issued", "date", "created")
_UPDATED = ("updated", "modified")
_READABLE = ("", "text/html", "application/xhtml+xml")


_OPENING = re.compile(r"<[^<>]{1,4000}>")
_PIECE = re.compile(r"<(item|entry)(?=[\s>]).*?(?:</\1\s*>|(?=<\1[\s>])|\Z)", re.DOTALL)


class Item(Record, frozen=True, kw_only=True):
    """One item of a feed; texts as they stand there, empty when missing."""

    address: str
    """Joined to ``xml:base`` where the feed gives one; may still be relative."""
    title: str
    """May hold HTML."""
    published: str
    """When it was published, else when it was changed."""


def read_items(text: str, most: int) -> list[Item]:
    """Return the items of a feed, at most ``most``."""
    return read_elements(text, ITEM_NAMES, _item, most)


def read_pieces(text: str, most: int) -> list[Item]:
    """Return the items of a feed whose damage makes a parser lose some: each is parsed alone."""
    opening = _OPENING.match(text)
    before = opening.group().rstrip("/>") + ">" if opening else "<rss>"
    found: list[Item] = []
    for piece in islice(_PIECE.finditer(text), most):
        found += read_items(before + piece.group(), 1)
    return found


def _item(element: etree._Element) -> Item:
    children = [child for child in islice(element, MAX_CHILDREN) if not _is_foreign(child)]
    title = next((child for child in children if local_name(child) == "title"), None)
    return Item(
        address=next((each for each in _addresses(children) if each), ""),
        title=whole_text(title),
        published=next(_times(children), ""),
    )


def _is_foreign(element: etree._Element) -> bool:
    tag = element.tag if isinstance(element.tag, str) else ""
    namespace, _, name = tag.rpartition("}")
    return any(part in namespace or name.startswith(f"{part}:") for part in _FOREIGN)


def _addresses(children: list[etree._Element]) -> Iterator[str]:
    """Yield what may be the address of the article, the likeliest first."""
    by_name: dict[str, list[etree._Element]] = {}
    for child in children:
        by_name.setdefault(local_name(child), []).append(child)
    # FeedBurner keeps the outlet's own address beside its counting one.
    yield from map(whole_text, by_name.get("origlink", ()))
    links = by_name.get("link", [])
    yield from (_joined(link, whole_text(link)) for link in links if not link.get("href"))
    readable = sorted((link for link in links if _is_alternate(link)), key=_rank)
    yield from (_joined(link, link.get("href", "")) for link in readable)
    yield from filter(_is_whole, map(_guid, by_name.get("guid", ())))
    yield from filter(_is_whole, map(whole_text, by_name.get("id", ())))


def _is_alternate(link: etree._Element) -> bool:
    return link.get("rel", "alternate").strip().lower() == "alternate"


def _rank(link: etree._Element) -> bool:
    """Return whether a link leads to another form of the article than a page."""
    return link.get("type", "").strip().lower() not in _READABLE


def _joined(element: etree._Element, address: str) -> str:
    try:
        return urljoin(element.base or "", address) if address else ""
    except ValueError:
        return address


def _guid(element: etree._Element) -> str:
    return "" if element.get("isPermaLink", "").lower() == "false" else whole_text(element)


def _is_whole(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False


def _times(children: list[etree._Element]) -> Iterator[str]:
    for names in (_PUBLISHED, _UPDATED):
        found = (whole_text(child) for child in children if local_name(child) in names)
        yield from (text for text in found if text)
