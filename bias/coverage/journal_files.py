"""The file below a journal: records one behind the other, and where each stands."""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from bias.records import Record

_IN_MEMORY = 1_000_000


class Place(Record, frozen=True):
    """Where records stand, and what they count as."""

    start: int
    end: int
    items: int = 0
    """1 for a page or gap."""


class JournalFile:
    """A file that begins in memory, and goes on on disk once something is worth it."""

    def __init__(self, path: Path) -> None:
        """Take where it lives, and go on with what is there; without it, nothing is written yet."""
        self.stream = cast("IO[bytes]", SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
        self.end = 0
        """In bytes; what stands behind it counts for nothing."""
        self._path = path
        self._on_disk = False
        if path.exists():
            self.promote()

    def append(self, data: bytes, items: int = 0) -> Place:
        """Write records behind all others."""
        self.stream.seek(self.end)
        self.stream.write(data)
        place = Place(self.end, self.end + len(data), items)
        self.end = place.end
        return place

    def promote(self) -> None:
        """Go on in the file of that name, waiting for whoever has it."""
        if self._on_disk:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644), "r+b")
        fcntl.flock(file, fcntl.LOCK_EX)
        if self.end:
            self.stream.seek(0)
            file.truncate(0)
            shutil.copyfileobj(self.stream, file)
        self.stream.close()
        self.stream, self._on_disk = file, True

    def chunks(self, places: Iterable[Place]) -> Iterator[bytes]:
        """Yield what stands at each place."""
        for place in places:
            self.stream.seek(place.start)
            yield self.stream.read(place.end - place.start)

    def digest(self, places: Iterable[Place]) -> str:
        """Return what tells the content of some places from any other."""
        digest = sha256()
        for chunk in self.chunks(places):
            digest.update(chunk)
        return digest.hexdigest()

    def close(self) -> None:
        """Close the file and leave it for the next run."""
        self.stream.close()

    def remove(self) -> None:
        """Remove the file, once all of it stands elsewhere."""
        if self._on_disk:
            with suppress(OSError):
                self._path.unlink()
