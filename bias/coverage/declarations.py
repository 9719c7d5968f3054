"""From the text of a file of outlets to the outlets, or to what is wrong and what to write."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

import msgspec

from bias.errors import DataError
from bias.records import Outlet

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_KINDS = ("rss", "sitemap", "news_sitemap")
_REQUIRED = ("id", "name", "homepage", "feeds")
_OPTIONAL = ("language", "country", "ownership", "agency", "replayed")
_OWNERSHIPS = ("public", "private", "state", "non-profit", "party")
_FEED_KEYS = ("url", "kind")
_WRITE = {
    "id": "write lower-case letters, digits and hyphens, 60 at most",
    "name": 'write name = "The name as readers know it"',
    "homepage": 'write homepage = "https://…"',
    "feeds": 'write at least one feed, feeds = [{ url = "https://…", kind = "rss" }]',
    "language": 'write two letters of ISO 639-1, such as "en"',
    "country": 'write two letters of ISO 3166 in lower case, such as "gb"',
}


def parse_outlets(text: str, where: str) -> tuple[Outlet, ...]:
    """Return the outlets that a text declares, in its order.

    Raises:
        DataError: an entry is wrong; the message names ``where`` and the entry, and says what to
            write.
    """
    outlets = tuple(
        _outlet(entry, _place(where, number, entry))
        for number, entry in enumerate(_entries(text, where), 1)
    )
    _refuse_duplicates(outlets, where)
    return outlets


def _entries(text: str, where: str) -> list[dict[str, Any]]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{where}: not valid TOML, {error}"
        raise DataError(message) from error
    entries = content.get("outlet")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        message = f"{where}: no outlets; start each with a line [[outlet]]"
        raise DataError(message)
    _refuse_unknown_keys(content, ("outlet",), where)
    return entries


def _place(where: str, number: int, entry: Mapping[str, Any]) -> str:
    name = entry.get("id") or entry.get("name")
    return f"{where}, outlet {number} ({name})" if name else f"{where}, outlet {number}"


def _outlet(entry: dict[str, Any], place: str) -> Outlet:
    _refuse_unknown_keys(entry, _REQUIRED + _OPTIONAL, place)
    for key in _REQUIRED:
        if key not in entry:
            message = f"{place}: {key} is missing; {_WRITE[key]}"
            raise DataError(message)
    if entry.get("ownership", "private") not in _OWNERSHIPS:
        message = f"{place}: ownership does not fit; write {', '.join(_OWNERSHIPS)}"
        raise DataError(message)
    _check_feeds(entry["feeds"], place)
    try:
        outlet = msgspec.convert(entry, Outlet)
    except msgspec.ValidationError as error:
        message = f"{place}: {error}"
        raise DataError(message) from error
    _check(outlet, place)
    return outlet


def _check_feeds(feeds: object, place: str) -> None:
    """Check the keys and kinds; what is no list of tables is told when it is made a record."""
    for number, feed in enumerate(feeds if isinstance(feeds, list) else (), 1):
        if isinstance(feed, dict):
            _refuse_unknown_keys(feed, _FEED_KEYS, f"{place}, feed {number}")
            if feed.get("kind", "rss") not in _KINDS:
                known = ", ".join(_KINDS)
                message = f"{place}, feed {number}: kind {feed['kind']!r} is unknown; write {known}"
                raise DataError(message)


def _check(outlet: Outlet, place: str) -> None:
    checks = (
        (_ID.fullmatch(outlet.id), "id"),
        (outlet.name.strip(), "name"),
        (_is_web_address(outlet.homepage), "homepage"),
        (outlet.feeds, "feeds"),
        (all(_is_web_address(feed.url) for feed in outlet.feeds), "feeds"),
        (re.fullmatch(r"[a-z]{2}", outlet.language), "language"),
        (re.fullmatch(r"(?:[a-z]{2})?", outlet.country), "country"),
    )
    for right, key in checks:
        if not right:
            message = f"{place}: {key} does not fit; {_WRITE[key]}"
            raise DataError(message)


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _refuse_unknown_keys(table: Mapping[str, Any], known: Iterable[str], place: str) -> None:
    for key in table:
        if key not in known:
            message = f"{place}: {key!r} is no key here; write one of {', '.join(known)}"
            raise DataError(message)


def _refuse_duplicates(outlets: Iterable[Outlet], where: str) -> None:
    first: dict[str, int] = {}
    for number, outlet in enumerate(outlets, 1):
        earlier = first.setdefault(outlet.id, number)
        if earlier != number:
            message = (
                f"{where}, outlet {number} ({outlet.id}): outlet {earlier} has the same id; "
                "give one of them another"
            )
            raise DataError(message)
