"""The network as the client sees it: one time limit over everything, and no private hosts.

httpx limits each read, so a server that drips one byte a second is never late; and it resolves a
name inside the connection, so a check beforehand can be answered differently a moment later. Both
are settled here, below httpx, where the bytes go through.
"""

import ipaddress
import math
import socket
import threading
from collections.abc import Callable, Iterable
from functools import cache
from ssl import SSLContext
from typing import Any

import httpcore
import httpx

Clock = Callable[[], float]
Resolve = Callable[[str, int], list[str]]

MAX_CONNECTIONS = 64
"""Most connections open at once; a host has one at a time."""
KEEPALIVE_SECONDS = 30.0
"""How long an idle connection is kept: longer than the pause between two requests."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_IPV4_BITS = 0xFFFFFFFF


class PrivateHostError(Exception):
    """A name leads to addresses that are not on the public internet."""


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


class GuardedTransport(httpx.HTTPTransport):
    """httpx's own transport, over a network with a deadline and without private hosts."""

    def __init__(self, deadline: Deadline, *, allow_private: bool, resolve: Resolve) -> None:
        """Take the shared deadline, whether private hosts are allowed, and a name resolver."""
        super().__init__(verify=_tls())
        # httpx 0.28 takes no network backend; httpcore's pool, which it wraps, does.
        self._pool = httpcore.ConnectionPool(
            ssl_context=_tls(),
            max_connections=MAX_CONNECTIONS,
            max_keepalive_connections=MAX_CONNECTIONS,
            keepalive_expiry=KEEPALIVE_SECONDS,
            network_backend=_Backend(deadline, allow_private, resolve),
        )


@cache
def _tls() -> SSLContext:
    return httpx.create_ssl_context()


def resolve_host(host: str, port: int) -> list[str]:
    """Return the numeric addresses of a host, in the system's order of preference.

    Raises:
        OSError: the name is unknown.
        UnicodeError: it is no name.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def is_public(address: str) -> bool:
    """Return whether a numeric address is on the public internet.

    IPv4 inside IPv6 (mapped, 6to4, NAT64) is judged by the IPv4 address it leads to.

    >>> [is_public(each) for each in ("93.184.216.34", "127.0.0.1", "::ffff:10.0.0.1", "fe80::1%2")]
    [True, False, False, False]
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & _IPV4_BITS)
        ip = inner or ip
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


# ---------------------------------------------------------------- below httpcore


class _Backend(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline, allow_private: bool, resolve: Resolve) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._resolve = resolve
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        # To the very address that was judged: asking for the name again could give another.
        addresses = self._permitted(host, port)
        for left, address in zip(range(len(addresses), 0, -1), addresses, strict=True):
            try:
                share = _seconds(self._deadline, timeout) / left
                stream = self._network.connect_tcp(
                    address, port, share, local_address, socket_options
                )
                return _Stream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if left == 1:
                    raise
        message = f"{host} has no address"
        raise httpcore.ConnectError(message)

    def _permitted(self, host: str, port: int) -> list[str]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        permitted = [each for each in addresses if self._allow_private or is_public(each)]
        if addresses and not permitted:
            raise PrivateHostError(host)
        return permitted


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _seconds(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _seconds(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        seconds = _seconds(self._deadline, timeout)
        return _Stream(
            self._stream.start_tls(ssl_context, server_hostname, seconds), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _seconds(deadline: Deadline, timeout: float | None) -> float:
    left = min(deadline.left(), math.inf if timeout is None else timeout)
    if left <= 0:
        message = "the time limit of the whole answer is used up"
        raise httpcore.ReadTimeout(message)
    return left
