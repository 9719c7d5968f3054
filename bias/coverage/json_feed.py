"""JSON Feed (jsonfeed.org, versions 1 and 1.1), also where the file breaks off."""

import json
import re
from collections.abc import Iterator
from typing import Any

from bias.coverage.syndication import Item
from bias.records import Record

VERSION = "jsonfeed.org/version/"

_ITEMS = re.compile(r'"items"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_HEAD = 4096


class JsonItems(Record, frozen=True, kw_only=True):
    """The items of a JSON Feed."""

    items: tuple[Item, ...]
    breaks_off: bool


def is_json_feed(text: str) -> bool:
    """Return whether a text is a JSON Feed, whole or broken off."""
    return text.lstrip()[:1] == "{" and VERSION in text and bool(_ITEMS.search(text))


def read_json_feed(text: str, most: int) -> JsonItems:
    """Return the items of a JSON Feed, at most ``most``; of a broken one those before the break."""
    try:
        found = json.loads(text, strict=False).get("items")
        nodes, breaks_off = (found if isinstance(found, list) else []), False
    except (ValueError, RecursionError):
        nodes, breaks_off = list(_nodes_before_break(text, most)), True
    items = tuple(_item(node) for node in nodes[:most] if isinstance(node, dict))
    return JsonItems(items=items, breaks_off=breaks_off)


def _nodes_before_break(text: str, most: int) -> Iterator[Any]:
    start = _ITEMS.search(text)
    position = start.end() if start else len(text)
    decoder = json.JSONDecoder(strict=False)
    for _ in range(most):
        between = _BETWEEN.match(text, position)
        try:
            node, position = decoder.raw_decode(text, between.end() if between else position)
        except (ValueError, RecursionError):
            return
        yield node


def _item(node: dict[str, Any]) -> Item:
    texts = {key: value for key, value in node.items() if isinstance(value, str)}
    address = next(
        (texts[key] for key in ("url", "external_url", "id") if _is_address(key, texts)), ""
    )
    return Item(
        address=address,
        title=texts.get("title", ""),
        published=texts.get("date_published") or texts.get("date_modified") or "",
    )


def _is_address(key: str, texts: dict[str, str]) -> bool:
    value = texts.get(key, "")
    return value.startswith(("http://", "https://")) if key == "id" else bool(value)
