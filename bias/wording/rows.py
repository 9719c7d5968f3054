"""Reading rows of the lexicon from CSV, and saying exactly what is wrong with one."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bias.errors import DataError
from bias.records import Cue, Record
from bias.text import slug
from bias.wording.patterns import ELEMENTS, unknown_element

COLUMNS = (
    "term", "pos", "category", "strength", "sense", "not_sense", "not_before", "not_after",
    "alternative", "in_quotes", "source", "match", "no_match", "only_as",
)  # fmt: skip
"""Columns of a lexicon file; ``category`` may be left out where the file is named after it."""

_REQUIRED = {
    "term": "the word or phrase",
    "sense": "in what sense the term is loaded",
    "alternative": 'a neutral wording, or "leave out"',
    "source": "a style guide with its section, a dictionary label or a study",
    "match": "a sentence in which the term must be found",
    "no_match": "a sentence in which it must not be found",
}
_POS = ("", "noun", "verb", "adjective", "adverb")
_LISTS = {"yes": True, "no": False}
SILENT = 0
GUARDS = ("not_before", "not_after")
"""Columns that list neighbours; a user's own are added to the bundled ones."""


class Row(Record, frozen=True, kw_only=True):
    """One line of a lexicon file, and where it stands."""

    cells: dict[str, str]
    path: str
    line: int

    @property
    def place(self) -> str:
        """Return the file and line, for a reader to open."""
        return f"{self.path}:{self.line}"

    def fault(self, column: str, message: str) -> DataError:
        """Return the error that names file, line and column, for the caller to raise."""
        return DataError(f"{self.place}: column '{column}': {message}")


def read_rows(text: str, path: str, category: str | None = None) -> Iterator[Row]:
    """Yield the rows of one lexicon file; ``category`` is that of the file, if it has one.

    Raises:
        DataError: a column is unknown or missing, or a line has too many cells.
    """
    reader = csv.DictReader(io.StringIO(text), restkey="", restval="")
    _check_header(reader.fieldnames or (), path, category)
    for cells in reader:
        row = Row(cells=_strip(cells), path=path, line=reader.line_num)
        if isinstance(cells.get(""), list):
            raise row.fault("no_match", "the line goes on after it; put the cell in quotes")
        if category is not None:
            row.cells.setdefault("category", category)
        yield row


def _check_header(names: Iterable[str], path: str, category: str | None) -> None:
    named = tuple(names)
    needed = ("term", "strength") if category is None else tuple(_REQUIRED)
    for name in named:
        if name not in COLUMNS:
            raise DataError(f"{path}:1: column '{name}' is unknown; use {', '.join(COLUMNS)}")
    for name in needed:
        if name not in named:
            raise DataError(f"{path}:1: column '{name}' is missing; write it in the first line")


def _strip(cells: Mapping[str, object]) -> dict[str, str]:
    return {name: value.strip() for name, value in cells.items() if isinstance(value, str)}


def to_cue(row: Row, categories: frozenset[str]) -> Cue:
    """Return the cue that a row describes.

    Raises:
        DataError: a cell is empty or has a value that does not fit; the message names it.
    """
    cells = row.cells
    for column, wanted in _REQUIRED.items():
        if not cells.get(column):
            raise row.fault(column, f"is empty; write {wanted}")
    return Cue(
        id=cue_id(cells["category"], cells["term"]),
        term=cells["term"],
        category=_one_of(row, "category", categories),
        strength=_strength(row),
        sense=cells["sense"],
        not_sense=cells.get("not_sense", ""),
        alternative=cells["alternative"],
        in_quotes=_LISTS[_one_of(row, "in_quotes", _LISTS, default="yes")],
        source=cells["source"],
        match=cells["match"],
        no_match=cells["no_match"],
        not_before=_guards(row, "not_before"),
        not_after=_guards(row, "not_after"),
        pos=_one_of(row, "pos", _POS),
        only_as=_one_of(row, "only_as", _POS),
    )


def cue_id(category: str, term: str) -> str:
    """Return ``<category>/<term-with-hyphens>``.

    >>> cue_id("group_labels", "puppet regime")
    'group_labels/puppet-regime'
    """
    return f"{category}/{slug(term, limit=80)}"


def strength_of(row: Row) -> int:
    """Return the strength of a row, 0 to 3, where 0 silences.

    Raises:
        DataError: it is no such number.
    """
    value = row.cells.get("strength", "")
    if value not in ("0", "1", "2", "3"):
        raise row.fault("strength", f"is {value!r}; write 1 (mild), 2, 3 (strong) or 0 (silent)")
    return int(value)


def _strength(row: Row) -> int:
    strength = strength_of(row)
    if strength == SILENT:
        raise row.fault("strength", "is '0'; only your own file may silence a term; write 1 to 3")
    return strength


def _one_of(row: Row, column: str, allowed: Iterable[str], default: str = "") -> str:
    value = row.cells.get(column, "") or default
    if value not in allowed:
        listed = ", ".join(sorted(name for name in allowed if name))
        raise row.fault(column, f"is {value!r}; write one of {listed}")
    return value


def _guards(row: Row, column: str) -> tuple[str, ...]:
    parts = (part.strip().lower() for part in row.cells.get(column, "").split(";"))
    guards = tuple(dict.fromkeys(part for part in parts if part))
    for guard in guards:
        if unknown := unknown_element(guard):
            raise row.fault(column, f"names {unknown!r}; use one of {', '.join(ELEMENTS)}")
    return guards


def read_file(path: Path) -> str:
    """Return the text of a lexicon file.

    Raises:
        DataError: it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read ({error}); give a CSV file in UTF-8") from error
