"""Outlets are declarations: read them from TOML, choose some, write them back.

The format is described in ``docs/outlets.md`` and at the top of ``outlets.toml``.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from bias.errors import DataError, UsageError
from bias.records import Outlet

PACKAGED = "outlets.toml"

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_KINDS = ("rss", "sitemap", "news_sitemap")
_REQUIRED = ("id", "name", "homepage", "feeds")
_OPTIONAL = ("language", "country", "agency")
_FEED_KEYS = ("url", "kind")


def read_outlets(path: Path | None = None) -> tuple[Outlet, ...]:
    """Read the declared outlets, in the order of the file; ``None`` reads the packaged ones.

    Raises:
        DataError: the file cannot be read or an entry is wrong; the message names file and entry
            and says what to write.
    """
    where = str(path) if path else PACKAGED
    entries = _entries(_text(path), where)
    outlets = tuple(
        _outlet(entry, _place(where, number, entry)) for number, entry in enumerate(entries, 1)
    )
    _refuse_duplicates(outlets, where)
    return outlets


def select_outlets(outlets: Iterable[Outlet], ids: Iterable[str]) -> tuple[Outlet, ...]:
    """Return the outlets with these ids, in the order of ``outlets``; no ids means all of them.

    Raises:
        UsageError: an id is not declared; the message names the nearest ids that are.
    """
    known = {outlet.id: outlet for outlet in outlets}
    wanted = set(ids)
    for unknown in sorted(wanted - known.keys()):
        near = get_close_matches(unknown, sorted(known), n=3) or sorted(known)[:5]
        message = f"no outlet {unknown!r} is declared; did you mean {_listed(near)}?"
        raise UsageError(message)
    return tuple(outlet for outlet in known.values() if not wanted or outlet.id in wanted)


def format_outlets(outlets: Iterable[Outlet]) -> str:
    """Return the outlets as TOML text that :func:`read_outlets` reads back unchanged."""
    return "\n".join(_format(outlet) for outlet in outlets)


# ---------------------------------------------------------------- reading


def _text(path: Path | None) -> str:
    try:
        if path is None:
            return resources.files(__package__).joinpath(PACKAGED).read_text(encoding="utf-8")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        message = f"{path}: cannot be read ({reason}); name a TOML file of outlets"
        raise DataError(message) from error


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


def _outlet(entry: dict[str, Any], place: str) -> Outlet:
    _refuse_unknown_keys(entry, _REQUIRED + _OPTIONAL, place)
    for key in _REQUIRED:
        if key not in entry:
            message = f"{place}: {key} is missing; {_WRITE[key]}"
            raise DataError(message)
    for number, feed in enumerate(entry["feeds"] if isinstance(entry["feeds"], list) else (), 1):
        if isinstance(feed, dict):
            _refuse_unknown_keys(feed, _FEED_KEYS, f"{place}, feed {number}")
            _check_feed_kind(feed, f"{place}, feed {number}")
    try:
        outlet = msgspec.convert(entry, Outlet)
    except msgspec.ValidationError as error:
        message = f"{place}: {error}"
        raise DataError(message) from error
    _check(outlet, place)
    return outlet


def _check_feed_kind(feed: Mapping[str, Any], place: str) -> None:
    if feed.get("kind", "rss") not in _KINDS:
        message = f"{place}: kind {feed['kind']!r} is unknown; write {_listed(_KINDS)}"
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


_WRITE = {
    "id": "write lower-case letters, digits and hyphens, 60 at most",
    "name": 'write name = "The name as readers know it"',
    "homepage": 'write homepage = "https://…"',
    "feeds": 'write at least one feed, feeds = [{ url = "https://…", kind = "rss" }]',
    "language": 'write two letters of ISO 639-1, such as "en"',
    "country": 'write two letters of ISO 3166 in lower case, such as "gb"',
}


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _refuse_unknown_keys(table: Mapping[str, Any], known: Iterable[str], place: str) -> None:
    for key in table:
        if key not in known:
            message = f"{place}: {key!r} is no key here; write one of {_listed(known)}"
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


def _place(where: str, number: int, entry: Mapping[str, Any]) -> str:
    name = entry.get("id") or entry.get("name")
    return f"{where}, outlet {number} ({name})" if name else f"{where}, outlet {number}"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(values)


# ---------------------------------------------------------------- writing


def _format(outlet: Outlet) -> str:
    always = {"id": outlet.id, "name": outlet.name, "homepage": outlet.homepage}
    optional: dict[str, str | bool] = {
        "language": "" if outlet.language == "en" else outlet.language,
        "country": outlet.country,
        "agency": outlet.agency,
    }
    pairs = always | {key: value for key, value in optional.items() if value}
    lines = [f"{key} = {_quoted(value)}" for key, value in pairs.items()]
    feeds = [
        f"  {{ url = {_quoted(feed.url)}, kind = {_quoted(feed.kind)} }}," for feed in outlet.feeds
    ]
    return "\n".join(["[[outlet]]", *lines, "feeds = [", *feeds, "]", ""])


def _quoted(value: str | bool) -> str:
    # JSON's strings and booleans are TOML's too, but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
