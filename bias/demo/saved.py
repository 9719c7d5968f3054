"""Pages saved as they were: their bytes, and the title they give themselves."""

import gzip
import html
import re
import zlib
from functools import lru_cache
from pathlib import Path

from bias.errors import DataError

_GZIP = b"\x1f\x8b"
_OPENING = re.compile(rb"<title[^<>]{0,500}>", re.IGNORECASE)
_TITLE_BYTES = 2_000


def read_saved(path: Path) -> bytes:
    """Return the page that was saved, byte for byte, unpacked if it is gzip.

    Raises:
        DataError: the file cannot be read or unpacked.
    """
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if data.startswith(_GZIP) else data
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(f"{path}: cannot be read ({error}); save the page again") from error


@lru_cache(maxsize=4096)
def saved_title(path: Path) -> str:
    """Return the words of a saved page's ``<title>``, empty when it has none or is unreadable."""
    try:
        return title_of(read_saved(path))
    except DataError:
        return ""


def title_of(page: bytes) -> str:
    r"""Return the words of a page's first ``<title>``, on one line; empty when it has none.

    >>> title_of(b"<TITLE>Ferry runs &amp;\n sails</TITLE>")
    'Ferry runs & sails'
    """
    opening = _OPENING.search(page)
    if not opening:
        return ""
    start = page[opening.end() : opening.end() + _TITLE_BYTES]
    words = start.partition(b"<")[0].decode("utf-8", errors="replace")
    return " ".join(html.unescape(words).split())


def content_type_of(page: bytes) -> str:
    """Return the content type to serve a saved page with: its encoding only where it is UTF-8."""
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return "text/html"
    return "text/html; charset=utf-8"
