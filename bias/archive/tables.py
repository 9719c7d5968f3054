"""The tables of all editions together, for pandas."""

from io import BytesIO
from typing import TYPE_CHECKING

from upath import UPath

from bias.archive.paths import TABLES
from bias.errors import UsageError
from bias.storage import read_bytes

if TYPE_CHECKING:
    from pandas import DataFrame


def read_tables(root: str) -> "dict[str, DataFrame]":
    """Return each table with the rows of all editions, oldest first.

    Raises:
        UsageError: there is none below the root.
        StorageError: a file cannot be read.
    """
    found = {name: sorted(UPath(root).glob(f"tables/{name}/*/part.parquet")) for name in TABLES}
    if not any(found.values()):
        message = f"no tables in {root}; name the archive of a night that was made"
        raise UsageError(message)
    return {name: _together(paths) for name, paths in found.items() if paths}


def _together(paths: list[UPath]) -> "DataFrame":
    import pandas as pd

    return pd.concat([_one(path) for path in paths], ignore_index=True)


def _one(path: UPath) -> "DataFrame":
    import pandas as pd

    rows = pd.read_parquet(BytesIO(read_bytes(path, f"{path} is gone")))
    rows.insert(0, "edition", path.parent.name.removeprefix("edition="))
    return rows
