"""A small HTTP client in which every answer is bounded: in time, size, redirects and attempts.

No answer is cached. A feed changes between two nights, and what one night took is kept as WARC, so
a cache such as hishel's would hold a second copy of everything and answer nothing. Attempts are
repeated by tenacity, which stamina wraps: tenacity takes the sleep as an argument, while stamina
prints every retry to standard output where structlog is installed, as Airflow does.
"""

import math
import re
import time
from collections.abc import Callable
from contextlib import closing
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from bias.config import Settings
from bias.coverage.addresses import clean_address
from bias.coverage.answers import Answer, read_answer
from bias.coverage.guard import Deadline, GuardedTransport, PrivateHostError, Resolve, resolve_host
from bias.coverage.hosts import Hosts
from bias.coverage.refusals import NoAnswerError, RefusedError
from bias.errors import UsageError

MAX_RETRY_AFTER = 30.0
"""Longest wait, in seconds, that a Retry-After is granted; who asks for more is not asked again."""
FIRST_BACKOFF = 0.5
"""Wait before the second attempt, in seconds; it doubles with each further one."""

Check = Callable[[str], None]
"""Called with each address before it is asked; raises :class:`RefusedError` to forbid it."""

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_PRINTABLE = re.compile(r"[\x20-\x7e]+")


def _allow_all(_address: str) -> None:
    """Forbid no address."""


class Client:
    """Fetches one address after the other; for one thread, and one outlet at a time."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolve = resolve_host,
    ) -> None:
        """Take the limits from the settings; clock, sleep and name resolver can be replaced.

        Raises:
            UsageError: the user agent cannot be sent as a header.
        """
        self.hosts = Hosts(settings.delay_seconds, clock, sleep)
        self.max_bytes = settings.max_page_bytes
        self._settings = settings
        self._sleep = sleep
        self._deadline = Deadline(clock)
        self._headers = _headers(settings.user_agent)
        # The transport alone: httpx's client would add cookies, proxies and redirects of its own.
        self._transport = GuardedTransport(
            self._deadline, allow_private=settings.allow_private_hosts, resolve=resolve
        )

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
        self._transport.close()

    def get(
        self, url: str, *, limit: int | None = None, cut: bool = False, check: Check = _allow_all
    ) -> Answer:
        """Fetch an address, following redirects, and asking again where that may help.

        Args:
            url: an http or https address.
            limit: most bytes of the answer, packed and unpacked; ``max_bytes`` if not given.
            cut: whether a longer answer is cut at the limit, not refused.
            check: called with the address and with every address it redirects to.

        Raises:
            NoAnswerError: no connection, no whole answer in time, or 429 or 5xx to the last.
            RefusedError: too large, too many redirects, a private host, no web address, or
                forbidden by ``check``.
        """
        if clean_address(url) is None:
            raise RefusedError(url, "It is no http or https address.")
        if self.hosts.is_given_up(url):
            detail = "Its host had failed to answer several times in a row and was not asked again."
            raise NoAnswerError(url, detail, math.inf)
        attempts = Retrying(
            retry=retry_if_exception(_is_worth_repeating),
            stop=stop_after_attempt(self._settings.retries),
            wait=_wait,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            answer = attempts(self._follow, url, limit or self.max_bytes, cut=cut, check=check)
        except NoAnswerError:
            self.hosts.failed(url)
            raise
        self.hosts.answered(url)
        return answer

    def _follow(self, url: str, limit: int, *, cut: bool, check: Check) -> Answer:
        """Ask an address and those it redirects to, all within one time limit."""
        seconds, address = self._settings.timeout_seconds, url
        for _ in range(self._settings.max_redirects + 1):
            check(address)
            self.hosts.wait(address)
            self._deadline.start(seconds)
            outcome = self._ask(address, limit, cut=cut)
            if isinstance(outcome, Answer):
                return outcome
            # Pauses between hops are ours, so they do not count.
            seconds, address = self._deadline.left(), outcome
        detail = (
            f"It redirects more than {self._settings.max_redirects} times (BIAS_MAX_REDIRECTS)."
        )
        raise RefusedError(url, detail)

    def _ask(self, address: str, limit: int, *, cut: bool) -> Answer | str:
        """Send one request; returns the answer or the address it redirects to."""
        try:
            request = httpx.Request("GET", address, headers=self._headers)
            with closing(self._transport.handle_request(request)) as response:
                if response.has_redirect_location:
                    return _next_address(address, response.headers["location"])
                return read_answer(response, address, limit, cut=cut)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise RefusedError(address, "It is no http or https address.") from error
        except PrivateHostError as error:
            detail = "Its host is not on the public internet (BIAS_ALLOW_PRIVATE_HOSTS)."
            raise RefusedError(address, detail) from error
        except httpx.TimeoutException as error:
            detail = f"No whole answer came within {self._settings.timeout_seconds:g} seconds"
            raise NoAnswerError(address, f"{detail} (BIAS_TIMEOUT_SECONDS).", math.inf) from error
        except httpx.ConnectError as error:
            raise NoAnswerError(address, "No connection to its host could be made.") from error
        except httpx.TransportError as error:
            raise NoAnswerError(address, "The connection broke off.") from error
        finally:
            self.hosts.asked(address)


def _headers(user_agent: str) -> dict[str, str]:
    if not _PRINTABLE.fullmatch(user_agent):
        message = "BIAS_USER_AGENT: write printable ASCII"
        raise UsageError(message)
    # gzip is the one packing that is unpacked here, within the size limit.
    return {"User-Agent": user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip"}


def _next_address(address: str, location: str) -> str:
    # Checked as announced addresses are, but asked as sent: to a site that redirects in order to
    # add a parameter, the cleaned address would be a loop.
    if clean_address(location, address) is None:
        raise RefusedError(address, "It redirects to what is no http or https address.")
    return str(httpx.URL(urljoin(address, location)))


def _is_worth_repeating(error: BaseException) -> bool:
    return isinstance(error, NoAnswerError) and (error.wait or 0.0) <= MAX_RETRY_AFTER


def _wait(state: RetryCallState) -> float:
    """Return what the host asks for, else a pause that doubles with every attempt."""
    error = state.outcome.exception() if state.outcome else None
    wish = error.wait if isinstance(error, NoAnswerError) else None
    return FIRST_BACKOFF * 2 ** (state.attempt_number - 1) if wish is None else wish
