"""Where the journals of a run live, what becomes of them, and what an edition still lacks."""

import getpass
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO

from upath import UPath

from bias.archive import open_archive
from bias.config import Settings
from bias.coverage.hosts import Hosts
from bias.coverage.journals import Journal
from bias.coverage.memory import Open
from bias.coverage.snapshots import End
from bias.coverage.units import Unit, read_units
from bias.records import Gap, GapReason
from bias.storage import is_local, open_atomic, storage_error, storage_failures

EARLIER_DAYS = 3
"""How many days back the pages of an address are looked for, to ask only whether they changed."""


@contextmanager
def open_journal(path: UPath) -> Iterator[Journal]:
    """Open the journal of a WARC, begun with what stands there; it stays until it is finished.

    Raises:
        StorageError: it cannot be written.
    """
    try:
        journal = Journal(_journal_path(path))
    except storage_failures() as error:
        raise storage_error("write", path, error) from error
    try:
        if path.exists():
            with path.open("rb") as stream:
                journal.seed(stream)
        yield journal
    except storage_failures() as error:
        raise storage_error("write", path, error) from error
    finally:
        journal.close()


def finish(journal: Journal, path: UPath) -> None:
    """Make the WARC whole, unless nothing new was said, and remove the journal.

    Raises:
        StorageError: it cannot be written.
    """
    if not journal.is_unchanged:
        with open_atomic(path) as stream:
            journal.write(stream)
    journal.remove()


def drop_leftover(path: UPath) -> None:
    """Remove the journal of a WARC that is whole: its run was killed before it could do so."""
    with suppress(OSError):
        _journal_path(path).unlink()


def is_settled(path: UPath) -> bool:
    """Return whether there is nothing to ask again; a damaged file is not overwritten either.

    Raises:
        StorageError: it cannot be read.
    """
    may_heal, last = False, None
    try:
        if not path.exists():
            return False
        with path.open("rb") as stream:
            for unit in read_units(stream):
                may_heal, last = may_heal or _may_heal(unit), unit.note
    except storage_failures() as error:
        raise storage_error("read", path, error) from error
    return not (may_heal and isinstance(last, End))


def _may_heal(unit: Unit) -> bool:
    note = unit.note
    unreachable = isinstance(note, Gap) and note.reason is GapReason.OUTLET_UNREACHABLE
    return unit.ask_again or unreachable


def earlier_pages(settings: Settings, edition: str, outlet: str) -> list[Open]:
    """Return what opens an outlet's pages of the last editions, the newest first."""
    archive, day = open_archive(settings), date.fromisoformat(edition)
    days = [(day - timedelta(days=back)).isoformat() for back in range(1, EARLIER_DAYS + 1)]
    return [partial(_open, archive.pages_path(each, outlet)) for each in days]


def _open(path: UPath) -> IO[bytes]:
    return path.open("rb")


@contextmanager
def shared_hosts(settings: Settings, given: Hosts | None = None) -> Iterator[Hosts]:
    """Open the queues at hosts that all runs of an archive share: nightly ones and those by hand.

    They lie in the archive where it is a folder, which containers and machines may share, else on
    this machine. Those given are used and left open; where the block fails, whoever waits in them
    is sent home.
    """
    hosts = given or Hosts(settings.delay_seconds, time.monotonic, folder=_queues(settings.archive))
    try:
        yield hosts
    except BaseException:
        if given is None:
            hosts.stop()
        raise
    if given is None:
        hosts.close()


def _queues(root: str) -> Path:
    return _scratch(root) / "hosts" if "://" in root else Path(root) / ".hosts"


def _journal_path(path: UPath) -> Path:
    """Return where the journal of a WARC lives: beside it, or, of an object store, on this disk."""
    name = f".{path.name.removesuffix('.warc.gz')}.journal.part"
    if is_local(path):
        return Path(str(path.parent)) / name
    return _scratch(str(path.parent)) / name


def _scratch(root: str) -> Path:
    """Return a folder of this user's on this machine that belongs to one root."""
    absolute = root if "://" in root else os.path.abspath(root)  # noqa: PTH100
    digest = sha256(absolute.encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"media-bias-{getpass.getuser()}" / digest
