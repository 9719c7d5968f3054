"""The command ``export``."""

from enum import StrEnum
from typing import Annotated

import typer

from bias.cli.night import Json, plural
from bias.cli.show import out, print_json


class Format(StrEnum):
    """In which files the tables are written."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"


def export(
    first: Annotated[str, typer.Option("--from", help="Oldest night, like 2026-03-14.")],
    last: Annotated[str, typer.Option("--to", help="Newest night.")],
    kind: Annotated[Format, typer.Option("--format", help="Kind of files.")] = Format.PARQUET,
    folder: Annotated[
        str, typer.Option("--out", help="New folder, one of an earlier export, or s3://….")
    ] = "export",
    as_json: Json = False,
) -> None:
    """Write the tables of many nights into one folder, with a description of every column."""
    from upath import UPath

    from bias.config import read_settings
    from bias.exporting import export_tables

    done = export_tables(read_settings().archive, first, last, kind.value, UPath(folder))
    if as_json:
        print_json(done)
        return
    for name, rows in done.rows.items():
        out.print(f"{name}.{kind.value}: {plural(rows, 'row')}")
    out.print(f"{plural(len(done.editions), 'night')} in {done.folder}; see its datapackage.json")
