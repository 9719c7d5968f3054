"""Read what an outlet announces, given as bytes and never fetched here.

RSS, Atom, JSON Feed, sitemaps of XML or text, indexes of sitemaps and the ``Sitemap:`` lines of a
robots.txt. Which of them an answer is, is seen from its content: the declared kind is a hint.
Everything in a feed is hostile until proven otherwise: it may be a web page, empty, broken in the
middle, without dates, with relative or foreign addresses, or crafted to stall its reader (see
``feed_process``).
"""

import re
from collections.abc import Callable, Iterable
from html import unescape

from bias.coverage import sitemaps
from bias.coverage.addresses import clean_address
from bias.coverage.inflate import GZIP_MAGIC, TooLargeError, gunzip
from bias.coverage.json_feed import is_json_feed, read_json_feed
from bias.coverage.markup import Markup, decode, read_markup
from bias.coverage.refusals import RefusedError
from bias.coverage.sitemaps import Entry, read_entries
from bias.coverage.syndication import Item, read_items, read_pieces
from bias.coverage.text_lists import addresses, is_robots, is_text_sitemap, sitemap_lines
from bias.coverage.times import latest, read_time
from bias.records import Announcement, Feed, Record

MAX_ITEMS = 5_000
"""Most items read from one RSS, Atom or JSON feed."""
MAX_TITLE = 500
"""Longest title kept, in characters."""

BREAKS_OFF = "It breaks off; what stands before the break was read"

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_SPACE = re.compile(r"\s+")


class Child(Record, frozen=True, kw_only=True):
    """A sitemap that a sitemap index names."""

    url: str
    changed: str | None
    """ISO 8601 in UTC, of a year or month its end; ``None`` when the index gives none."""


