"""What other packages add: a value under a named entry point, loaded once and checked.

A package declares it in its ``pyproject.toml``:

    [project.entry-points."bias.languages"]
    lo = "bias_lorish:LANGUAGE"
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from bias.errors import InstallationError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUPS = ("bias.extractors", "bias.languages", "bias.lexicons", "bias.outlets")
"""The entry points that are asked: see "Add from a package of your own" in CONTRIBUTING.md."""

T = TypeVar("T")


def plugins(group: str, kind: type[T]) -> Iterator[tuple[str, T]]:
    """Yield name and value of every entry point of a group, sorted by name.

    Args:
        group: one of :data:`GROUPS`.
        kind: what each value must be an instance of.

    Raises:
        InstallationError: one cannot be loaded or is something else; the message names it and the
            package it comes from.
    """
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=group), key=lambda entry: (entry.name, entry.value)):
        value = _loaded(entry)
        if not isinstance(value, kind):
            raise _broken(entry, f"is {type(value).__name__}, not {kind.__name__}")
        yield entry.name, value


def _loaded(entry: "EntryPoint") -> object:
    try:
        value: object = entry.load()
    except Exception as error:  # a plugin is other people's code: whatever it raises is named
        raise _broken(entry, f"cannot be loaded ({type(error).__name__}: {error})") from error
    return value


def _broken(entry: "EntryPoint", why: str) -> InstallationError:
    package = entry.dist.name if entry.dist else "an unknown package"
    return InstallationError(
        f"the plugin {entry.name!r} ({entry.group}, {entry.value}) of {package} {why}; "
        f"mend it or run: pip uninstall {package}"
    )
