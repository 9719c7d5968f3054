"""What a page says about itself: JSON-LD (schema.org), OpenGraph and a few HTML elements."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import msgspec
from lxml.html import HtmlElement

from bias.articles.characters import clean_text
from bias.articles.document import Document

MAX_NODES = 5_000
"""JSON-LD nodes looked at in one page."""
MAX_AUTHORS = 20
MAX_PARTS = 20
MAX_DIGITS = 7

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review)$")
_SPACE = re.compile(r"\s+")
_FALSE = (False, "false", "False", "FALSE")
_INSIDE = ("@graph", "mainEntity")
"""Where the nodes of a page hold further nodes that are about the page itself."""
_AUTHOR_TAGS = ("author", "article:author", "parsely-author", "dc.creator")
_TIME_KEYS = ("datePublished", "uploadDate")
_TIME_TAGS = (
    *("article:published_time", "datepublished", "date", "dc.date.issued", "dcterms.created"),
    *("parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publication_date"),
)
_DESCRIPTION_TAGS = ("og:description", "description", "twitter:description")
_ELSEWHERE = frozenset({"aside", "nav", "footer"})
_CHANGED = re.compile(r"modif|updat", re.IGNORECASE)

Node = Mapping[str, Any]


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What a page declares about its article; empty or ``None`` where it says nothing."""

    types: tuple[str, ...] = ()
    """schema.org types of the page's nodes and its ``og:type``, as written."""
    headline: str = ""
    shared_title: str = ""
    """``og:title``, made for sharing; often without the outlet's name."""
    page_title: str = ""
    """The ``<title>`` element."""
    first_heading: str = ""
    """The first ``<h1>`` with a text; on some pages it is the outlet's own name."""
    site: str = ""
    """The outlet's name as declared, else the host of the address."""
    authors: tuple[str, ...] = ()
    """As written, each perhaps several names."""
    times: tuple[str, ...] = ()
    """When it was published, as written, the likeliest first."""
    language: str = ""
    """As declared by ``<html lang>`` or JSON-LD."""
    free: bool | None = None
    """``isAccessibleForFree`` of the article and its parts."""
    body: str = ""
    """``articleBody`` as declared; may be a beginning only, or a text of its own."""
    descriptions: tuple[str, ...] = ()
    """What the page says it is about, for search engines and for sharing."""
    declared_words: int = 0
    """``wordCount``, 0 when not declared."""


def read_metadata(document: Document) -> Metadata:
    """Read what a page declares about its article; what is broken counts as not declared."""
    tree = document.tree
    nodes = list(islice(_linked_data(tree), MAX_NODES))
    article = next((node for node in nodes if _is_article(node)), {})
    tags = _meta_tags(tree)
    site = tags.get("og:site_name") or _name(article.get("publisher"), {})
    return Metadata(
        types=tuple(dict.fromkeys([*_types(nodes), tags.get("og:type", "")])),
        headline=_text(article.get("headline")),
        shared_title=tags.get("og:title", ""),
        page_title=_element_text(tree, "title"),
        first_heading=_element_text(tree, "h1"),
        site=site or urlsplit(document.url).hostname or "",
        authors=tuple(_authors(article, nodes, tags)),
        times=tuple(dict.fromkeys(_times([article, *nodes], tags, tree))),
        language=tree.get("lang") or _text(article.get("inLanguage")) or tags.get("og:locale", ""),
        free=_free(article),
        body=_lines(article.get("articleBody")),
        descriptions=tuple(_descriptions(article, tags)),
        declared_words=_count(article.get("wordCount")),
    )


# ---------------------------------------------------------------- JSON-LD


def _linked_data(tree: HtmlElement) -> Iterator[Node]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _nodes(_load(script.text or ""))


def _load(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any) -> Iterator[Node]:
    """Yield the nodes about the page, not those it merely mentions, in reading order."""
    waiting = deque([data])
    while waiting:
        item = waiting.popleft()
        if isinstance(item, list):
            waiting.extendleft(reversed(item))
        elif isinstance(item, dict):
            yield item
            waiting.extendleft(item[key] for key in _INSIDE if key in item)


def _types(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        kind = node.get("@type")
        yield from (str(one) for one in (kind if isinstance(kind, list) else [kind]) if one)


def _is_article(node: Node) -> bool:
    return any(_ARTICLE_TYPE.search(kind) for kind in _types([node]))


def _free(article: Node) -> bool | None:
    """Return whether the article is free; it is not where a part of it is not."""
    parts = article.get("hasPart")
    listed = parts if isinstance(parts, list) else [parts]
    nodes = [article, *(part for part in listed[:MAX_PARTS] if isinstance(part, dict))]
    values = [value for node in nodes if (value := node.get("isAccessibleForFree")) is not None]
    return all(value not in _FALSE for value in values) if values else None


def _count(value: Any) -> int:
    digits = str(value)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= MAX_DIGITS else 0


def _name(value: Any, known: Mapping[str, str]) -> str:
    """Return a name given as text, as a node, or by the id of another node."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        return _text(value.get("name")) or known.get(str(value.get("@id")), "")
    return _text(value)


def _text(value: Any) -> str:
    return _SPACE.sub(" ", clean_text(value)).strip() if isinstance(value, str) else ""


def _lines(value: Any) -> str:
    return clean_text(value).strip() if isinstance(value, str) else ""


# ---------------------------------------------------------------- HTML elements


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """Return the first non-empty content of each ``<meta>`` by property or name."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        content = _text(tag.get("content"))
        if name and content:
            found.setdefault(name, content)
    return found


def _element_text(tree: HtmlElement, tag: str) -> str:
    texts = (_text(element.text_content()) for element in tree.iter(tag))
    return next((text for text in texts if text), "")


def _authors(article: Node, nodes: Sequence[Node], tags: Mapping[str, str]) -> Iterator[str]:
    known = {str(node["@id"]): _text(node.get("name")) for node in nodes if "@id" in node}
    declared = article.get("author")
    listed = declared if isinstance(declared, list) else [declared]
    names = [name for author in listed[:MAX_AUTHORS] if (name := _name(author, known))]
    yield from names or (tags[key] for key in _AUTHOR_TAGS if key in tags)


def _descriptions(article: Node, tags: Mapping[str, str]) -> Iterator[str]:
    texts = (_text(article.get("description")), *(tags.get(key, "") for key in _DESCRIPTION_TAGS))
    yield from (text for text in texts if text)


def _times(nodes: Sequence[Node], tags: Mapping[str, str], tree: HtmlElement) -> Iterator[str]:
    declared = (_text(node.get(key)) for node in nodes for key in _TIME_KEYS)
    yield from (time for time in declared if time)
    yield from (tags[key] for key in _TIME_TAGS if key in tags)
    yield from _printed_times(tree)


def _printed_times(tree: HtmlElement) -> Iterator[str]:
    """Yield the time printed below the first heading, else the one above it.

    Times of teasers beside the article and of its last change are passed over.
    """
    above, below, headed = "", "", False
    for element in tree.iter("h1", "time"):
        headed = headed or element.tag == "h1"
        written = _text(element.get("datetime"))
        if written and not _is_aside(element):
            above, below = (above, below or written) if headed else (above or written, below)
    yield from (time for time in (below, above) if time)


def _is_aside(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"
    parents = (parent.tag for parent in element.iterancestors())
    return bool(_CHANGED.search(names)) or any(tag in _ELSEWHERE for tag in parents)
