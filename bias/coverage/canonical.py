"""The address that a page names as its own, read from its head without parsing the whole page."""

import re
from html import unescape

from bias.coverage.addresses import clean_address
from bias.coverage.stories import canonical_key

HEAD_BYTES = 300_000
"""How far into a page its head is looked for."""

_LINK = re.compile(rb"<link\b([^<>]{1,4000})>", re.IGNORECASE)
_META = re.compile(rb"<meta\b([^<>]{1,4000})>", re.IGNORECASE)
_OG_URL = re.compile(rb"\bproperty\s*=\s*[\"']?\s*og:url\b", re.IGNORECASE)
_CONTENT = re.compile(rb"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
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


def named_address(body: bytes) -> str | None:
    """Return the whole address that a page names as its own, canonical or shared, if any."""
    links = (link.group(1) for link in _LINK.finditer(body, 0, HEAD_BYTES))
    metas = (meta.group(1) for meta in _META.finditer(body, 0, HEAD_BYTES))
    named = [_HREF.search(link) for link in links if _REL.search(link)]
    shared = [_CONTENT.search(meta) for meta in metas if _OG_URL.search(meta)]
    values = (_value(found) for found in (*named, *shared) if found)
    return next((address for value in values if (address := clean_address(value))), None)


def _value(found: re.Match[bytes]) -> str:
    group = next(group for group in found.groups() if group is not None)
    return unescape(group.decode("utf-8", "replace"))


def canonical_story(
    body: bytes, announced: str, answered: str, *, any_path: bool = False
) -> str | None:
    """Return the key of the story that a page says it is; ``None`` where it says nothing sound.

    With ``any_path`` the address may be a section's, so that titles must be compared too.

    >>> page = b'<link rel="canonical" href="/news/ferry-sails-again">'
    >>> canonical_story(page, "https://m.h.example/7", "https://m.h.example/7")
    'h.example/news/ferry-sails-again'
    """
    links = (link.group(1) for link in _LINK.finditer(body, 0, HEAD_BYTES))
    canonical = next((link for link in links if _REL.search(link)), b"")
    found = _HREF.search(canonical)
    if found is None:
        return None
    address = clean_address(_value(found), answered)
    return canonical_key(address, [announced, answered], any_path=any_path) if address else None
