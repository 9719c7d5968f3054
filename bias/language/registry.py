"""Finds what a language is read with: its word tables, and its parser where it has one.

A language is a package of tables and, where a model parses it, one module with ``load()``; which
packages there are stands in :mod:`bias.languages`.
"""

import csv
from functools import cache
from importlib import import_module, resources

from bias.language.parser import Parser
from bias.languages import DEFAULT, languages


@cache
def rows(code: str, table: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a word table of a language, none where it has no such table."""
    known = languages().get(code, languages()[DEFAULT])
    path = resources.files(known.package).joinpath(table)
    return tuple(csv.DictReader(path.read_text("utf-8").splitlines())) if path.is_file() else ()


@cache
def parser(code: str) -> Parser | None:
    """Return the parser of a language, ``None`` where it has none.

    Raises:
        InstallationError: its model is not the one that was checked, or, of a language that cannot
            be read without, is not installed.
    """
    known = languages().get(code)
    if known is None or not known.model:
        return None
    loaded: Parser | None = import_module(known.model).load()
    return loaded
