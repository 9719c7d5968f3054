"""Finds a language: its word tables, and its parser where it has one.

A language is a package ``bias.language.<code>`` of tables and, where a model parses it, one module
``model.py`` with ``load()``.
"""

import csv
from functools import cache
from importlib import import_module, resources

from bias.language.parser import Parser
from bias.languages import DEFAULT
from bias.records import Record


class Language(Record, frozen=True, kw_only=True):
    """A language that texts can be read in."""

    code: str
    """ISO 639-1."""
    name: str
    package: str
    """Where its tables are."""
    model: str = ""
    """Module whose ``load()`` returns its parser; empty where nothing parses it."""


LANGUAGES = {
    DEFAULT: Language(
        code=DEFAULT,
        name="English",
        package="bias.language.en",
        model="bias.language.en.model",
    ),
}


def is_supported(code: str) -> bool:
    """Tell whether texts in a language can be read."""
    return code in LANGUAGES


@cache
def rows(code: str, table: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a word table of a language, none where it has no such table."""
    known = LANGUAGES.get(code, LANGUAGES[DEFAULT])
    path = resources.files(known.package).joinpath(table)
    return tuple(csv.DictReader(path.read_text("utf-8").splitlines())) if path.is_file() else ()


@cache
def parser(code: str) -> Parser | None:
    """Return the parser of a language, ``None`` where it has none.

    Raises:
        InstallationError: its model is not installed, or is not the one that was checked.
    """
    known = LANGUAGES.get(code)
    if known is None or not known.model:
        return None
    loaded: Parser = import_module(known.model).load()
    return loaded
