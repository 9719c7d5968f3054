"""Extraction in a process of its own, which is ended when a page takes more than its budget."""

import atexit
import os
import traceback
from functools import cache

import msgspec

from bias.articles import extract
from bias.bounded import BoundedProcess, serve
from bias.config import Settings
from bias.coverage.times import Window
from bias.encoding import whole_text
from bias.errors import BiasError
from bias.failures import brief
from bias.records import Article, Gap, GapReason, Page, Record

SECONDS = 30.0
"""Longest time one page may take; the slowest of several hundred real ones takes one."""
MEMORY_BYTES = 2 << 30
"""Most memory the process may address, libraries included; real pages leave most of it free."""


class PageFailedError(BiasError):
    """Extraction raised on a page; a note holds the traceback of its process."""


class _Order(Record, frozen=True, kw_only=True):
    page: Page
    window: Window | None
    min_article_words: int
    max_article_chars: int


class _Outcome(Record, frozen=True, kw_only=True):
    found: Article | Gap | None = None
    error: str = ""
    """What was raised, in a line; empty when something was found."""
    trace: str = ""
    memory: bool = False
    """Whether it took more memory than any page should."""


class PageProcess:
    """A process that reads pages, one at a time."""

    def __init__(self, seconds: float = SECONDS) -> None:
        """Take the longest time one page may take; nothing is started before the first."""
        code = "from bias.articles.page_process import serve_pages; serve_pages()"
        self._process = BoundedProcess(code, seconds)
        self._seconds = seconds

    def read(self, page: Page, settings: Settings, window: Window | None) -> Article | Gap:
        """Return the article of a page; a gap where it takes more than any page should.

        Raises:
            PageFailedError: extraction raised on it.
        """
        order = _Order(
            page=page,
            window=window,
            min_article_words=settings.min_article_words,
            max_article_chars=settings.max_article_chars,
        )
        try:
            frame = self._process.ask(msgspec.msgpack.encode(order))
        except TimeoutError:
            seconds = f"{self._seconds:g} seconds"
            return _given_up(page, f"Reading the page takes more than {seconds}; it was given up.")
        except EOFError:
            return _given_up(page, "The process that reads pages ended over it; it was given up.")
        return _found(page, msgspec.msgpack.decode(frame, type=_Outcome))

    def close(self) -> None:
        """End the process, if there is one."""
        self._process.close()


def extract_item(
    item: Page | Gap, settings: Settings, window: Window | None = None
) -> Article | Gap:
    """Do as :func:`bias.articles.extract.extract_item`, within the budget of a page.

    Raises:
        PageFailedError: extraction raised on the page.
    """
    if isinstance(item, Gap):
        return item
    return _process_of(os.getpid()).read(item, settings, window)


@cache
def _process_of(_pid: int) -> PageProcess:
    """Return the reader of this process; one that was forked must not share its parent's pipes."""
    process = PageProcess()
    atexit.register(process.close)
    return process


def _found(page: Page, outcome: _Outcome) -> Article | Gap:
    if outcome.memory:
        return _given_up(page, "Reading the page takes more memory than any page should.")
    if outcome.found is None:
        error = PageFailedError(outcome.error)
        error.add_note(outcome.trace)
        raise error
    return outcome.found


def _given_up(page: Page, detail: str) -> Gap:
    return Gap(
        outlet=page.outlet,
        reason=GapReason.UNREADABLE,
        detail=detail,
        url=page.url,
        title=page.title,
        published=page.published,
    )


# ---------------------------------------------------------------- within the process


def serve_pages() -> None:
    """Read pages from standard input and answer on standard output, until the input ends."""
    serve(_obey, MEMORY_BYTES)


def _obey(frame: bytes) -> bytes:
    order = msgspec.msgpack.decode(frame, type=_Order)
    settings = Settings(
        min_article_words=order.min_article_words, max_article_chars=order.max_article_chars
    )
    try:
        outcome = _Outcome(found=extract.extract_article(order.page, settings, order.window))
        return msgspec.msgpack.encode(outcome)
    except MemoryError:
        outcome = _Outcome(memory=True)
    except Exception as error:  # the parent tells it as the failure of this page
        trace = whole_text(traceback.format_exc())
        outcome = _Outcome(error=brief(error), trace=trace)
    return msgspec.msgpack.encode(outcome)
