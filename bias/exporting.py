"""Kept tables of many nights as one folder: a file a table, and a description of all columns."""

import hashlib
import json
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from upath import UPath

from bias.archive import checked_edition
from bias.errors import StorageError, UsageError
from bias.kept_tables import editions_with_tables, read_table
from bias.records import Record
from bias.report.tables import KINDS
from bias.report.tables.package import FILE, MEDIA_TYPES, NAME, Resource, data_package
from bias.report.tables.parquet import arrow_schema
from bias.report.tables.plain_text import csv_lines, json_lines
from bias.storage import is_local, open_atomic, write_bytes

if TYPE_CHECKING:
    import pyarrow as pa

Parts = Iterable["pa.Table"]


class Export(Record, frozen=True, kw_only=True):
    """What was exported."""

    folder: str
    editions: tuple[str, ...]
    """Oldest first."""
    rows: dict[str, int]
    """By table."""


def export_tables(root: str, first: str, last: str, kind: str, folder: UPath) -> Export:
    """Write the kept tables of the editions from one date to another into a folder.

    A local folder appears whole or not at all; one that an export wrote is replaced. The same
    tables give the same bytes.

    Args:
        root: the archive.
        first: ISO date of the oldest edition.
        last: ISO date of the newest.
        kind: ``parquet``, ``csv`` or ``jsonl``.
        folder: a new or empty folder, one of an earlier export, or a prefix in an object store.

    Raises:
        UsageError: a date or the kind is none, no edition between the dates has tables, or the
            folder holds something that no export wrote.
        DataError: a table was written by an earlier version; the message names it.
        StorageError: the folder cannot be written, or a table cannot be read.
    """
    editions = _editions(root, checked_edition(first), checked_edition(last))
    if kind not in MEDIA_TYPES:
        message = f"{kind!r} is no format; write one of {', '.join(MEDIA_TYPES)}"
        raise UsageError(message)
    old = _own_files(folder)
    with _replacing(folder) as target:
        resources = [_write(root, name, editions, kind, target) for name in KINDS]
        write_bytes(target / FILE, data_package(resources, kind, first, last))
    _remove(folder, old - {FILE, *(f"{name}.{kind}" for name in KINDS)})
    rows = {resource.table: resource.rows for resource in resources}
    return Export(folder=str(folder), editions=tuple(editions), rows=rows)


def _editions(root: str, first: str, last: str) -> list[str]:
    kept = editions_with_tables(root)
    found = [edition for edition in kept if first <= edition <= last]
    if not found:
        known = ", ".join(kept[-5:]) or "none yet"
        message = f"no tables from {first} to {last} in {root} (newest: {known})"
        raise UsageError(message)
    return found


# ---------------------------------------------------------------- the folder


def _own_files(folder: UPath) -> set[str]:
    """Return the names of what an earlier export left in a folder; refuse a folder of others."""
    if folder.is_file():
        message = f"{folder} is a file; name a folder"
        raise UsageError(message)
    found = {path.name for path in folder.iterdir()} if folder.exists() else set()
    known = _described(folder / FILE) if FILE in found else set()
    if foreign := found - known:
        message = f"{folder} holds {min(foreign)}, which no export wrote; name another folder"
        raise UsageError(message)
    return found


def _described(package: UPath) -> set[str]:
    """Return the files that a Data Package of ours describes, itself included; else none."""
    try:
        described = json.loads(package.read_bytes())
        if described["name"] != NAME:
            return set()
        return {FILE, *(resource["path"] for resource in described["resources"])}
    except (ValueError, LookupError, TypeError):
        return set()


@contextmanager
def _replacing(folder: UPath) -> Iterator[UPath]:
    """Give a folder to write to; a local one takes the place of the old one when all is written."""
    if not is_local(folder):
        yield folder
        return
    target = Path(str(folder))
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        yield UPath(beside)
        _swap(target, beside)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _swap(target: Path, beside: Path) -> None:
    """Put a folder in the place of another, which comes back where that cannot be done."""
    old = beside.with_suffix(".old")
    try:
        if target.exists():
            target.rename(old)
        beside.rename(target)
    except OSError as error:
        if old.exists():
            old.rename(target)
        message = f"cannot replace {target}: {error.strerror or error}; check that it is writable"
        raise StorageError(message) from error
    shutil.rmtree(old, ignore_errors=True)


def _remove(folder: UPath, names: set[str]) -> None:
    for name in sorted(names):
        (folder / name).unlink(missing_ok=True)


# ---------------------------------------------------------------- one table


def _write(root: str, name: str, editions: Sequence[str], kind: str, folder: UPath) -> Resource:
    path = folder / f"{name}.{kind}"
    parts = (read_table(root, name, edition) for edition in editions)
    with open_atomic(path) as stream:
        rows = _WRITERS[kind](name, parts, stream)
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    return Resource(table=name, rows=rows, size=len(data), sha256=digest)


def _write_parquet(name: str, parts: Parts, stream: IO[bytes]) -> int:
    import pyarrow.parquet as pq

    rows = 0
    schema = arrow_schema(KINDS[name], edition=True)
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for part in parts:
            writer.write_table(part.select(schema.names).cast(schema))
            rows += len(part)
    return rows


def _write_csv(name: str, parts: Parts, stream: IO[bytes]) -> int:
    names = arrow_schema(KINDS[name], edition=True).names
    stream.write(csv_lines([names]))
    rows = 0
    for part in parts:
        stream.write(csv_lines(row.values() for row in part.select(names).to_pylist()))
        rows += len(part)
    return rows


def _write_jsonl(name: str, parts: Parts, stream: IO[bytes]) -> int:
    names = arrow_schema(KINDS[name], edition=True).names
    rows = 0
    for part in parts:
        stream.write(json_lines(part.select(names).to_pylist()))
        rows += len(part)
    return rows


_WRITERS: dict[str, Callable[[str, Parts, IO[bytes]], int]] = {
    "parquet": _write_parquet,
    "csv": _write_csv,
    "jsonl": _write_jsonl,
}