class FeedContent(Record, frozen=True, kw_only=True):
    """What one feed or sitemap holds."""

    announcements: tuple[Announcement, ...] = ()
    """In the order of the feed, repeats included."""
    children: tuple[Child, ...] = ()
    """Only a sitemap index and a robots.txt have any."""
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
        RefusedError: it is no feed; the detail says what it is.
    """
    try:
        plain = gunzip(body, limit) if body.startswith(GZIP_MAGIC) else body
        return _read(plain, _Reader(outlet, base), wanted=_wanted(feed))
    except TooLargeError as error:
        detail = f"It unpacks to more than {limit} bytes (BIAS_MAX_PAGE_BYTES)."
        raise RefusedError(base, detail) from error
    except ValueError as error:
        raise RefusedError(base, f"{error}.") from error


def feed_nature(body: bytes, limit: int) -> str:
    """Return in a word or two what a feed is: RSS, Atom, JSON Feed, sitemap, and so on."""
    try:
        plain = gunzip(body, limit) if body.startswith(GZIP_MAGIC) else body
    except ValueError:
        return "gzip"
    markup = read_markup(plain)
    natures = {"feed": "Atom", "urlset": "sitemap", "sitemapindex": "sitemap index"}
    if markup.root:
        return natures.get(markup.root, "RSS")
    return _TEXT_NATURES[kind] if (kind := _text_kind(decode(plain))) else ""


_TEXT_NATURES = {"json": "JSON Feed", "list": "text sitemap", "robots": "robots.txt"}


def _text_kind(text: str) -> str:
    if is_json_feed(text):
        return "json"
    if is_text_sitemap(text):
        return "list"
    return "robots" if is_robots(text) else ""


def _wanted(feed: Feed) -> str:
    return "feed" if feed.kind == "rss" else "sitemap"


def _read(body: bytes, reader: "_Reader", wanted: str) -> FeedContent:
    if not body.strip():
        message = "It is empty"
        raise ValueError(message)
    markup = read_markup(body)
    if markup.is_page:
        message = "It is a web page, not a feed"
        raise ValueError(message)
    if markup.root in sitemaps.ROOTS:
        return reader.sitemap(markup)
    if markup.root:
        return reader.syndication(markup)
    kind = _text_kind(markup.text)
    if not kind:
        message = f"It holds no {wanted} that can be read"
        raise ValueError(message)
    readers: dict[str, Callable[[str], FeedContent]] = {
        "json": reader.json,
        "list": reader.list,
        "robots": reader.robots,
    }
    return readers[kind](markup.text)


class _Reader:
    """Turns what a feed of one outlet holds into announcements and sentences."""

    def __init__(self, outlet: str, base: str) -> None:
        self._outlet = outlet
        self._base = base

    def syndication(self, markup: Markup) -> FeedContent:
        items = read_items(markup.text, MAX_ITEMS + 1)
        begun = _starts(markup.text, "item|entry")
        if len(items) < min(begun, MAX_ITEMS):
            items = max(items, read_pieces(markup.text, MAX_ITEMS + 1), key=_readable)
        if markup.breaks_off and not items:
            message = "It is broken before its first item"
            raise ValueError(message)
        lost = 0 if len(items) > MAX_ITEMS else begun - len(items)
        return self._content(items, markup.breaks_off, lost=lost)

    def json(self, text: str) -> FeedContent:
        found = read_json_feed(text, MAX_ITEMS + 1)
        return self._content(found.items, found.breaks_off)

    def _content(self, items: Iterable[Item], breaks_off: bool, lost: int = 0) -> FeedContent:
        all_items = list(items)
        found = [self._announced(each.address, each.title, each.published) for each in all_items]
        return _content(found, MAX_ITEMS, "items", breaks_off=breaks_off, lost=lost)

    def sitemap(self, markup: Markup) -> FeedContent:
        most = sitemaps.MAX_ENTRIES
        entries = read_entries(markup, most + 1)
        pages = [entry for entry in entries if not entry.is_sitemap]
        lost = 0 if len(entries) > most else _starts(markup.text, "url|sitemap") - len(entries)
        content = _content(
            [self._announced(e.address, e.title, e.published or e.changed) for e in pages],
            most,
            "entries",
            breaks_off=markup.breaks_off,
            lost=lost,
        )
        children = (self._child(entry) for entry in entries if entry.is_sitemap)
        return FeedContent(
            announcements=content.announcements,
            children=tuple(child for child in children if child),
            problems=content.problems,
        )

    def _child(self, entry: Entry) -> Child | None:
        url = clean_address(entry.address, self._base) if entry.address else None
        return Child(url=url, changed=latest(read_time(entry.changed))) if url else None

    def list(self, text: str) -> FeedContent:
        lines = addresses(text, sitemaps.MAX_ENTRIES + 1)
        found = [self._announced(line, "", "") for line in lines]
        return _content(found, sitemaps.MAX_ENTRIES, "entries")

    def robots(self, text: str) -> FeedContent:
        urls = (clean_address(line, self._base) for line in sitemap_lines(text))
        children = tuple(Child(url=url, changed=None) for url in urls if url)
        if not children:
            message = "It is a robots.txt that names no sitemap"
            raise ValueError(message)
        return FeedContent(children=children)

    def _announced(self, address: str, title: str, published: str) -> Announcement | None:
        """Return what was announced, ``None`` when it has no web address."""
        url = clean_address(address, self._base) if address.strip() else None
        if url is None:
            return None
        return Announcement(
            outlet=self._outlet, url=url, title=_plain(title), published=read_time(published)
        )


def _content(
    found: list[Announcement | None],
    most: int,
    noun: str,
    *,
    breaks_off: bool = False,
    lost: int = 0,
) -> FeedContent:
    """Return what was found, with a sentence for each way in which it is not all."""
    shown = found[:most]
    named = tuple(each for each in shown if each)
    nameless = len(shown) - len(named)
    sentences = (
        (breaks_off, f"{BREAKS_OFF}."),
        (len(found) > most, f"It holds more than the {most:,} {noun} that are read."),
        (nameless, f"{nameless} of its {len(shown)} {noun} have no web address."),
        (lost > 0 and not breaks_off, f"{lost} of its {noun} could not be read."),
    )
    return FeedContent(
        announcements=named, problems=tuple(sentence for holds, sentence in sentences if holds)
    )


def _readable(items: list[Item]) -> int:
    return sum(bool(item.address) for item in items)


_NOT_MARKUP = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)


def _starts(text: str, names: str) -> int:
    """Return how many elements of these names begin in a text, whatever the parser makes of it."""
    return len(re.findall(rf"<(?:[\w.-]{{1,20}}:)?(?:{names})[\s>]", _NOT_MARKUP.sub("", text)))


def _plain(title: str) -> str:
    """Return a title as one line of text without tags, valid as UTF-8."""
    text = unescape(_TAG.sub("", title[: 4 * MAX_TITLE]))
    line = _SPACE.sub(" ", text).strip()[:MAX_TITLE]
    return line.encode("utf-8", "replace").decode()
