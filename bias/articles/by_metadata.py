"""What a page says about itself: JSON-LD (schema.org), OpenGraph and a few HTML elements."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import msgspec
from lxml.html import HtmlElement

from bias.articles.document import Document

MAX_NODES = 5_000
"""JSON-LD nodes looked at in one page."""

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review)$")
_SPACE = re.compile(r"\s+")
_FALSE = (False, "false", "False", "FALSE")


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
    """The first ``<h1>`` that is not the outlet's own name."""
    description: str = ""
    site: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    """As declared by ``<html lang>`` or JSON-LD."""
    free: bool | None = None
    """``isAccessibleForFree`` of the article."""
    body: str = ""
    """``articleBody`` as declared; may be a beginning only, or a text of its own."""
    declared_words: int = 0
    """``wordCount``, 0 when not declared."""


def read_metadata(document: Document) -> Metadata:
    """Read what a page declares about its article; what is broken counts as not declared."""
    tree = document.tree
    nodes = list(islice(_linked_data(tree), MAX_NODES))
    article = next((node for node in nodes if _is_article(node)), {})
    tags = _meta_tags(tree)
    site = tags.get("og:site_name", "") or _name(article.get("publisher"))
    return Metadata(
        types=tuple(dict.fromkeys([*_types(nodes), tags.get("og:type", "")])),
        headline=_text(article.get("headline")),
        shared_title=tags.get("og:title", ""),
        page_title=_element_text(tree, "title"),
        first_heading=_element_text(tree, "h1"),
        description=tags.get("og:description", "") or tags.get("description", ""),
        site=site or (urlsplit(document.url).hostname or ""),
        authors=_authors(article, tags),
        published=_published(article, tags, tree),
        language=tree.get("lang") or _text(article.get("inLanguage")) or tags.get("og:locale", ""),
        free=_free(article),
        body=_text(article.get("articleBody"), keep_lines=True),
        declared_words=_count(article.get("wordCount")),
    )


# ---------------------------------------------------------------- JSON-LD


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _nodes(_load(script.text or ""))


def _load(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Yield top-level nodes and those of ``@graph`` and ``mainEntity``, not what they mention."""
    waiting = [data]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item + waiting
        elif isinstance(item, dict):
            yield item
            waiting[:0] = [item[key] for key in ("@graph", "mainEntity") if key in item]


def _types(nodes: list[dict[str, Any]]) -> Iterator[str]:
    for node in nodes:
        kind = node.get("@type")
        yield from (str(k) for k in (kind if isinstance(kind, list) else [kind]) if k)


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLE_TYPE.search(kind) for kind in _types([node]))


def _free(article: dict[str, Any]) -> bool | None:
    value = article.get("isAccessibleForFree")
    return None if value is None else value not in _FALSE


def _count(value: Any) -> int:
    return int(value) if str(value).isascii() and str(value).isdigit() else 0


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any, *, keep_lines: bool = False) -> str:
    if not isinstance(value, str):
        return ""
    return value.strip() if keep_lines else _SPACE.sub(" ", value).strip()


# ---------------------------------------------------------------- HTML elements


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """Return the first non-empty content of each ``<meta>`` by property or name."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or "").lower()
        content = _text(tag.get("content"))
        if name and content:
            found.setdefault(name, content)
    return found


def _element_text(tree: HtmlElement, tag: str) -> str:
    texts = (_text(element.text_content()) for element in tree.iter(tag))
    return next((text for text in texts if text), "")


def _authors(article: dict[str, Any], tags: dict[str, str]) -> tuple[str, ...]:
    declared = article.get("author")
    listed = declared if isinstance(declared, list) else [declared]
    names = [_name(author) for author in listed[:20]]
    if not any(names):
        names = [tags.get(key, "") for key in ("author", "article:author", "parsely-author")]
    return tuple(dict.fromkeys(name for name in names if name and "://" not in name))


def _published(article: dict[str, Any], tags: dict[str, str], tree: HtmlElement) -> str:
    keys = ("article:published_time", "date", "dc.date.issued", "parsely-pub-date", "pubdate")
    declared = [_text(article.get("datePublished")), *(tags.get(key, "") for key in keys)]
    times = (time.get("datetime", "") for time in tree.iter("time"))
    return next((value for value in (*declared, *islice(times, 1)) if value), "")
