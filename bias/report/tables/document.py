"""Writes ``docs/data.md`` from the tables and records themselves: every column, every field."""

from collections.abc import Iterator, Sequence
from typing import get_args, get_origin, get_type_hints

from bias.records import Record
from bias.report.described import field_docs
from bias.report.schema import record_kinds
from bias.report.tables import KINDS
from bias.report.tables.columns import Column, columns
from bias.report.tables.rows import Row

_INTRODUCTION = """\
# Data: every column of every file

This page is written by `make docs` from `bias/report/tables/` and `bias/records/`; change those,
not the page.

## Where the tables are

    import bias
    tables = bias.tables("archive")                     # pandas, all nights, by name of the table
    tables["scores"].groupby("outlet")[["findings", "words"]].sum()

    bias export --from 2026-03-01 --to 2026-03-31 --format parquet --out march

`bias nightly` keeps each table of each night as
`<archive>/tables/<table>/edition=<date>/part.parquet`; pandas, pyarrow and DuckDB read `edition`
from the path. `bias export` writes one file a table, as Parquet, CSV or JSON lines, for the
nights asked for, and a [Data Package](https://datapackage.org) (`datapackage.json`) beside them
that says the same as this page, with size and SHA-256 of each file. The folder is new, empty or
an earlier export's, which is replaced as a whole; anything else is refused. The same tables give
the same bytes. [trends.ipynb](trends.ipynb) draws a trend from them.

Beside the page of each event lie the same findings as CSV, with the columns of `findings`, and
everything as JSON ([schema](comparison.schema.json); the records are listed below).

## How to count

- One row is one thing, so `len(table)` and a sum of `findings` are what they look like. Totals,
  categories, places and strengths are tables of their own: none counts what another row of it
  counts.
- `scores` has a row for each voice: keep `voice == "own"` for the outlet's own words.
- The headline rate leaves out what `left_out` names. `category_scores` counts these words too.
- An article belongs to at most one event of a night. Events put together by hand (`by-hand-…`)
  may hold it again: leave them out where nights are compared.
- Agency copy counts for each outlet that prints it, and once in the row of the event (`events`).
  Leave out rows with `copy_of` to count it once elsewhere.
- Rates of nights with few words say little: sum `findings` and `words`, then divide. Fewer than
  150 words give no rate.
- `gaps` says what is not known. What is missing there is no omission of the outlet's.
- Figures made with another `lexicon`, `language_model` or `sentence_model` are another series.
- In CSV a text that a spreadsheet would take for a formula has an apostrophe in front; Parquet
  and JSON lines hold it as printed. A cell is empty where a value is missing.
"""

_COMMON = """\
Every table has the columns `edition` and `event` first and `version`, `lexicon`,
`language_model`, `sentence_model` and `seed` last:
"""

_RECORDS = """\
## The records

What the JSON files hold: `<event>.json` a `ComparisonDocument`, `<archive>/comparisons/` a
`Comparison`, `<archive>/alignments/` an `AlignedEvent`, `<archive>/events/` a `NightEvents`, and
each line of `<archive>/articles/` an `Article` or a `Gap`, which `type` tells apart. Spans are
half-open `[start, end)`, counted in characters of Unicode.
"""


def data_document() -> str:
    """Return the whole page."""
    common = [column.name for column in columns(Row)]
    parts = [_INTRODUCTION, "## The tables\n", _COMMON, _table(columns(Row))]
    for name, kind in KINDS.items():
        own = [column for column in columns(kind) if column.name not in common]
        parts += [f"### {name}\n", _sentence(kind), _table(own)]
    parts.append(_RECORDS)
    for record in record_kinds():
        parts += [f"### {record.__name__}\n", _sentence(record), _fields(record)]
    return "\n".join(parts)


def _sentence(kind: type[Record]) -> str:
    first = (kind.__doc__ or "").partition("\n\n")[0]
    return " ".join(first.split()).replace("``", "`") + "\n"


def _table(described: Sequence[Column]) -> str:
    rows = (
        (f"`{each.name}`", _type(each.type | None if each.missing else each.type), each.meaning)
        for each in described
    )
    return _lines(("column", "type", "meaning"), rows)


def _fields(kind: type[Record]) -> str:
    hints, meanings = get_type_hints(kind), field_docs(kind)
    rows = (
        (f"`{name}`", _type(hints[name]), " ".join(meanings[name].split()))
        for name in kind.__struct_fields__
    )
    return _lines(("field", "type", "meaning"), rows)


def _type(hint: object) -> str:
    """Say a type in words.

    >>> _type(tuple[str, ...]), _type(tuple[int, int] | None), _type(str)
    ('list of str', 'int, int or missing', 'str')
    """
    if hint is type(None):
        return "missing"
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        many = arguments[-1] is Ellipsis
        return f"list of {_type(arguments[0])}" if many else ", ".join(map(_type, arguments))
    if arguments:
        return " or ".join(_type(each) for each in arguments)
    return hint.__name__ if isinstance(hint, type) else repr(hint)


def _lines(head: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    return "".join(map(_line, [head, ["---"] * len(head), *rows]))


def _line(cells: Sequence[str]) -> str:
    # A bar inside a cell would end it.
    safe = (cell.replace("``", "`").replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(safe)} |\n"
