"""One time limit over everything that is done on the network for one address."""

import math
import threading
from collections.abc import Callable

import httpcore

Clock = Callable[[], float]


class Deadline(threading.local):
    """A moment after which everything on the network gives up; each thread has its own."""

    def __init__(self, clock: Clock) -> None:
        """Take the clock, in seconds; there is no limit until :meth:`start`."""
        self._clock = clock
        self._end = math.inf
        self._paused = math.inf

    def start(self, seconds: float) -> None:
        """Give everything that this thread does from now on this many seconds."""
        self._end = self._clock() + seconds

    def give(self, seconds: float) -> None:
        """Give this many seconds, which run only between :meth:`resume` and :meth:`pause`."""
        self._paused = seconds

    def resume(self) -> None:
        """Let the seconds run that are left."""
        self.start(self._paused)

    def pause(self) -> None:
        """Keep the seconds that are left for later."""
        self._paused = self.left()

    def left(self) -> float:
        """Return the seconds left, 0 when none are."""
        return max(0.0, self._end - self._clock())

    def within(self, seconds: float | None) -> float:
        """Return the seconds left, no more than those given.

        Raises:
            httpcore.ReadTimeout: none are left.
        """
        left = min(self.left(), math.inf if seconds is None else seconds)
        if left <= 0:
            message = "the time limit of the whole answer is used up"
            raise httpcore.ReadTimeout(message)
        return left
