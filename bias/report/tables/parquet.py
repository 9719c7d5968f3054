"""Tables as parquet. The libraries are heavy and loaded only where a table is written."""

import io
from typing import TYPE_CHECKING

from bias.release import VERSION
from bias.report.tables import Table
from bias.report.tables.columns import columns
from bias.report.tables.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa

LAYOUT = "2"
"""Raised when a column changes its meaning or goes; kept in each file, as is the version."""


def write_table(table: Table) -> bytes:
    """Return a table of one edition as parquet; equal rows give equal bytes.

    The edition is no column: it is in the path (``edition=2026-03-14``), from which pandas and
    pyarrow read it back as one. A table without rows has the same columns and types as one with.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = arrow_schema(table.kind, edition=False)
    values = {name: [getattr(row, name) for row in table.rows] for name in schema.names}
    out = io.BytesIO()
    pq.write_table(pa.table(values, schema=schema), out, compression="zstd")
    return out.getvalue()


def arrow_schema(kind: type[Row], *, edition: bool) -> "pa.Schema":
    """Return the columns of a kind of row with their types; ``edition`` is one of them if asked."""
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), float: pa.float64()}
    fields = [
        pa.field(column.name, types[column.type], nullable=column.missing)
        for column in columns(kind)
        if edition or column.name != "edition"
    ]
    return pa.schema(fields, metadata={"layout": LAYOUT, "version": VERSION})
