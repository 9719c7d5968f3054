"""Rows as CSV that no spreadsheet takes for formulas, and as JSON lines."""

import csv
import io
from collections.abc import Iterable, Mapping

from bias.encoding import encode
from bias.records import Comparison
from bias.report.tables.columns import columns
from bias.report.tables.rows import Evidence
from bias.report.tables.words import FindingRow, finding_rows

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet takes a text that begins with one of these for a formula."""


def findings_csv(comparison: Comparison) -> bytes:
    """Return the findings of an event as CSV."""
    names = [column.name for column in columns(FindingRow)]
    rows = finding_rows(Evidence(comparison))
    return csv_lines([names, *([getattr(row, name) for name in names] for row in rows)])


def csv_lines(rows: Iterable[Iterable[object]]) -> bytes:
    """Return rows as CSV in UTF-8; what is missing is an empty cell."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(map(safe_cell, row) for row in rows)
    return out.getvalue().encode("utf-8", "replace")


def json_lines(rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return rows as one JSON object a line, in UTF-8."""
    return b"".join(encode(row) + b"\n" for row in rows)


def safe_cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula; a number stays one.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell(-12), safe_cell(True), safe_cell(None)
    ("'=HYPERLINK(1)", '-12', 'true', '')
    """
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
