"""The network as the client sees it: one time limit over everything, and no private hosts.

httpcore limits each read, so a server that drips one byte a second is never late; and it resolves a
name inside the connection, so a check beforehand can be answered differently a moment later. Both
are settled here, below it, where the bytes go through.
"""

import ipaddress
import socket
from collections.abc import Callable, Iterable
from ssl import SSLContext
from typing import Any

import httpcore

from bias.coverage.deadlines import Deadline

Resolve = Callable[[str, int], list[str]]

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_IPV4_BITS = 0xFFFFFFFF


class PrivateHostError(Exception):
    """A name leads to addresses that are not on the public internet."""


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


class GuardedNetwork(httpcore.NetworkBackend):
    """Connects to hosts on the public internet, within a deadline."""

    def __init__(self, deadline: Deadline, *, allow_private: bool, resolve: Resolve) -> None:
        """Take the shared deadline, whether private hosts are allowed, and a name resolver."""
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
        """Connect to a host.

        Raises:
            PrivateHostError: it has no address on the public internet.
        """
        # To the very address that was judged: asking for the name again could give another.
        addresses = self._permitted(host, port)
        for left, address in zip(range(len(addresses), 0, -1), addresses, strict=True):
            try:
                share = self._deadline.within(timeout) / left
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
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        seconds = self._deadline.within(timeout)
        return _Stream(
            self._stream.start_tls(ssl_context, server_hostname, seconds), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
