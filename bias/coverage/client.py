"""A small HTTP client in which every answer is bounded: in time, size, redirects and attempts.

Several threads may use one: a host is still asked one thing at a time. What is kept of an address
is asked for only if it has changed (see :mod:`bias.coverage.unchanged`).
"""

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx

from bias.config import Settings
from bias.coverage.addresses import clean_address, is_web_address
from bias.coverage.answers import Answer, Limit, answer_of, location_of, refuse_failure, wish_of
from bias.coverage.asking import Asker
from bias.coverage.exchanges import NOT_MODIFIED, Exchange
from bias.coverage.guard import Resolve, resolve_host
from bias.coverage.hosts import MAX_REST, Hosts
from bias.coverage.refusals import NoAnswerError, RefusedError, RestingError
from bias.coverage.unchanged import Memory, conditions

MAX_RETRY_AFTER = MAX_REST
"""Longest wait, in seconds, that a Retry-After is granted within a run."""
FIRST_BACKOFF = 0.5
"""Wait before the second attempt, in seconds; it doubles with each further one."""

Check = Callable[[str], None]
"""Called with each address before it is asked; raises :class:`RefusedError` to forbid it."""
Sink = Callable[[Exchange], None]
"""Takes each exchange as it ends."""


def allow_all(_address: str) -> None:
    """Forbid no address."""


class Client:
    """Fetches addresses; a host is asked one thing at a time, whichever thread asks."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] | None = None,
        resolve: Resolve = resolve_host,
        hosts: Hosts | None = None,
        memory: Memory | None = None,
    ) -> None:
        """Take the limits from the settings; the clock, the sleep, the resolver can be replaced.

        ``hosts`` makes one queue of several clients; ``memory`` knows what is kept of an address.

        Raises:
            UsageError: the user agent cannot be sent as a header.
        """
        self.hosts = hosts or Hosts(settings.delay_seconds, clock, sleep)
        self.max_bytes = settings.max_page_bytes
        self._settings = settings
        self._asker = Asker(settings, clock, resolve)
        self._memory = memory
        self._local = threading.local()

    def __enter__(self) -> Self:
        """Return the client itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close all connections."""
        self._asker.close()

    @contextmanager
    def recording(self, sink: Sink) -> Iterator[None]:
        """Hand every exchange of this thread to ``sink`` while the block runs."""
        before = getattr(self._local, "sink", None)
        self._local.sink = sink
        try:
            yield
        finally:
            self._local.sink = before

    def note(self, exchange: Exchange) -> None:
        """Hand an exchange to whoever records this thread's."""
        sink: Sink | None = getattr(self._local, "sink", None)
        if sink:
            sink(exchange)

    def get(
        self,
        url: str,
        *,
        limit: int | None = None,
        cut: bool = False,
        check: Check = allow_all,
        redirects: int | None = None,
        fresh: bool = False,
    ) -> Answer:
        """Fetch an address, following redirects, and asking again where that may help.

        Args:
            url: an http or https address.
            limit: most bytes of the answer, packed and unpacked; ``max_bytes`` if not given.
            cut: whether a longer answer is cut at the limit, not refused.
            check: called with the address and with every address it redirects to.
            redirects: most redirects followed; those of the settings if not given.
            fresh: whether nothing that is kept may stand for the answer.

        Raises:
            NoAnswerError: no connection, no whole answer in time, 429 or 5xx to the last, or its
                host asked to be left alone.
            RefusedError: too large, too many redirects, a private host, no web address, or
                forbidden by ``check``.
        """
        if not is_web_address(url):
            raise RefusedError(url, "It is no http or https address.")
        if self.hosts.is_given_up(url):
            detail = "Its host had failed to answer several times in a row and was not asked again."
            raise NoAnswerError(url, detail, math.inf)
        most = self._settings.max_redirects if redirects is None else redirects
        size = Limit(limit or self.max_bytes, cut)
        try:
            answer = self._repeatedly(lambda: self._follow(url, size, check, most, fresh))
        except RestingError:
            raise
        except NoAnswerError:
            self.hosts.failed(url)
            raise
        self.hosts.answered(url)
        return answer

    def _repeatedly(self, attempt: Callable[[], Answer]) -> Answer:
        """Make an attempt, and more where that may help, each after what the host asks."""
        for pause in _pauses(self._settings.retries - 1):
            try:
                return attempt()
            except NoAnswerError as error:
                if (error.wait or 0.0) > MAX_RETRY_AFTER:
                    raise
                self.hosts.sleep_through(error.url, pause if error.wait is None else error.wait)
        return attempt()

    def _follow(self, url: str, limit: Limit, check: Check, most: int, fresh: bool) -> Answer:
        """Ask an address and those it redirects to, all within one time limit."""
        self._asker.deadline.give(self._settings.timeout_seconds)
        address = url
        for _ in range(most + 1):
            check(address)
            exchange = self._exchange(address, limit, None if fresh else self._memory)
            location = location_of(exchange)
            if location is None:
                return answer_of(exchange)
            address = _next_address(address, location)
        detail = f"It redirects more than {most} times (BIAS_MAX_REDIRECTS)."
        raise RefusedError(url, detail)

    def _exchange(self, address: str, limit: Limit, memory: Memory | None) -> Exchange:
        """Return what counts as the answer: what is held, what is unchanged, else what is new."""
        if memory and (held := memory.held(address)):
            return held
        known = memory.known(address) if memory else None
        exchange = self._ask(address, limit, conditions(known) if known else {})
        if memory is None or known is None or exchange.status != NOT_MODIFIED:
            return exchange
        whole = memory.whole(known)
        if whole is None:
            return self._ask(address, limit, {})
        self.note(whole)
        return whole

    def _ask(self, address: str, limit: Limit, conditions: dict[str, str]) -> Exchange:
        with self.hosts.turn(address):
            try:
                exchange, refusal = self._asker.ask(address, limit, conditions)
            finally:
                self.hosts.asked(address)
            wait = wish_of(exchange, self._settings.clock())
            if wait:
                self.hosts.hold(address, wait)
        self.note(exchange)
        if refusal:
            raise refusal
        refuse_failure(exchange, wait)
        return exchange


def _next_address(address: str, location: str) -> str:
    # Checked as announced addresses are, but asked as sent: to a site that redirects in order to
    # add a parameter, the cleaned address would be a loop.
    if clean_address(location, address) is None:
        raise RefusedError(address, "It redirects to what is no http or https address.")
    return str(httpx.URL(urljoin(address, location)))


def _pauses(most: int) -> Iterator[float]:
    """Yield the pause after each attempt of a host that asks for none, which doubles every time."""
    return (FIRST_BACKOFF * 2**number for number in range(most))
