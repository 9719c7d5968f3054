"""Rows that other packages add to a lexicon: data in a package, named by an entry point."""

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from bias.plugins import plugins
from bias.wording.rows import Row, read_rows


class AddedRows(NamedTuple):
    """What a package declares under the entry point ``bias.lexicons``."""

    language: str
    """ISO 639-1, of the lexicon that the rows are added to."""
    package: str
    """Package that holds the file."""
    file: str
    """CSV in the columns of a user's own rows."""


def added_rows(language: str) -> Iterator[Row]:
    """Yield the rows that other packages add to the lexicon of a language.

    Raises:
        InstallationError: one cannot be loaded.
        DataError: a row is wrong; the message names file, line and column.
    """
    for name, added in plugins("bias.lexicons", AddedRows):
        if added.language == language:
            path = files(added.package).joinpath(added.file)
            yield from read_rows(path.read_text("utf-8"), f"{name}: {added.file}")
