"""Addresses of one story: mobile hosts, AMP copies and small differences that change no content."""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from bias.coverage.trackers import without_trackers

_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp|wap)\.(?=[^.]+\.[^.])")
_CACHE = re.compile(r"^[^.]+\.cdn\.ampproject\.org/(?:[a-z]/)+(?:s/)?")
_VIEWER = re.compile(r"^(?:www\.)?google\.[a-z.]+/amp/(?:s/)?")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$")
_AMP_END = re.compile(r"(?<=.)(?:/amp(?:html)?(?:\.html?)?|\.amp)$")
# Elsewhere "amp" counts as a mark of AMP only where what is left names a story, so that a section
# called "amp" stays one.
_AMP_WITHIN = (re.compile(r"[.-]amp(?=\.html?$)"), re.compile(r"/amp(?:html)?(?=/)"))
_STORY = re.compile(r"[^/]*(?:\d|-[^/]*-)[^/]*$|[^/]{12,}$")
_AMP_QUERY = re.compile(
    r"(?:output|outputtype|type|view|format|mode|variant)=amp(?:html?)?|"
    r"(?:amp|is_?amp|_amp|ampmode|amp_markup)(?:=(?:1|true|yes|))?",
    re.IGNORECASE,
)

_LAST_ADDRESSES = 1024
"""So many keys are remembered: one page's are asked for several times in a row."""


@lru_cache(_LAST_ADDRESSES)
def page_key(address: str) -> str:
    """Return what all addresses of one page share.

    Scheme, ``www`` and mobile hosts, AMP copies, tracking parameters, index files and a last slash
    do not count.

    >>> page_key("http://news.example/a-b-c/") == page_key("https://m.news.example/a-b-c/amp?CMP=x")
    True
    >>> page_key("https://news.example/x/amp"), page_key("https://news.example/amp")
    ('news.example/x', 'news.example/amp')
    """
    rest = _out_of_cache(address.partition("://")[2].partition("#")[0])
    before, _, query = rest.partition("?")
    host, slash, path = before.partition("/")
    host = _HOST_PREFIX.sub("", host.lower())
    path = _without_amp(_INDEX.sub("/", slash + path).rstrip("/"))
    kept = "&".join(sorted(filter(_counts, without_trackers(query).split("&"))))
    return f"{host}{path}?{kept}" if kept else f"{host}{path}"


def plainest(addresses: Iterable[str]) -> str:
    """Return the first address that shows a story whole, without AMP or a mobile host, if any does.

    Raises:
        ValueError: there is none at all.
    """
    return min(addresses, key=_marks)


def canonical_key(address: str, pages: Iterable[str], *, any_path: bool = False) -> str | None:
    """Return the key of the story that a page names as its canonical address; ``None`` if unsound.

    A front page, a section or another publisher's address is none: sites that name one on every
    page would become one story.

    Args:
        address: the canonical address, whole.
        pages: the addresses that lead to the page.
        any_path: whether a path that may be a section's is taken too; then the titles of pages
            must be compared.
    """
    key = page_key(address)
    if key in {page_key(page) for page in pages}:
        return key
    hosts = {_last_labels(page_key(page)) for page in pages}
    path = key.partition("/")[2].partition("?")[0]
    names_story = bool(any_path and path) or _STORY.search(path) is not None or "?" in key
    return key if names_story and _last_labels(key) in hosts else None


def of_one_site(one: str, other: str) -> bool:
    """Return whether two addresses lie in one domain, by the last two labels of their hosts.

    >>> of_one_site("https://feeds.news.example/rss", "https://www.news.example/")
    True
    """
    return _last_labels(page_key(one)) == _last_labels(page_key(other))


def _out_of_cache(rest: str) -> str:
    """Return an address within Google's AMP cache or viewer as that of the page it copies."""
    return _VIEWER.sub("", _CACHE.sub("", rest))


def _without_amp(path: str) -> str:
    if _AMP_END.search(path):
        return _AMP_END.sub("", path)
    shorter = (mark.sub("", path, count=1) for mark in _AMP_WITHIN)
    return next((each for each in shorter if each != path and _STORY.search(each)), path)


def _counts(pair: str) -> bool:
    return bool(pair) and not _AMP_QUERY.fullmatch(pair)


def _marks(address: str) -> bool:
    """Return whether an address bears a mark of AMP or of a mobile host."""
    parts = urlsplit(address)
    plain_path = _without_amp(parts.path.rstrip("/")) == parts.path.rstrip("/")
    plain_query = all(map(_counts, filter(None, parts.query.split("&"))))
    host = re.match(r"(?:m|mobile|amp|wap)\.", parts.netloc)
    return not (plain_path and plain_query and not host)


def _last_labels(key: str) -> str:
    """Return the last two labels of a key's host; enough to tell publishers of one page apart."""
    return ".".join(key.partition("/")[0].partition("?")[0].split(".")[-2:])
