"""docs/import.md promises to name every column; hold it to that."""

from pathlib import Path

import pytest

from bias.imports.tables import COLUMNS

TEXT = (Path(__file__).parents[2] / "docs" / "import.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("column", sorted(COLUMNS))
def test_every_column_is_named_with_its_other_names(column: str) -> None:
    (line,) = [line for line in TEXT.splitlines() if line.startswith(f"| `{column}` |")]
    assert all(f"`{name}`" in line for name in COLUMNS[column])
