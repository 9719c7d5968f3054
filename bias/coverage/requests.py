"""Requests as they are sent: where to, for what, and with which headers."""

import re
from collections.abc import Mapping
from functools import lru_cache

import httpx

from bias.coverage.exchanges import Headers
from bias.errors import UsageError
from bias.records import Record

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
# What is unpacked here, piece by piece within the size limit.
_PACKINGS = "gzip, deflate, br"
_PRINTABLE = re.compile(r"[\x20-\x7e]+")
_SENDABLE = re.compile(r"[\x20-\x7e\x80-\xff]*")
# What httpx would send as it stands, so that it need not be asked.
_PLAIN = re.compile(
    r"(https?://[^/?#@]+)((?:/(?!\.)(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-F]{2})*)+"
    r"(?:\?(?:[\w.~!$&()*+,;=:@/?-]|%[0-9A-F]{2})*)?)",
    re.ASCII,
)
_HOSTS = 4096


class Origin(Record, frozen=True):
    """Scheme, host and port of an address."""

    name: str
    """As it stands in the address."""
    header: str
    """What a request names as its ``Host``."""
    host: str
    port: int
    is_secure: bool


class Request(Record, frozen=True):
    """One request, ready to be sent."""

    origin: Origin
    target: bytes
    """Path and query."""
    headers: Headers
    """``Host`` included."""

    def as_sent(self) -> bytes:
        """Return it as HTTP/1.1."""
        lines = "".join(f"{name}: {value}\r\n" for name, value in self.headers)
        return b"GET %s HTTP/1.1\r\n%s\r\n" % (self.target, lines.encode("latin-1"))


def usual_headers(user_agent: str) -> Headers:
    """Return the headers of every request but ``Host``.

    Raises:
        UsageError: the user agent cannot be sent as a header.
    """
    if not _PRINTABLE.fullmatch(user_agent):
        message = "BIAS_USER_AGENT: write printable ASCII"
        raise UsageError(message)
    return (("User-Agent", user_agent), ("Accept", _ACCEPT), ("Accept-Encoding", _PACKINGS))


def request_for(address: str, headers: Headers, conditions: Mapping[str, str]) -> Request:
    """Return the request for an address, percent-encoded where that is missing.

    Of the conditions those are left out that cannot be sent as headers.

    >>> request_for("http://harbour.example/caf\u00e9?a", (), {}).target
    b'/caf%C3%A9?a'

    Raises:
        httpx.InvalidURL, UnicodeError: it is no web address.
    """
    plain = _PLAIN.fullmatch(address)
    if plain:
        origin, target = _origin(plain[1]), plain[2].encode()
    else:
        url = httpx.URL(address)
        origin, target = _origin(f"{url.scheme}://{url.netloc.decode()}"), url.raw_path
    sendable = (pair for pair in conditions.items() if _SENDABLE.fullmatch(pair[1]))
    return Request(origin, target, (("Host", origin.header), *headers, *sendable))


@lru_cache(_HOSTS)
def _origin(name: str) -> Origin:
    url = httpx.URL(name)
    secure = url.scheme == "https"
    port = url.port or (443 if secure else 80)
    return Origin(name, url.netloc.decode(), url.raw_host.decode(), port, secure)
