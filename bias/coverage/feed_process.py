"""Feeds read in a process of its own, which is ended when one takes more than its budget."""

import atexit
import os
from functools import cache

import msgspec

from bias.bounded import BoundedProcess, bound_memory, serve
from bias.coverage.feeds import FeedContent, read_feed
from bias.coverage.refusals import RefusedError
from bias.records import Feed, Record

SECONDS = 20.0
"""Longest time one feed may take; 50,000 entries of a sitemap take about three."""
MEMORY_BYTES = 1 << 30
"""Most memory for a feed of the default limit; more in proportion where the limit is raised."""
MEMORY_PER_BYTE = 100


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
        code = "from bias.coverage.feed_process import serve_feeds; serve_feeds()"
        self._process = BoundedProcess(code, seconds)
        self._seconds = seconds

    def read(self, body: bytes, feed: Feed, outlet: str, base: str, limit: int) -> FeedContent:
        """Read one feed as :func:`bias.coverage.feeds.read_feed` does.

        Raises:
            RefusedError: it is no feed, or takes more time or memory than any feed should.
        """
        order = _Order(body=body, feed=feed, outlet=outlet, base=base, limit=limit)
        outcome = self._ask(msgspec.msgpack.encode(order))
        if outcome.content is None:
            raise RefusedError(base, outcome.detail)
        return outcome.content

    def close(self) -> None:
        """End the process, if there is one."""
        self._process.close()

    def _ask(self, order: bytes) -> _Outcome:
        try:
            return msgspec.msgpack.decode(self._process.ask(order), type=_Outcome)
        except TimeoutError:
            detail = f"Reading it takes more than {self._seconds:g} seconds; it was given up."
        except EOFError:
            detail = "The process that reads feeds ended over it; it was given up."
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


# ---------------------------------------------------------------- within the process


def serve_feeds() -> None:
    """Read feeds from standard input and answer on standard output, until the input ends."""
    serve(_obey, MEMORY_BYTES)


def _obey(frame: bytes) -> bytes:
    order = msgspec.msgpack.decode(frame, type=_Order)
    bound_memory(max(MEMORY_BYTES, MEMORY_PER_BYTE * order.limit))
    try:
        content = read_feed(order.body, order.feed, order.outlet, order.base, order.limit)
        outcome = _Outcome(content=content)
    except RefusedError as error:
        outcome = _Outcome(detail=error.detail)
    except MemoryError:
        outcome = _Outcome(detail="Reading it takes more memory than any feed should.")
    return msgspec.msgpack.encode(outcome)
