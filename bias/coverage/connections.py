"""Open connections, one for each host, each used again for the next request.

httpcore alone: the client of httpx above it would add cookies, proxies and redirects of its own,
and takes half of the time of a request. No pool either: a host is asked one thing at a time.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from ssl import SSLContext
from threading import Lock

import httpcore
import httpx

from bias.coverage.deadlines import Deadline
from bias.coverage.guard import GuardedNetwork, Resolve
from bias.coverage.requests import Request

MAX_IDLE = 64
"""Most connections that are kept open without a request."""
KEEPALIVE_SECONDS = 30.0
"""How long an idle connection is kept: longer than the pause between two requests."""


class Connections:
    """Connections over the guarded network; several threads may use one."""

    def __init__(self, deadline: Deadline, *, allow_private: bool, resolve: Resolve) -> None:
        """Take the shared deadline, whether private hosts are allowed, and a name resolver."""
        self._network = GuardedNetwork(deadline, allow_private=allow_private, resolve=resolve)
        self._idle: dict[str, httpcore.HTTPConnection] = {}
        self._guard = Lock()

    @contextmanager
    def answer(self, request: Request) -> Iterator[httpcore.Response]:
        """Make a request; its answer can be read while the block runs.

        Raises:
            PrivateHostError: the host has no address on the public internet.
            httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError: no answer.
        """
        connection = self._connection(request)
        try:
            with closing(connection.handle_request(request.made())) as response:
                yield response
        finally:
            self._keep(request.origin.name, connection)

    def close(self) -> None:
        """Close all connections."""
        with self._guard:
            idle, self._idle = self._idle, {}
        for connection in idle.values():
            connection.close()

    def _connection(self, request: Request) -> httpcore.HTTPConnection:
        with self._guard:
            connection = self._idle.pop(request.origin.name, None)
        if connection and not connection.has_expired():
            return connection
        if connection:
            connection.close()
        return httpcore.HTTPConnection(
            request.origin.place,
            ssl_context=_tls() if request.origin.is_secure else None,
            keepalive_expiry=KEEPALIVE_SECONDS,
            network_backend=self._network,
        )

    def _keep(self, name: str, connection: httpcore.HTTPConnection) -> None:
        """Keep a connection for the next request to its host, unless its answer was cut short."""
        unwanted: httpcore.HTTPConnection | None = connection
        if connection.is_available():
            with self._guard:
                unwanted = self._idle.pop(name, None)
                if unwanted is None and len(self._idle) >= MAX_IDLE:
                    unwanted = self._idle.pop(next(iter(self._idle)))
                self._idle[name] = connection
        if unwanted:
            unwanted.close()


@cache
def _tls() -> SSLContext:
    return httpx.create_ssl_context()
