"""The kept tables of all editions, read back: for pandas, and one edition after another."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from upath import UPath

from bias.archive import is_edition
from bias.errors import DataError, UsageError
from bias.report.tables import KINDS
from bias.report.tables.parquet import LAYOUT
from bias.storage import read_bytes

if TYPE_CHECKING:
    import pyarrow as pa
    from pandas import DataFrame

_PART = "part.parquet"


def read_tables(root: str) -> "dict[str, DataFrame]":
    """Return each table with the rows of all editions, oldest first.

    Raises:
        UsageError: there is none below the root.
        DataError: one was written by an earlier version; the message names its edition.
        StorageError: a file cannot be read.
    """
    editions = editions_with_tables(root)
    if not editions:
        message = f"no tables in {root}; name the archive of a night that was made"
        raise UsageError(message)
    return {name: _together(root, name, editions) for name in KINDS}


def editions_with_tables(root: str) -> list[str]:
    """Return the editions whose tables are kept, oldest first."""
    paths = UPath(root).glob(f"tables/*/edition=*/{_PART}")
    return sorted(filter(is_edition, {_edition(path) for path in paths}))


def read_table(root: str, name: str, edition: str) -> "pa.Table":
    """Return one table of one edition, its edition the first column.

    Raises:
        DataError: it was written by an earlier version, or is damaged.
        StorageError: it cannot be read.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = UPath(root) / "tables" / name / f"edition={edition}" / _PART
    again = f"run: bias report {edition}"
    try:
        rows = pq.read_table(BytesIO(read_bytes(path, f"{path} is missing; {again}")))
    except pa.ArrowInvalid as error:
        message = f"{path}: {error}; {again}"
        raise DataError(message) from error
    if (rows.schema.metadata or {}).get(b"layout") != LAYOUT.encode():
        message = f"{path} was written by an earlier version; {again}"
        raise DataError(message)
    return rows.add_column(0, "edition", pa.array([edition] * len(rows), pa.string()))


def _together(root: str, name: str, editions: Sequence[str]) -> "DataFrame":
    import pandas as pd

    parts: list[pd.DataFrame] = [read_table(root, name, each).to_pandas() for each in editions]
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def _edition(path: UPath) -> str:
    return path.parent.name.removeprefix("edition=")
