"""One request over the guarded network, and what it was answered or why it was not."""

import time
from collections.abc import Callable

import httpcore
import httpx

from bias.config import Settings
from bias.coverage.answers import Limit, read_exchange
from bias.coverage.connections import Connections
from bias.coverage.deadlines import Deadline
from bias.coverage.exchanges import Exchange
from bias.coverage.guard import PrivateHostError, Resolve, resolve_host
from bias.coverage.refusals import NoAnswerError, RefusedError
from bias.coverage.requests import request_for, usual_headers


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
        self._headers = usual_headers(settings.user_agent)
        self._connections = Connections(
            self.deadline, allow_private=settings.allow_private_hosts, resolve=resolve
        )

    def close(self) -> None:
        """Close all connections."""
        self._connections.close()

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
            request = request_for(address, self._headers, conditions)
            with self._connections.answer(request) as response:
                now = self._settings.clock()
                return read_exchange(response, request.headers, address, limit, now)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise RefusedError(address, "It is no http or https address.") from error
        except PrivateHostError as error:
            detail = "Its host is not on the public internet (BIAS_ALLOW_PRIVATE_HOSTS)."
            raise RefusedError(address, detail) from error
        except httpcore.TimeoutException as error:
            raise NoAnswerError.late(address, self._settings.timeout_seconds) from error
        except httpcore.ConnectError as error:
            raise NoAnswerError(address, "No connection to its host could be made.") from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise NoAnswerError(address, "The connection broke off.") from error
        finally:
            self.deadline.pause()
