"""Read what an outlet announces: RSS, Atom and sitemaps, given as bytes and never fetched here.

Everything in a feed is hostile until proven otherwise: it may be a web page, empty, broken in the
middle, without dates, with relative or foreign addresses, or crafted to stall its reader.
"""

import re
from io import BytesIO
from typing import Any

from bias.coverage.addresses import clean_address
from bias.coverage.inflate import GZIP_MAGIC, TooLargeError, gunzip
from bias.coverage.refusals import RefusedError
from bias.coverage.sitemaps import Entry, read_sitemap
from bias.coverage.times import from_utc_tuple, read_time
from bias.records import Announcement, Feed, Record

MAX_ITEMS = 5_000
"""Most items read from one RSS or Atom feed."""
MAX_TITLE = 500
"""Longest title kept, in characters."""

# Where the root element of a feed must have begun; longer prologues exist only in attacks.
_PROLOGUE = 4096
_FEED_ROOT = re.compile(rb"<(?:rss|feed|rdf:rdf|channel)[\s>]", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_SPACE = re.compile(r"\s+")


class Child(Record, frozen=True, kw_only=True):
    """A sitemap that a sitemap index names."""

    url: str
    changed: str | None
    """ISO 8601 in UTC, ``None`` when the index gives none."""


class FeedContent(Record, frozen=True, kw_only=True):
    """What one feed or sitemap holds."""

    announcements: tuple[Announcement, ...] = ()
    """In the order of the feed, repeats included."""
    children: tuple[Child, ...] = ()
    """Only a sitemap index has any."""
    problems: tuple[str, ...] = ()
    """Why more may have been announced than was read, a sentence each; empty when read whole."""


def read_feed(body: bytes, feed: Feed, outlet: str, base: str, limit: int) -> FeedContent:
    """Read one feed or sitemap.

    Args:
        body: the answer, gzip or plain.
        feed: where it was declared, with its kind.
        outlet: id of the outlet whose feed it is.
        base: the address that answered; relative addresses are joined to it.
        limit: most bytes a gzip answer may unpack to.

    Raises:
        RefusedError: it is no feed of that kind; the detail says what it is.
    """
    try:
        plain = gunzip(body, limit) if body.startswith(GZIP_MAGIC) else body
        _refuse_page(plain)
        return _READERS[feed.kind](plain, outlet, base)
    except TooLargeError as error:
        detail = f"It unpacks to more than {limit} bytes (BIAS_MAX_PAGE_BYTES)."
        raise RefusedError(base, detail) from error
    except ValueError as error:
        raise RefusedError(base, f"{error}.") from error


def _refuse_page(body: bytes) -> None:
    """Refuse what is commonest where a feed should be, before a parser tries its best on it."""
    start = body[:_PROLOGUE].lstrip().lower()
    if not start:
        message = "It is empty"
        raise ValueError(message)
    if b"<html" in start or b"<!doctype html" in start:
        message = "It is a web page, not a feed"
        raise ValueError(message)


# ---------------------------------------------------------------- RSS and Atom


def _read_rss(body: bytes, outlet: str, base: str) -> FeedContent:
    found = [_announcement(outlet, base, *_item_texts(item)) for item in _items(body)]
    return FeedContent(announcements=tuple(each for each in found if each))


def _items(body: bytes) -> list[Any]:
    # UTF-16 is folded to bytes that can be searched; feedparser gets the body as it came.
    if not _FEED_ROOT.search(body[:_PROLOGUE].replace(b"\0", b"")):
        message = "It holds no feed that can be read"
        raise ValueError(message)
    import feedparser

    try:
        # As a stream: given bytes or text, feedparser takes what looks like an address or a file
        # name for one, and opens it.
        parsed = feedparser.parse(BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # a lenient parser of hostile text can fail in any way
        message = f"It is broken ({type(error).__name__})"
        raise ValueError(message) from error
    if parsed.bozo and not parsed.entries:
        message = "It is broken before its first item"
        raise ValueError(message)
    return list(parsed.entries[:MAX_ITEMS])


def _item_texts(item: Any) -> tuple[str, str, str | None]:
    # Past feedparser's own look-up, which gives one for the other and warns about it.
    moment = dict.get(item, "published_parsed") or dict.get(item, "updated_parsed")
    published = from_utc_tuple(moment) if moment else None
    # FeedBurner keeps the outlet's own address beside its counting one.
    address = item.get("feedburner_origlink") or item.get("link") or ""
    return address, item.get("title") or "", published


# ---------------------------------------------------------------- sitemaps


def _read_sitemap(body: bytes, outlet: str, base: str) -> FeedContent:
    entries = read_sitemap(body)
    found = [_announced_page(entry, outlet, base) for entry in entries if not entry.is_sitemap]
    children = [_child(entry, base) for entry in entries if entry.is_sitemap]
    return FeedContent(
        announcements=tuple(each for each in found if each),
        children=tuple(each for each in children if each),
    )


def _announced_page(entry: Entry, outlet: str, base: str) -> Announcement | None:
    published = read_time(entry.published) or read_time(entry.changed)
    return _announcement(outlet, base, entry.address, entry.title, published)


def _child(entry: Entry, base: str) -> Child | None:
    url = clean_address(entry.address, base) if entry.address else None
    return Child(url=url, changed=read_time(entry.changed)) if url else None


_READERS = {"rss": _read_rss, "sitemap": _read_sitemap, "news_sitemap": _read_sitemap}


# ---------------------------------------------------------------- both


def _announcement(
    outlet: str, base: str, address: str, title: str, published: str | None
) -> Announcement | None:
    """Return what was announced, ``None`` when it has no web address."""
    url = clean_address(address, base) if address.strip() else None
    if url is None:
        return None
    return Announcement(outlet=outlet, url=url, title=_plain(title), published=published)


def _plain(title: str) -> str:
    """Return a title as one line of text without tags, valid as UTF-8."""
    text = _SPACE.sub(" ", _TAG.sub("", title[: 4 * MAX_TITLE])).strip()[:MAX_TITLE]
    return text.encode("utf-8", "replace").decode()
