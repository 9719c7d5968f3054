"""Seconds and megabytes of a piece of work."""

import time
import tracemalloc
from collections.abc import Callable


def wall_seconds(work: Callable[[], object]) -> float:
    """Return the seconds on the clock that the work took; for work of several processes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def processor_seconds(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that the work took in this process."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def fewest_seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the fewest seconds of processor time over a few rounds, others' noise left out."""
    return min(processor_seconds(work) for _ in range(rounds))


def peak_megabytes(work: Callable[[], object]) -> float:
    """Return the most memory that Python held at once during the work."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6
