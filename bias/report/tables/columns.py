"""The columns of a table, with what they mean and what type they have."""

from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

from bias.records import Record
from bias.report.described import field_docs
from bias.report.tables.rows import FIRST, LAST, Row


class Column(Record, frozen=True, kw_only=True):
    """One column of a table."""

    name: str
    type: type
    """``str``, ``int``, ``float`` or ``bool``."""
    missing: bool
    """A row may have none."""
    meaning: str
    """In one sentence or two, with the values it takes."""


@cache
def columns(kind: type[Row]) -> tuple[Column, ...]:
    """Return the columns in which a row is written: what it is of first, how it was made last."""
    names = [name for name in kind.__struct_fields__ if name not in (*FIRST, *LAST)]
    hints, meanings = get_type_hints(kind), field_docs(kind)
    return tuple(
        _column(name, hints[name], " ".join(meanings[name].split()))
        for name in (*FIRST, *names, *LAST)
    )


def _column(name: str, hint: Any, meaning: str) -> Column:
    options = get_args(hint) or (hint,)
    (type_,) = (option for option in options if option is not NoneType)
    return Column(name=name, type=type_, missing=NoneType in options, meaning=meaning)
