"""The Data Package (https://datapackage.org) that stands beside exported tables."""

import msgspec

from bias.encoding import encode
from bias.records import Record
from bias.release import AUTHORS, VERSION
from bias.report.tables import KINDS
from bias.report.tables.columns import Column, columns

NAME = "media-bias-comparison-tables"
FILE = "datapackage.json"
MEDIA_TYPES = {
    "parquet": "application/vnd.apache.parquet",
    "csv": "text/csv",
    "jsonl": "application/jsonl",
}
"""By the format, which is also the ending of the files."""

_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}


class Resource(Record, frozen=True, kw_only=True):
    """One file of a package."""

    table: str
    """Name of the table."""
    rows: int
    size: int
    """In bytes."""
    sha256: str


def data_package(resources: list[Resource], kind: str, first: str, last: str) -> bytes:
    """Return the description of exported tables, every column with its type and meaning.

    Args:
        resources: the files, ``<table>.<kind>`` each.
        kind: ``parquet``, ``csv`` or ``jsonl``.
        first: the oldest edition asked for.
        last: the newest edition asked for.
    """
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": f"Comparison of news outlets, nights from {first} to {last}",
        "description": "What several outlets told of the same events, what they called things and "
        "in whose voice. Sentences and headlines are their publishers'.",
        "version": VERSION,
        "contributors": [
            {"title": AUTHORS, "roles": ["creator"]},
        ],
        "resources": [_resource(each, kind) for each in resources],
    }
    return msgspec.json.format(encode(package), indent=1) + b"\n"


def _resource(resource: Resource, kind: str) -> dict[str, object]:
    row = KINDS[resource.table]
    return {
        "name": resource.table,
        "type": "table",
        "path": f"{resource.table}.{kind}",
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        "description": " ".join((row.__doc__ or "").split()),
        "bytes": resource.size,
        "hash": f"sha256:{resource.sha256}",
        "rows": resource.rows,
        "schema": {"fields": [_field(column) for column in columns(row)]},
        **_encoding(kind),
    }


def _encoding(kind: str) -> dict[str, str]:
    return {} if kind == "parquet" else {"encoding": "utf-8"}


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.meaning,
    }
    # A text may be empty, which CSV cannot tell from missing.
    given = not column.missing and column.type is not str
    return {**field, "constraints": {"required": True}} if given else field
