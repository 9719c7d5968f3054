"""Outlets are declarations: read them from TOML, choose some, write them back.

The format is described in ``docs/outlets.md`` and at the top of ``outlets.toml``.
"""

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from bias.coverage.declarations import parse_outlets
from bias.errors import DataError, InstallationError, UsageError
from bias.languages import DEFAULT
from bias.plugins import plugins
from bias.records import Outlet

PACKAGED = "outlets.toml"


def read_outlets(path: Path | None = None) -> tuple[Outlet, ...]:
    """Read the declared outlets, in the order of the file.

    ``None`` reads the packaged ones and those that other packages add under the entry point
    ``bias.outlets``; a file stands for itself.

    Raises:
        DataError: the file cannot be read or an entry is wrong; the message names file and entry
            and says what to write.
        InstallationError: what another package adds cannot be loaded, or declares an outlet anew.
    """
    outlets = parse_outlets(_text(path), str(path) if path else PACKAGED)
    return outlets if path else (*outlets, *_added(outlets))


class AddedOutlets(NamedTuple):
    """What a package declares under the entry point ``bias.outlets``."""

    package: str
    """Package that holds the file."""
    file: str
    """TOML as ``docs/outlets.md`` describes it."""


def _added(outlets: Iterable[Outlet]) -> Iterator[Outlet]:
    known = {outlet.id for outlet in outlets}
    for name, added in plugins("bias.outlets", AddedOutlets):
        text = resources.files(added.package).joinpath(added.file).read_text(encoding="utf-8")
        for outlet in parse_outlets(text, f"{name}: {added.file}"):
            if outlet.id in known:
                message = (
                    f"the plugin {name!r} (bias.outlets) declares {outlet.id!r} anew; rename it"
                )
                raise InstallationError(message)
            known.add(outlet.id)
            yield outlet


def _text(path: Path | None) -> str:
    try:
        if path is None:
            return resources.files(__package__).joinpath(PACKAGED).read_text(encoding="utf-8")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        message = f"{path}: cannot be read ({reason}); name a TOML file of outlets"
        raise DataError(message) from error


def select_outlets(outlets: Iterable[Outlet], ids: Iterable[str]) -> tuple[Outlet, ...]:
    """Return the outlets with these ids, in the order of ``outlets``; no ids means all of them.

    Raises:
        UsageError: an id is not declared; the message names the nearest ids that are.
    """
    known = {outlet.id: outlet for outlet in outlets}
    wanted = set(ids)
    for unknown in sorted(wanted - known.keys()):
        near = get_close_matches(unknown, sorted(known), n=3) or sorted(known)[:5]
        message = f"no outlet {unknown!r} is declared; did you mean {', '.join(near)}?"
        raise UsageError(message)
    return tuple(outlet for outlet in known.values() if not wanted or outlet.id in wanted)


def format_outlets(outlets: Iterable[Outlet]) -> str:
    """Return the outlets as TOML text that :func:`read_outlets` reads back unchanged."""
    return "\n".join(_format(outlet) for outlet in outlets)


def _format(outlet: Outlet) -> str:
    always = {"id": outlet.id, "name": outlet.name, "homepage": outlet.homepage}
    optional: dict[str, str | bool] = {
        "language": "" if outlet.language == DEFAULT else outlet.language,
        "country": outlet.country,
        "ownership": outlet.ownership,
        "agency": outlet.agency,
        "replayed": outlet.replayed,
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
