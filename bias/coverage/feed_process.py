"""Read feeds in a process of its own, which is ended when a feed takes more than its budget.

No parser can be trusted to bound itself: one tag or one expression can stall it for minutes or fill
the memory. The process is started when the first feed comes and serves all that follow; one that is
ended is replaced. It sees bytes and gives records, and touches neither network nor files.
"""

import atexit
import os
import resource
import selectors
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache
from threading import Lock
from typing import IO

import msgspec

from bias.coverage.feeds import FeedContent, read_feed
from bias.coverage.refusals import RefusedError
from bias.records import Feed, Record

SECONDS = 20.0
"""Longest time one feed may take; 50,000 entries of a sitemap take about three."""
MEMORY_BYTES = 1 << 30
"""Most memory for a feed of the default limit; more in proportion where the limit is raised."""
MEMORY_PER_BYTE = 100

_LENGTH = 8
_CHUNK = 1 << 16


class _Order(Record, frozen=True, kw_only=True):
    body: bytes
    feed: Feed
    outlet: str
    base: str
    limit: int


class _Outcome(Record, frozen=True, kw_only=True):
    content: FeedContent | None = None
    detail: str = ""
    """Why it was refused, empty when it was read."""


class FeedProcess:
    """A process that reads feeds, one at a time; may be asked by several threads."""

    def __init__(self, seconds: float = SECONDS) -> None:
        """Take the longest time one feed may take; nothing is started before the first."""
        self._seconds = seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, body: bytes, feed: Feed, outlet: str, base: str, limit: int) -> FeedContent:
        """Read one feed as :func:`bias.coverage.feeds.read_feed` does.

        Raises:
            RefusedError: it is no feed, or takes more time or memory than any feed should.
        """
        order = _Order(body=body, feed=feed, outlet=outlet, base=base, limit=limit)
        with self._lock:
            outcome = self._ask(msgspec.msgpack.encode(order))
        if outcome.content is None:
            raise RefusedError(base, outcome.detail)
        return outcome.content

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                _the(stream).close()
        process.wait()

    def _ask(self, order: bytes) -> _Outcome:
        for _ in range(2):  # once more where the process had ended between two feeds
            process = self._process = self._process or _start()
            try:
                _write(_the(process.stdin), order)
            except OSError:
                self.close()
                continue
            return self._outcome(process)
        return _Outcome(detail="The process that reads feeds could not be started.")

    def _outcome(self, process: subprocess.Popen[bytes]) -> _Outcome:
        try:
            frame = _read_until(_the(process.stdout), time.monotonic() + self._seconds)
            return msgspec.msgpack.decode(frame, type=_Outcome)
        except TimeoutError:
            detail = f"Reading it takes more than {self._seconds:g} seconds; it was given up."
        except EOFError:
            detail = "The process that reads feeds ended over it; it was given up."
        self.close()
        return _Outcome(detail=detail)


def read_guarded(body: bytes, feed: Feed, outlet: str, base: str, limit: int) -> FeedContent:
    """Read one feed within its budget; see :meth:`FeedProcess.read`."""
    return _process_of(os.getpid()).read(body, feed, outlet, base, limit)


@cache
def _process_of(_pid: int) -> FeedProcess:
    """Return the reader of this process; one that was forked must not share its parent's pipes."""
    process = FeedProcess()
    atexit.register(process.close)
    return process


def _start() -> subprocess.Popen[bytes]:
    # It finds this package where its parent did. Its own session leaves Ctrl-C to the parent, whose
    # end closes the pipe.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-c", "from bias.coverage.feed_process import serve; serve()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    )


# ---------------------------------------------------------------- between the two


def _the(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise EOFError
    return stream


def _write(stream: IO[bytes], frame: bytes) -> None:
    stream.write(len(frame).to_bytes(_LENGTH, "big") + frame)
    stream.flush()


def _read_until(stream: IO[bytes], deadline: float) -> bytes:
    """Return one frame.

    Raises:
        TimeoutError: it has not come by the deadline.
        EOFError: the writer has ended.
    """
    received = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while len(received) < _LENGTH or len(received) < _LENGTH + _size(received):
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TimeoutError
            chunk = os.read(stream.fileno(), _CHUNK)
            if not chunk:
                raise EOFError
            received += chunk
    return bytes(received[_LENGTH:])


def _size(received: bytearray) -> int:
    return int.from_bytes(received[:_LENGTH], "big")


# ---------------------------------------------------------------- within the process


def serve() -> None:
    """Read feeds from standard input and answer on standard output, until the input ends."""
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    while size := given.read(_LENGTH):
        order = msgspec.msgpack.decode(given.read(int.from_bytes(size, "big")), type=_Order)
        _write(answers, msgspec.msgpack.encode(_obey(order)))


def _obey(order: _Order) -> _Outcome:
    most = max(MEMORY_BYTES, MEMORY_PER_BYTE * order.limit)
    with suppress(ValueError, OSError):  # not every system knows this limit
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
    try:
        content = read_feed(order.body, order.feed, order.outlet, order.base, order.limit)
        return _Outcome(content=content)
    except RefusedError as error:
        return _Outcome(detail=error.detail)
    except MemoryError:
        return _Outcome(detail="Reading it takes more memory than any feed should.")
