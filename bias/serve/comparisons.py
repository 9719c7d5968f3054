"""The comparisons that were asked for: made one after another, and forgotten at the end."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from queue import SimpleQueue

from bias.errors import BiasError
from bias.records import Record

MOST_KEPT = 20
"""Finished comparisons that are kept; the one made longest ago goes first."""
MOST_WAITING = 8
"""Comparisons that wait for their turn."""


class Made(Record, frozen=True, kw_only=True):
    """A finished comparison."""

    page: bytes
    json: bytes


class Job(Record, frozen=True, kw_only=True):
    """A comparison that was asked for: it waits, is made, or failed."""

    made: Made | None = None
    error: str = ""
    """Why it could not be made, and what to do; empty else."""

    @property
    def is_waiting(self) -> bool:
        """Whether its end is not known yet."""
        return self.made is None and not self.error


class BusyError(BiasError):
    """Too many comparisons wait already."""


class Comparisons:
    """Makes one comparison at a time, in a thread of its own that ends with the program."""

    def __init__(self) -> None:
        """Begin with none."""
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: SimpleQueue[tuple[str, Callable[[], Made]]] = SimpleQueue()
        self._lock = threading.Condition()
        threading.Thread(target=self._work, name="comparisons", daemon=True).start()

    def ask(self, key: Sequence[bytes], make: Callable[[], Made]) -> str:
        """Ask for a comparison and return its id, which is the same for the same ``key``.

        Raises:
            BusyError: too many wait.
        """
        digest = hashlib.sha256()
        for part in key:
            digest.update(len(part).to_bytes(8, "big") + part)
        name = digest.hexdigest()[:16]
        with self._lock:
            known = self._jobs.get(name)
            if known is None or known.error:
                if sum(job.is_waiting for job in self._jobs.values()) >= MOST_WAITING:
                    message = "Others are being compared; wait until one is done."
                    raise BusyError(message)
                self._jobs[name] = Job()
                self._queue.put((name, make))
        return name

    def get(self, name: str, seconds: float = 0) -> Job | None:
        """Return a comparison, or ``None`` where there is none of that id any more.

        Args:
            name: its id.
            seconds: how long to wait for its end at most.
        """
        with self._lock:
            self._lock.wait_for(lambda: not self._is_waiting(name), seconds)
            return self._jobs.get(name)

    def _is_waiting(self, name: str) -> bool:
        job = self._jobs.get(name)
        return job is not None and job.is_waiting

    def _work(self) -> None:
        while True:
            name, make = self._queue.get()
            job = _made(make)
            with self._lock:
                self._jobs[name] = job
                self._jobs.move_to_end(name)
                self._forget()
                self._lock.notify_all()

    def _forget(self) -> None:
        finished = [name for name, job in self._jobs.items() if not job.is_waiting]
        for name in finished[:-MOST_KEPT]:
            del self._jobs[name]


def _made(make: Callable[[], Made]) -> Job:
    try:
        return Job(made=make())
    except BiasError as error:
        return Job(error=str(error))
    except Exception as error:  # one bad text must not end the program
        kind = error.__class__.__name__
        return Job(error=f"This could not be compared ({kind}); please report it with its texts.")
