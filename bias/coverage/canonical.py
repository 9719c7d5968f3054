"""The address that a page names as its own, read from its head without parsing the whole page."""

import re
from html import unescape

from bias.coverage.addresses import clean_address
from bias.coverage.stories import canonical_key

HEAD_BYTES = 300_000
"""How far into a page its head is looked for."""

_LINK = re.compile(rb"<link\b([^<>]{1,4000})>", re.IGNORECASE)
_TITLE = re.compile(rb"<title\b[^>]{0,200}>([^<]{1,1000})", re.IGNORECASE)
_OUTLET = re.compile(r"\s+[|–—-]\s+[^|–—-]{1,60}$")
_REL = re.compile(rb"\brel\s*=\s*[\"']?\s*canonical\b", re.IGNORECASE)
_HREF = re.compile(rb"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)


def page_title(body: bytes) -> str:
    """Return the title of a page without the outlet's name behind it, empty when it has none.

    >>> page_title(b"<title>Ferry sails again | Harbour Gazette</title>")
    'Ferry sails again'
    """
    found = _TITLE.search(body, 0, HEAD_BYTES)
    text = unescape(found.group(1).decode("utf-8", "replace")) if found else ""
    return _OUTLET.sub("", " ".join(text.split()))


def canonical_story(body: bytes, announced: str, answered: str) -> str | None:
    """Return the key of the story that a page says it is; ``None`` where it says nothing sound.

    >>> page = b'<link rel="canonical" href="/news/ferry-sails-again">'
    >>> canonical_story(page, "https://m.h.example/7", "https://m.h.example/7")
    'h.example/news/ferry-sails-again'
    """
    links = (link.group(1) for link in _LINK.finditer(body, 0, HEAD_BYTES))
    canonical = next((link for link in links if _REL.search(link)), b"")
    found = _HREF.search(canonical)
    if found is None:
        return None
    href = next(group for group in found.groups() if group is not None)
    address = clean_address(unescape(href.decode("utf-8", "replace")), answered)
    return canonical_key(address, [announced, answered]) if address else None
