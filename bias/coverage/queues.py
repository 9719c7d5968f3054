"""One queue for a host among all processes of a machine that share a folder.

Airflow fetches each outlet in a process of its own. A file for each host is what they queue at, and
holds when the host may be asked again, so that the pauses and rests it asks for hold for all.
"""

import fcntl
import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Lock

from bias.records import Record

MAX_PAUSE = 60.0
"""Longest pause in seconds that a file is believed, should a clock have been wrong."""
MAX_HOLD = 30 * 24 * 3600.0
"""Longest rest in seconds that a file is believed."""
_POLL = 0.02
_LENGTH = 64


class Times(Record, frozen=True):
    """What a host's file holds, in seconds from now; 0 when past."""

    free: float = 0.0
    """Until it may be asked again."""
    rest: float = 0.0
    """Until the end of the rest that it asked for."""


class SharedQueues:
    """The files of one folder, made when a host is first asked."""

    def __init__(self, folder: Path, sleep: Callable[[float], None]) -> None:
        """Take the folder, and what sleeps between two looks at a queue."""
        self._folder = folder
        self._sleep = sleep
        self._files: dict[str, int] = {}
        self._guard = Lock()

    def enter(self, host: str) -> Times:
        """Wait for the turn of this process; returns what the others left."""
        file = self._file(host)
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self._sleep(_POLL)
            else:
                return _read(file)

    def leave(self, host: str, times: Times | None) -> None:
        """End the turn and tell the others, where there is something to tell."""
        file = self._file(host)
        if times:
            now = time.time()
            text = f"{now + times.free:.3f} {now + times.rest:.3f}".ljust(_LENGTH)
            os.pwrite(file, text.encode(), 0)
        fcntl.flock(file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close all files; whatever turn this process had is over."""
        with self._guard:
            for file in self._files.values():
                os.close(file)
            self._files.clear()

    def _file(self, host: str) -> int:
        with self._guard:
            if host not in self._files:
                self._folder.mkdir(parents=True, exist_ok=True)
                path = self._folder / sha256(host.encode()).hexdigest()[:24]
                self._files[host] = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            return self._files[host]


def _read(file: int) -> Times:
    now = time.time()
    try:
        free, rest = (float(each) - now for each in os.pread(file, _LENGTH, 0).split())
    except ValueError:  # new, or no work of ours
        return Times()
    return Times(free if 0 < free <= MAX_PAUSE else 0.0, rest if 0 < rest <= MAX_HOLD else 0.0)
