"""Manners towards one host: a pause between requests, and no more knocking where nobody answers."""

from collections.abc import Callable

from bias.coverage.addresses import origin

MAX_CRAWL_DELAY = 10.0
"""Longest pause, in seconds, that a robots.txt is granted."""
MAX_FAILURES = 5
"""After so many addresses in a row without an answer a host is not asked again."""


class Hosts:
    """What is known of each host in one run; a host is scheme, name and port."""

    def __init__(
        self, delay: float, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        """Take the least pause between two requests, in seconds."""
        self._delay = delay
        self._clock = clock
        self._sleep = sleep
        self._asked_delays: dict[str, float] = {}
        self._free_at: dict[str, float] = {}
        self._failures: dict[str, int] = {}

    def ask_delay(self, address: str, seconds: float) -> None:
        """Note that a host asks for a longer pause; it is granted up to a limit."""
        self._asked_delays[origin(address)] = min(seconds, MAX_CRAWL_DELAY)

    def wait(self, address: str) -> None:
        """Sleep until the host may be asked again."""
        seconds = self._free_at.get(origin(address), 0.0) - self._clock()
        if seconds > 0:
            self._sleep(seconds)

    def asked(self, address: str) -> None:
        """Note that a request to the host has just ended."""
        host = origin(address)
        delay = max(self._delay, self._asked_delays.get(host, 0.0))
        self._free_at[host] = self._clock() + delay

    def answered(self, address: str) -> None:
        """Note that an address was answered."""
        self._failures[origin(address)] = 0

    def failed(self, address: str) -> None:
        """Note that an address was not answered, after all attempts."""
        self._failures[origin(address)] = self._failures.get(origin(address), 0) + 1

    def is_given_up(self, address: str) -> bool:
        """Return whether the host has failed too often in a row to be asked again."""
        return self._failures.get(origin(address), 0) >= MAX_FAILURES
