"""Events side by side in processes of their own; the results are those of one after another."""

import logging
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import wraps
from typing import Protocol

from bias.archive import open_archive
from bias.batches import Tick, all_or_partly, batch_label, batches, silent
from bias.config import Settings
from bias.errors import PartlyError
from bias.log_fields import about, said_of
from bias.records import Record

SHARES = 4
"""Batches for each process, so that one with long events does not keep the others waiting."""
MOST_IN_A_BATCH = 8

DERIVED = {
    "align": ("alignment", "comparison", "report"),
    "score": ("comparison", "report"),
    "report": ("report",),
}
"""What each stage, and those after it, make of an event."""


class EventStage(Protocol):
    """A stage that works on some events of an edition; see :mod:`bias.pipeline.comparing`."""

    __name__: str

    def __call__(
        self, settings: Settings, edition: str, ids: Sequence[str], tick: Tick = silent
    ) -> list[str]:
        """Do the work and return the ids of the events that are done."""


class _Outcome(Record, frozen=True, kw_only=True):
    """What a process made of a batch."""

    done: list[str]
    failures: tuple[str, ...] = ()
    log: "tuple[tuple[str, dict[str, str]], ...]" = ()
    """What was logged on the way and what it is about; only the process that asked can write it."""


def in_processes(stage: Callable[..., list[str]]) -> EventStage:
    """Let a stage share its events out among as many processes as ``settings.jobs`` says."""

    @wraps(stage)
    def shared(
        settings: Settings, edition: str, ids: Sequence[str], tick: Tick = silent
    ) -> list[str]:
        if settings.jobs == 1 or len(ids) == 1:
            return stage(settings, edition, ids, tick)
        return _Shares(shared, settings, edition, ids, tick).work()

    return shared


class _Shares:
    """The work of one stage on many events."""

    def __init__(
        self, stage: EventStage, settings: Settings, edition: str, ids: Sequence[str], tick: Tick
    ) -> None:
        self._stage, self._settings, self._edition = stage, settings, edition
        self._ids, self._tick = ids, tick
        self._alone = settings.model_copy(update={"jobs": 1})
        self._done: set[str] = set()
        self._failures: dict[str, tuple[str, ...]] = {}

    def work(self) -> list[str]:
        """Do all and return the ids of the events that are done, in their order.

        Raises:
            PartlyError: some failed.
        """
        jobs = self._settings.jobs
        size = min(MOST_IN_A_BATCH, max(1, len(self._ids) // (jobs * SHARES)))
        left = self._run(batches(self._ids, size), jobs)
        while left:  # a process was ended over an event: by the memory it took, as a rule
            singles = [[event] for batch in left for event in batch]
            left = self._run(singles, 1)
            if left:
                self._give_up(left.pop(0)[0])
        failures = [each for event in self._ids for each in self._failures.get(event, ())]
        return all_or_partly(failures, self._ids, [e for e in self._ids if e in self._done])

    def _run(self, shares: Sequence[list[str]], jobs: int) -> list[list[str]]:
        """Work on batches of events; returns those that were not reached before a process ended."""
        with _pool(jobs) as pool:
            asked = {self._submit(pool, share): share for share in shares}
            left = list(shares)
            for future in as_completed(asked):
                try:
                    outcome = future.result()
                except BrokenProcessPool:
                    continue
                left.remove(asked[future])
                self._take(asked[future], outcome)
        return left

    def _submit(self, pool: ProcessPoolExecutor, share: list[str]) -> "Future[_Outcome]":
        return pool.submit(_work, self._stage, self._alone, self._edition, share)

    def _take(self, share: Sequence[str], outcome: _Outcome) -> None:
        for line, said in outcome.log:
            logging.getLogger("bias").error("%s", line, extra=said)
        self._done.update(outcome.done)
        self._failures[share[0]] = outcome.failures
        self._tick(len(self._done), len(self._ids), batch_label(share))

    def _give_up(self, event: str) -> None:
        detail = "its process was ended, perhaps for want of memory; set BIAS_JOBS lower"
        self._failures[event] = (f"{event} ({detail})",)
        kinds = DERIVED[self._stage.__name__]
        open_archive(self._settings).forget_event(self._edition, event, kinds)


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Yield processes that end with the block, at once where it ends with an error or a Ctrl-C."""
    context = multiprocessing.get_context("spawn")  # a fork would take threads and locks along
    pool = ProcessPoolExecutor(jobs, context, _leave_stopping_to_the_parent)
    try:
        yield pool
    except BaseException:
        for child in multiprocessing.active_children():
            child.kill()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


# ---------------------------------------------------------------- within a process


def _leave_stopping_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(stage: EventStage, settings: Settings, edition: str, share: list[str]) -> _Outcome:
    with _logged() as log, about(edition=edition, stage=stage.__name__):
        try:
            return _Outcome(done=stage(settings, edition, share), log=tuple(log))
        except PartlyError as error:
            return _Outcome(done=error.done, failures=error.failures, log=tuple(log))


@contextmanager
def _logged() -> Iterator[list[tuple[str, dict[str, str]]]]:
    """Yield the errors that are logged while the block runs, and what they are about."""
    handler = _Lines()
    logging.getLogger("bias").addHandler(handler)
    try:
        yield handler.lines
    finally:
        logging.getLogger("bias").removeHandler(handler)


class _Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[tuple[str, dict[str, str]]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record.getMessage(), said_of(record)))
