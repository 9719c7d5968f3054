"""One request over the guarded network, and what it was answered or why it was not."""

import re
import time
from collections.abc import Callable
from contextlib import closing

import httpx

from bias.config import Settings
from bias.coverage.answers import Limit, read_exchange
from bias.coverage.exchanges import Exchange
from bias.coverage.guard import Deadline, GuardedTransport, PrivateHostError, Resolve, resolve_host
from bias.coverage.refusals import NoAnswerError, RefusedError
from bias.errors import UsageError

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
# What is unpacked here, piece by piece within the size limit.
_PACKINGS = "gzip, deflate, br"
_PRINTABLE = re.compile(r"[\x20-\x7e]+")


class Asker:
    """Makes requests, each bounded in time and size; several threads may use one."""

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], float] = time.monotonic,
        resolve: Resolve = resolve_host,
    ) -> None:
        """Take the limits from the settings.

        Raises:
            UsageError: the user agent cannot be sent as a header.
        """
        self.deadline = Deadline(clock)
        self._settings = settings
        self._headers = _headers(settings.user_agent)
        # The transport alone: httpx's client would add cookies, proxies and redirects of its own.
        self._transport = GuardedTransport(
            self.deadline, allow_private=settings.allow_private_hosts, resolve=resolve
        )

    def close(self) -> None:
        """Close all connections."""
        self._transport.close()

    def ask(
        self, address: str, limit: Limit, conditions: dict[str, str]
    ) -> tuple[Exchange, RefusedError | None]:
        """Make one request; returns what was exchanged, and why the answer is refused if it is.

        Raises:
            NoAnswerError: no connection, or no whole answer in time.
            RefusedError: a private host, or no web address.
        """
        self.deadline.resume()
        try:
            request = httpx.Request("GET", address, headers=self._headers | conditions)
            with closing(self._transport.handle_request(request)) as response:
                return read_exchange(response, request, address, limit, self._settings.clock())
        except (httpx.InvalidURL, UnicodeError) as error:
            raise RefusedError(address, "It is no http or https address.") from error
        except PrivateHostError as error:
            detail = "Its host is not on the public internet (BIAS_ALLOW_PRIVATE_HOSTS)."
            raise RefusedError(address, detail) from error
        except httpx.TimeoutException as error:
            raise NoAnswerError.late(address, self._settings.timeout_seconds) from error
        except httpx.ConnectError as error:
            raise NoAnswerError(address, "No connection to its host could be made.") from error
        except httpx.TransportError as error:
            raise NoAnswerError(address, "The connection broke off.") from error
        finally:
            self.deadline.pause()


def _headers(user_agent: str) -> dict[str, str]:
    if not _PRINTABLE.fullmatch(user_agent):
        message = "BIAS_USER_AGENT: write printable ASCII"
        raise UsageError(message)
    return {"User-Agent": user_agent, "Accept": _ACCEPT, "Accept-Encoding": _PACKINGS}
