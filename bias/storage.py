"""Reading typed files and writing them atomically, in a folder or an object store.

A file appears whole or not at all: locally by writing beside it and renaming, in an object store
because one upload is one object.
"""

import fcntl
import os
import secrets
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TypeVar, cast

import msgspec
from upath import UPath

from bias.encoding import encode
from bias.errors import DataError, StorageError, UsageError
from bias.records import Article, Gap

T = TypeVar("T")
ArticleOrGap = Article | Gap


def write_json(path: UPath, value: object) -> None:
    """Write a record as indented JSON with a fixed key order, ending in a line break."""
    write_bytes(path, msgspec.json.format(encode(value), indent=1) + b"\n")


def read_json(path: UPath, kind: type[T], missing: str) -> T:
    """Read a record from a file of JSON.

    Raises:
        UsageError: there is no such file; the message is ``missing``.
        DataError: it does not fit the record; the message starts with the path.
    """
    return decode(read_bytes(path, missing), kind, str(path))


def write_lines(path: UPath, rows: Iterable[ArticleOrGap]) -> None:
    """Write articles and gaps, one JSON object a line."""
    write_bytes(path, b"".join(encode(row) + b"\n" for row in rows))


def read_lines(path: UPath, missing: str) -> list[ArticleOrGap]:
    """Read articles and gaps, one JSON object a line.

    Raises:
        UsageError: there is no such file; the message is ``missing``.
        DataError: a line is broken; the message names it.
    """
    return [
        decode(line, cast("type[ArticleOrGap]", ArticleOrGap), f"{path}, line {number}")
        for number, line in enumerate(read_bytes(path, missing).splitlines(), start=1)
    ]


def articles_and_gaps(rows: Iterable[ArticleOrGap]) -> tuple[list[Article], list[Gap]]:
    """Return the articles and the gaps apart, each in the order they had."""
    articles: list[Article] = []
    gaps: list[Gap] = []
    for row in rows:
        if isinstance(row, Article):
            articles.append(row)
        else:
            gaps.append(row)
    return articles, gaps


def write_bytes(path: UPath, data: bytes) -> None:
    """Write a whole file atomically; leaves an equal file untouched.

    Raises:
        StorageError: the place cannot be written.
    """
    with suppress(*storage_failures()):
        if path.exists() and path.read_bytes() == data:
            return
    with open_atomic(path) as stream:
        stream.write(data)


@contextmanager
def open_atomic(path: UPath) -> Iterator[IO[bytes]]:
    """Open a file for writing that appears only when the block ends without an error.

    Raises:
        StorageError: the place cannot be written.
    """
    try:
        opener = _open_local if is_local(path) else _open_remote
        with opener(path) as stream:
            yield stream
    except storage_failures() as error:
        raise storage_error("write", path, error) from error


def storage_failures() -> tuple[type[Exception], ...]:
    """Return what a folder or an object store raises where it cannot be reached, read or written.

    The client of an object store has errors of its own, which are known once it is loaded.
    """
    client = sys.modules.get("botocore.exceptions")
    return (OSError, client.BotoCoreError) if client else (OSError,)


def storage_error(doing: str, path: UPath, error: Exception) -> StorageError:
    """Return one line for what could not be done with a path: ``read``, ``write``, ``reach``."""
    advice = "check that it is writable"
    if not is_local(path):
        advice = "check the address, the credentials and the store, and run it again"
    elif doing != "write":
        advice = "check that it can be read"
    reason = " ".join(str(getattr(error, "strerror", None) or error).split()).rstrip(".")
    return StorageError(f"cannot {doing} {path}: {reason}; {advice}")


@contextmanager
def reaching(path: UPath) -> Iterator[None]:
    """Turn what goes wrong with a path while the block runs into one line.

    Raises:
        StorageError: it cannot be reached.
    """
    try:
        yield
    except storage_failures() as error:
        raise storage_error("reach", path, error) from error


def is_local(path: UPath) -> bool:
    """Return whether a path is in a folder of this machine."""
    return path.protocol in ("", "file")


@contextmanager
def _open_local(path: UPath) -> Iterator[IO[bytes]]:
    target = Path(str(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(target)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with temporary.open("wb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _remove_leftovers(target: Path) -> None:
    """Remove what writers of ``target`` left when they were killed; a living one holds a lock."""
    for leftover in target.parent.glob(f".{target.name}.*.part"):
        with suppress(OSError), leftover.open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            leftover.unlink()


@contextmanager
def _open_remote(path: UPath) -> Iterator[IO[bytes]]:
    with SpooledTemporaryFile(max_size=64_000_000) as spool:
        yield cast("IO[bytes]", spool)
        spool.seek(0)
        path.write_bytes(spool.read())


def read_bytes(path: UPath, missing: str) -> bytes:
    """Read a whole file.

    Raises:
        UsageError: there is no such file; the message is ``missing``.
        StorageError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(missing) from error
    except storage_failures() as error:
        raise storage_error("read", path, error) from error


def decode(data: bytes, kind: type[T], where: str) -> T:
    """Read a record from JSON.

    Raises:
        DataError: it does not fit the record; the message starts with ``where``.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        message = f"{where}: {error}; run the stage that writes it again"
        raise DataError(message) from error
