"""From a home page to the feeds it names, and to a declaration that somebody can look over."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import lxml.html
from lxml import etree
from msgspec.structs import replace

from bias.coverage.addresses import clean_address, origin, outlet_of
from bias.coverage.checking import FeedCheck, check_feeds
from bias.coverage.client import Check, Client
from bias.coverage.markup import decode
from bias.coverage.refusals import NoAnswerError, RefusedError, status_detail
from bias.coverage.stories import of_one_site, page_key
from bias.coverage.text_lists import sitemap_lines
from bias.coverage.times import Window
from bias.languages import DEFAULT
from bias.records import Feed, Outlet, Record
from bias.records.coverage import Kind

MAX_CANDIDATES = 12
"""Most addresses asked for one outlet."""
MAX_CHARS = 3_000_000

GUESSES = ("/feed", "/rss", "/rss.xml", "/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml")
"""Asked only where neither the home page nor robots.txt names a feed."""

_OK = 200
_FEED_TYPES = ("rss", "atom", "feed+json", "rdf")
_COMMENTS = re.compile(r"comment", re.IGNORECASE)
_FEED_PATH = re.compile(r"/(?:rss|feeds?|atom)(?:\.xml|/)?$|\.(?:rss|rdf|atom)$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2}")
_COUNTRIES = {"uk": "gb"}
_NO_COUNTRY = ("ai", "co", "eu", "fm", "io", "me", "su", "tv")
_NAME_END = re.compile(r"\s+[|–—-]\s+")


class Found(Record, frozen=True, kw_only=True):
    """What was found of an outlet."""

    outlet: Outlet
    """With the feeds that could be read, the news sitemaps first."""
    checks: tuple[FeedCheck, ...]
    """What each address asked for gave."""


def find_outlet(url: str, window: Window, client: Client, check: Check) -> Found:
    """Return the outlet at a home page, with the feeds that its pages or robots.txt name.

    Raises:
        NoAnswerError: the home page does not answer.
        RefusedError: it may not be asked, or is no web page.
    """
    answer = client.get(url, check=check)
    if answer.status != _OK:
        raise RefusedError(url, status_detail(answer.status))
    tree = _parsed(answer.body, answer.url)
    made = _described(tree, answer.url)
    named = [*_links(tree, answer.url), *_robots(answer.url, client)]
    guessed = [Feed(url=origin(answer.url) + path, kind=_kind(path)) for path in GUESSES]
    candidates = list({page_key(feed.url): feed for feed in named or guessed}.values())
    asked = replace(made, feeds=tuple(candidates[:MAX_CANDIDATES]))
    checks = tuple(check_feeds(asked, window, client, check))
    good = {each.feed for each in checks if each.items}
    feeds = sorted((feed for feed in asked.feeds if feed.url in good), key=_rank)
    return Found(outlet=replace(made, feeds=tuple(feeds)), checks=checks)


def _parsed(body: bytes, url: str) -> lxml.html.HtmlElement:
    try:
        return lxml.html.document_fromstring(decode(body)[:MAX_CHARS])
    except (etree.ParserError, ValueError) as error:
        raise RefusedError(url, "It is no web page.") from error


def _links(tree: lxml.html.HtmlElement, base: str) -> Iterator[Feed]:
    """Yield the feeds that a page names in its head or links to, those of comments left out."""
    for link in tree.iter("link"):
        kind = (link.get("type") or "").lower()
        alternate = "alternate" in (link.get("rel") or "").lower()
        about = f"{link.get('title') or ''} {link.get('href') or ''}"
        url = clean_address(link.get("href") or "", base)
        is_feed = any(part in kind for part in _FEED_TYPES)
        if alternate and is_feed and url and not _COMMENTS.search(about):
            yield Feed(url=url)
    for anchor in tree.iter("a"):
        url = clean_address(anchor.get("href") or "", base)
        if url and _FEED_PATH.search(url) and of_one_site(url, base):
            yield Feed(url=url)


def _robots(url: str, client: Client) -> Iterator[Feed]:
    try:
        answer = client.get(f"{origin(url)}/robots.txt")
    except (NoAnswerError, RefusedError):
        return
    text = decode(answer.body) if answer.status == _OK else ""
    for line in sitemap_lines(text):
        if address := clean_address(line, url):
            yield Feed(url=address, kind=_kind(address))


def _kind(address: str) -> Kind:
    """Return what an address probably leads to, by its words."""
    path = address.partition("://")[2].partition("/")[2].lower() or address
    if "sitemap" not in path:
        return "rss"
    return "news_sitemap" if "news" in path else "sitemap"


def _rank(feed: Feed) -> int:
    return ("news_sitemap", "rss", "sitemap").index(feed.kind)


def _described(tree: lxml.html.HtmlElement, url: str) -> Outlet:
    """Return an outlet with what its home page says of itself; the rest is for people to fill."""
    made = outlet_of(url, ())
    language = (tree.get("lang") or "").lower()[:2]
    return Outlet(
        id=made.id,
        name=next(_names(tree), made.name),
        homepage=f"{origin(url)}/",
        language=language if _LANGUAGE.fullmatch(language) else DEFAULT,
        country=_country(urlsplit(url).hostname or ""),
    )


def _names(tree: lxml.html.HtmlElement) -> Iterator[str]:
    tags = {
        (tag.get("property") or tag.get("name") or "").lower(): tag.get("content") or ""
        for tag in tree.iter("meta")
    }
    for key in ("og:site_name", "application-name"):
        yield from _nonempty([tags.get(key, "")])
    titles = (title.text_content() for title in tree.iter("title"))
    yield from _nonempty(_NAME_END.split(title)[0] for title in titles)


def _nonempty(texts: Iterable[str]) -> Iterator[str]:
    return (line for text in texts if (line := " ".join(text.split())[:80]))


def _country(host: str) -> str:
    """Return the country of a host's last label, empty where it is none of one country."""
    label = host.rpartition(".")[2]
    if not _LANGUAGE.fullmatch(label) or label in _NO_COUNTRY:
        return ""
    return _COUNTRIES.get(label, label)
