"""What a night keeps: its tables, for tests that read them back, and which files are alike."""

from collections.abc import Sequence
from pathlib import Path

from bias.archive import Archive
from bias.records import Comparison, Gap
from bias.report.tables import table_rows
from bias.report.tables.parquet import write_table
from bias.storage import write_bytes


def write_tables(
    root: Path | str, edition: str, comparisons: Sequence[Comparison], gaps: Sequence[Gap] = ()
) -> None:
    """Write the tables of an edition into an archive."""
    archive = Archive(str(root), str(root))
    for name, table in table_rows(edition, comparisons, gaps).items():
        write_bytes(archive.table_path(name, edition), write_table(table))


def is_alike(name: str) -> bool:
    """Return whether a file is the same wherever a night is made.

    What a stage took is not, nor when hosts were asked, which a folder alone holds.
    """
    return not {"measured", ".hosts"} & set(name.split("/"))
