"""Manners towards hosts: one queue each, a pause between requests, the rest that they ask for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock
from typing import TypeVar

from bias.coverage.addresses import origin
from bias.coverage.queues import SharedQueues, Times
from bias.coverage.refusals import RestingError

MAX_CRAWL_DELAY = 10.0
"""Longest pause, in seconds, that a robots.txt is granted."""
MAX_FAILURES = 5
"""After so many addresses in a row without an answer a host is not asked again."""

MAX_REST = 30.0
"""Longest rest, in seconds, that a run waits for; who asks for more is left alone so long."""

T = TypeVar("T")


class StoppedError(BaseException):
    """The run was asked to end; like an interrupt, it is nothing that a page or outlet did."""


class _Host:
    """What is known of one host."""

    def __init__(self) -> None:
        self.turn = Lock()
        self.once = Lock()
        self.known: dict[str, object] = {}
        self.asked_delay = 0.0
        self.free_at = 0.0
        self.rests_until = 0.0
        self.told_others = 0.0
        self.failures = 0


class Hosts:
    """What is known of each host in one run; a host is scheme, name and port.

    Threads share one; processes on a machine share a folder (see :class:`SharedQueues`).
    """

    def __init__(
        self,
        delay: float,
        clock: Callable[[], float],
        sleep: Callable[[float], None] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Take the least pause between two requests, in seconds, and the folder that is shared."""
        self._delay = delay
        self._clock = clock
        self._stopped = Event()
        self._sleep = sleep or self.nap
        self._shared = SharedQueues(folder, self.nap) if folder else None
        self._hosts: dict[str, _Host] = {}
        self._guard = Lock()

    def __getitem__(self, address: str) -> _Host:
        """Return what is known of the host of an address."""
        name = origin(address)
        with self._guard:
            return self._hosts.setdefault(name, _Host())

    # ------------------------------------------------------------ turns

    @contextmanager
    def turn(self, address: str) -> Iterator[None]:
        """Queue at a host, pause as long as it asks, and keep all others waiting meanwhile.

        Raises:
            RestingError: it asks for a longer rest than :data:`MAX_REST`.
        """
        host = self[address]
        with host.turn:
            self._enter(host, origin(address))
            try:
                if self.rests(address) > MAX_REST:
                    raise RestingError(address)
                self.wait(address)
                yield
            finally:
                self._leave(host, origin(address))

    def wait(self, address: str) -> None:
        """Sleep until the host may be asked again."""
        host = self[address]
        seconds = max(host.free_at, host.rests_until) - self._clock()
        if seconds > 0:
            self._sleep(seconds)
        if self._stopped.is_set():
            raise StoppedError

    def asked(self, address: str) -> None:
        """Note that a request to the host has just ended."""
        host = self[address]
        host.free_at = self._clock() + max(self._delay, host.asked_delay)

    def ask_delay(self, address: str, seconds: float) -> None:
        """Note that a host asks for a longer pause; it is granted up to a limit."""
        self[address].asked_delay = min(seconds, MAX_CRAWL_DELAY)

    def _enter(self, host: _Host, name: str) -> None:
        if self._shared is None:
            return
        others, now = self._shared.enter(name), self._clock()
        host.free_at = max(host.free_at, now + others.free if others.free else 0.0)
        host.rests_until = max(host.rests_until, now + others.rest if others.rest else 0.0)

    def _leave(self, host: _Host, name: str) -> None:
        if self._shared is None:
            return
        now, latest = self._clock(), max(host.free_at, host.rests_until)
        news = Times(max(0.0, host.free_at - now), max(0.0, host.rests_until - now))
        self._shared.leave(name, news if latest > max(now, host.told_others) else None)
        host.told_others = latest

    # ------------------------------------------------------------ rests and failures

    def hold(self, address: str, seconds: float) -> None:
        """Note that a host asks to be left alone for so long, whoever asks."""
        host = self[address]
        host.rests_until = max(host.rests_until, self._clock() + seconds)

    def rests(self, address: str) -> float:
        """Return for how many seconds the host still wants to be left alone."""
        return max(0.0, self[address].rests_until - self._clock())

    def sleep_through(self, address: str, seconds: float) -> None:
        """Sleep, and take the rest that the host asked for before as kept."""
        host = self[address]
        held = host.rests_until
        self._sleep(seconds)
        if host.rests_until == held:
            host.rests_until = 0.0

    def answered(self, address: str) -> None:
        """Note that an address was answered."""
        self[address].failures = 0

    def failed(self, address: str) -> None:
        """Note that an address was not answered, after all attempts."""
        self[address].failures += 1

    def is_given_up(self, address: str) -> bool:
        """Return whether the host has failed too often in a row to be asked again."""
        return self[address].failures >= MAX_FAILURES

    # ------------------------------------------------------------ one run

    def once(self, address: str, what: str, make: Callable[[], T]) -> T:
        """Return what ``make`` gives for the host, made once in a run, whoever asks first."""
        host = self[address]
        with host.once:
            if what not in host.known:
                host.known[what] = make()
            found: T = host.known[what]  # type: ignore[assignment]
            return found

    def nap(self, seconds: float) -> None:
        """Sleep unless the run is asked to end.

        Raises:
            StoppedError: it was, before or meanwhile.
        """
        if self._stopped.wait(seconds):
            raise StoppedError

    def stop(self) -> None:
        """Ask the run to end: whoever waits for a host stops waiting, and nobody asks any more."""
        self._stopped.set()

    def close(self) -> None:
        """Let go of what is shared with other processes."""
        if self._shared:
            self._shared.close()
