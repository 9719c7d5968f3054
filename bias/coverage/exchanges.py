"""One request and what it was answered, as a WARC keeps it."""

from bias.coverage.refusals import status_phrase
from bias.records import Record

Headers = tuple[tuple[str, str], ...]
"""Names and values of a header block, in the order sent, as Latin-1 text."""

REDIRECTS = (301, 302, 303, 307, 308)
NOT_MODIFIED = 304


class Exchange(Record, frozen=True, kw_only=True):
    """One request over the network and its answer."""

    url: str
    """The address that was asked."""
    at: str
    """When it was answered, ISO 8601 in UTC."""
    request: Headers = ()
    """Headers as sent, ``Host`` included."""
    status: int
    headers: Headers = ()
    """Headers as received; how the body was packed for the way stands there still."""
    body: bytes = b""
    """Unpacked, as far as it was read."""
    truncated: bool = False
    """Whether there was more of the body than was read."""

    @property
    def reason(self) -> str:
        """The standard name of the status, empty when it has none."""
        return status_phrase(self.status)

    def header(self, name: str) -> str:
        """Return the values of a header, joined by commas; empty when it is missing."""
        return value_of(self.headers, name)


def value_of(headers: Headers, name: str) -> str:
    """Return the values of a header, its name in lower case; empty when it is missing."""
    return ", ".join(value for key, value in headers if key.lower() == name)
