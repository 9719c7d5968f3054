"""Articles of a file: a text, a page, a WARC, or a PDF with its text in it.

What a file is, its first bytes say; of a WARC its name, since its pages are read one by one.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from bias.articles.guarded import extract_safely
from bias.articles.plain_text import read_plain_text
from bias.config import Settings
from bias.coverage.addresses import clean_address, outlet_of
from bias.coverage.canonical import named_address
from bias.errors import UsageError
from bias.given.pdf import PDF, pdf_text
from bias.imports.found import RawPage, Skipped
from bias.imports.warcs import read_warc
from bias.records import Article, Outlet, Page
from bias.text import slug
from bias.texts import article_of, headed

if TYPE_CHECKING:
    from bias.storage import ArticleOrGap

MAX_BYTES = 20_000_000
"""Largest file that is read as one text or page."""
STANDARD_INPUT = "-"

_HEAD = 200
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_WARC = (".warc", ".warc.gz", ".arc", ".arc.gz")


def read_file(
    settings: Settings, source: str, name: str, outlets: Sequence[Outlet]
) -> Iterator["ArticleOrGap"]:
    """Yield the article of a file or of standard input (``-``), or those of a WARC, or gaps.

    Args:
        settings: limits of a page.
        source: the path, or ``-``.
        name: the outlet of a text; the name of the file where it is empty.
        outlets: the declared ones, which the address of a page may belong to.

    Raises:
        UsageError: it is not there, is too large, or cannot be read as what it is.
    """
    if source.lower().endswith(_WARC):
        yield from _read_warc(settings, source, outlets)
    else:
        yield read_body(settings, source, read_source(source), name, outlets)


def read_body(
    settings: Settings, source: str, body: bytes, name: str, outlets: Sequence[Outlet]
) -> "ArticleOrGap":
    """Return the article or gap of what is in a file: a text, a page or a PDF.

    Args:
        settings: limits of a page.
        source: what to call it in messages, and its outlet where that is not to be seen from it.
        body: its bytes.
        name: the outlet of a text; taken from ``source`` where it is empty.
        outlets: the declared ones, which the address of a page may belong to.

    Raises:
        UsageError: it is a PDF that cannot be read.
    """
    if is_page(body):
        return extract_safely(_saved_page(source, body, outlets), settings)
    text = pdf_text(body, source).encode() if body.startswith(PDF) else body
    return _text(text, name or _file_name(source))


def is_page(body: bytes) -> bool:
    """Return whether bytes are a page of the web.

    >>> is_page(b" <!DOCTYPE html><p>Rain fell."), is_page(b"Rain fell.")
    (True, False)
    """
    return _PAGE.match(body[:_HEAD]) is not None


def read_source(source: str) -> bytes:
    """Return what is in a file, or comes on standard input (``-``).

    Raises:
        UsageError: it is not there, cannot be read, or is too large.
    """
    with _opened(source) as stream:
        body = stream.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        message = f"{source}: larger than {MAX_BYTES // 1_000_000} MB; give the text of one article"
        raise UsageError(message)
    return body


@contextmanager
def _opened(source: str) -> Iterator[IO[bytes]]:
    try:
        if source == STANDARD_INPUT:
            yield sys.stdin.buffer
            return
        with Path(source).open("rb") as stream:
            yield stream
    except (OSError, ValueError) as error:  # a path may hold what no path can
        reason = getattr(error, "strerror", None) or error
        message = f"{source}: {reason}; give a file, an address, or - for standard input"
        raise UsageError(message) from error


def _file_name(source: str) -> str:
    return "standard input" if source == STANDARD_INPUT else Path(source).stem


def _text(body: bytes, outlet: str) -> Article:
    plain = read_plain_text(body)
    title, text = headed(plain.text)
    # Only a whole text is read anew: of what cannot be decoded, the first reading knows how much.
    rest = read_plain_text(text.encode()) if title and not plain.broken else plain
    return article_of(rest, outlet, title="" if rest is plain else title)


def _saved_page(source: str, body: bytes, outlets: Sequence[Outlet]) -> Page:
    url = named_address(body) or ""
    outlet = outlet_of(url, outlets).id if url else slug(_file_name(source)) or "page"
    return _page(outlet, url or source, body, "text/html")


def _page(outlet: str, url: str, body: bytes, content_type: str) -> Page:
    return Page(
        outlet=outlet,
        url=url,
        final_url=url,
        status=200,
        content_type=content_type,
        fetched_at="",
        body=body,
    )


def _read_warc(
    settings: Settings, source: str, outlets: Sequence[Outlet]
) -> Iterator["ArticleOrGap"]:
    with _opened(source):
        pass  # so that what cannot be read is told as of any file
    found = 0
    for raw in read_warc(Path(source), settings.max_page_bytes):
        if isinstance(raw, Skipped):
            message = f"{raw.place}: {raw.reason}"
            raise UsageError(message)
        found += 1
        yield extract_safely(_page_of_record(raw, outlets), settings)
    if not found:
        message = f"{source}: holds no page; give a WARC with answers of type text/html"
        raise UsageError(message)


def _page_of_record(raw: RawPage, outlets: Sequence[Outlet]) -> Page:
    url = clean_address(raw.url) or ""
    outlet = raw.outlet if raw.outlet_is_id else outlet_of(url, outlets).id if url else "page"
    return _page(outlet, url or raw.place, raw.body, raw.content_type)
