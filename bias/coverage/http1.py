"""Read one HTTP/1.1 answer from a connection, its head first, its body piece by piece.

llhttp does the parsing, as in Node: through httptools it takes a tenth of h11's time.
"""

import re
from collections.abc import Callable, Iterator

import httpcore
from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

MAX_HEAD = 100 * 1024
"""Most bytes of a head, interim answers (103 Early Hints) included."""

RawHeaders = list[tuple[bytes, bytes]]

_CHUNK = 64 * 1024
_INTERIM = range(100, 200)
_HEAD_END = re.compile(rb"\n\r?\n")
_LENGTH = re.compile(rb"\ncontent-length[ \t]*:([\d, \t]+)\r?(?=\n)", re.IGNORECASE)


class Response:
    """One answer while it is read."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        """Read from a stream as far as the body.

        Raises:
            httpcore.RemoteProtocolError: it is no HTTP, breaks off or has too long a head.
        """
        self._stream = stream
        self._told, self._parser = _begun()
        self._read_head()

    @property
    def status(self) -> int:
        """The status, 200 and above."""
        return self._told.status

    @property
    def headers(self) -> RawHeaders:
        """Names and values as sent, those behind the body left out."""
        return self._told.headers

    @property
    def leaves_connection(self) -> bool:
        """Whether all was read, and the connection can be asked again."""
        return self._told.is_whole and self._told.stays_open and not self._told.has_more

    def body(self) -> Iterator[bytes]:
        """Yield the body as sent, without the marks of its chunks.

        Raises:
            httpcore.RemoteProtocolError: it breaks off, or the chunks are no chunks.
        """
        told = self._told
        while True:
            pieces, told.pieces = told.pieces, []
            yield from pieces
            if told.is_whole:
                return
            self._feed(self._stream.read(_CHUNK))

    def close(self) -> None:
        """Let go of the parser, which holds what it tells."""
        del self._parser

    def _read_head(self) -> None:
        taken = bytearray()
        while not self._told.has_head:
            data = self._more_of_head(taken)
            try:
                self._feed(data)
            except httpcore.RemoteProtocolError:
                mended = self._mended(taken)
                if mended == taken:
                    raise
                self._told, self._parser = _begun()
                self._feed(mended)

    def _more_of_head(self, taken: bytearray) -> bytes:
        if len(taken) > MAX_HEAD:
            raise _broken("The head is too long")
        data = self._stream.read(_CHUNK)
        taken += data
        return data

    def _mended(self, taken: bytearray) -> bytes:
        """Return a head that the parser refused with its length once."""
        while not _HEAD_END.search(taken) and self._more_of_head(taken):
            pass
        return with_one_length(bytes(taken))

    def _feed(self, data: bytes) -> None:
        told = self._told
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            if not told.is_whole:
                raise _broken(str(error)) from error
            told.has_more = True
        if not data and not told.is_whole:
            if not (told.has_head and told.ends_with_connection):
                raise _broken("The connection was closed within the answer")
            told.is_whole = True


class _Told:
    """What the parser tells of an answer."""

    status_now: Callable[[], int]
    stays_open_now: Callable[[], bool]

    def __init__(self) -> None:
        self.status = 0
        self.headers: RawHeaders = []
        self.pieces: list[bytes] = []
        self.has_head = False
        self.is_whole = False
        self.has_more = False
        """Whether something came behind it, for which nobody had asked."""
        self.stays_open = False
        self.ends_with_connection = False

    def on_message_begin(self) -> None:
        self.has_more = self.is_whole

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self.has_head:  # else it stands behind the body
            self.headers.append((name.strip(), value.strip()))

    def on_headers_complete(self) -> None:
        if not self.has_head:
            self.status = self.status_now()
            self.has_head = self.status not in _INTERIM
            self.ends_with_connection = _ends_with_connection(self.headers)

    def on_body(self, body: bytes) -> None:
        if not self.is_whole:
            self.pieces.append(body)

    def on_message_complete(self) -> None:
        if not self.has_head:  # "continue", or hints: the answer is still to come
            self.headers = []
        elif not self.is_whole:
            self.stays_open = self.stays_open_now()
            self.is_whole = True


def _begun() -> tuple[_Told, HttpResponseParser]:
    told = _Told()
    parser = HttpResponseParser(told)
    # Whoever confuses the parser deceives nobody: a connection serves one host, one request after
    # the other.
    parser.set_dangerous_leniencies(
        lenient_headers=True,
        lenient_chunked_length=True,
        lenient_keep_alive=True,
        lenient_transfer_encoding=True,
        lenient_optional_cr_before_lf=True,
        lenient_optional_lf_after_cr=True,
        lenient_spaces_after_chunk_size=True,
    )
    told.status_now, told.stays_open_now = parser.get_status_code, parser.should_keep_alive
    return told, parser


def _ends_with_connection(headers: RawHeaders) -> bool:
    """Return whether an answer has no end of its own (RFC 9112, section 6.3)."""
    coded = [value.lower() for name, value in headers if name.lower() == b"transfer-encoding"]
    if coded:
        return b"chunked" not in coded[-1]
    return not any(name.lower() == b"content-length" for name, _ in headers)


def with_one_length(answer: bytes) -> bytes:
    r"""Return an answer whose head names its length once, where it named the same several times.

    >>> with_one_length(b"HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nwords")
    b'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwords'
    """
    end = _HEAD_END.search(answer)
    head = answer[: end.end()] if end else answer
    named = [each.strip() for found in _LENGTH.findall(head) for each in found.split(b",")]
    if len(set(named)) != 1:
        return answer
    once = iter([b"\nContent-Length: " + named[0] + b"\r"])
    return _LENGTH.sub(lambda _: next(once, b""), head) + answer[len(head) :]


def _broken(message: str) -> httpcore.RemoteProtocolError:
    return httpcore.RemoteProtocolError(message)
