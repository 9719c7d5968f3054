"""Open connections, one for each host, each used again for the next request.

Neither httpx nor the pool of httpcore, which take most of the time of a request: a host is asked
one thing at a time, in HTTP/1.1, and nobody wants cookies, proxies or redirects of theirs.
"""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from ssl import SSLContext
from threading import Lock

import httpcore
import httpx

from bias.coverage.deadlines import Deadline
from bias.coverage.guard import GuardedNetwork, Resolve
from bias.coverage.http1 import Response
from bias.coverage.requests import Origin, Request

MAX_IDLE = 64
"""Most connections that are kept open without a request."""
KEEPALIVE_SECONDS = 30.0
"""How long an idle connection is kept: longer than the pause between two requests."""


class _Connection:
    """A connection to one host."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self.stream = stream
        self._rests_since = time.monotonic()

    def rest(self) -> None:
        self._rests_since = time.monotonic()

    @property
    def is_good(self) -> bool:
        """Whether it may be asked again: what can be read now is its end, or nothing asked for."""
        old = time.monotonic() - self._rests_since > KEEPALIVE_SECONDS
        return not (old or self.stream.get_extra_info("is_readable"))


class Connections:
    """Connections over the guarded network; several threads may use one."""

    def __init__(self, deadline: Deadline, *, allow_private: bool, resolve: Resolve) -> None:
        """Take the shared deadline, whether private hosts are allowed, and a name resolver."""
        self._network = GuardedNetwork(deadline, allow_private=allow_private, resolve=resolve)
        self._idle: dict[str, _Connection] = {}
        self._guard = Lock()

    @contextmanager
    def answer(self, request: Request) -> Iterator[Response]:
        """Make a request; its answer can be read while the block runs.

        Raises:
            PrivateHostError: the host has no address on the public internet.
            httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError: no answer.
        """
        connection = self._connection(request.origin)
        stays = False
        try:
            with suppress(httpcore.WriteError):  # who hangs up early may have answered before
                connection.stream.write(request.as_sent())
            with closing(Response(connection.stream)) as response:
                yield response
                stays = response.leaves_connection
        finally:
            self._leave(request.origin.name, connection, stays=stays)

    def close(self) -> None:
        """Close all connections."""
        with self._guard:
            idle, self._idle = self._idle, {}
        for connection in idle.values():
            connection.stream.close()

    def _connection(self, origin: Origin) -> _Connection:
        with self._guard:
            connection = self._idle.pop(origin.name, None)
        if connection and connection.is_good:
            return connection
        if connection:
            connection.stream.close()
        return self._opened(origin)

    def _opened(self, origin: Origin) -> _Connection:
        stream = self._network.connect_tcp(origin.host, origin.port)
        if not origin.is_secure:
            return _Connection(stream)
        try:
            return _Connection(stream.start_tls(_tls(), origin.host))
        except BaseException:
            stream.close()
            raise

    def _leave(self, name: str, connection: _Connection, *, stays: bool) -> None:
        """Keep a connection for the next request to its host, or close it."""
        unwanted: _Connection | None = connection
        if stays:
            connection.rest()
            with self._guard:
                unwanted = self._idle.pop(name, None)
                if unwanted is None and len(self._idle) >= MAX_IDLE:
                    unwanted = self._idle.pop(next(iter(self._idle)))
                self._idle[name] = connection
        if unwanted:
            unwanted.stream.close()


@cache
def _tls() -> SSLContext:
    context = httpx.create_ssl_context()
    context.set_alpn_protocols(["http/1.1"])
    return context
