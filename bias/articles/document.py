"""A page made readable: its bytes decoded, cut to a bounded size and parsed once.

Everything the extractors see comes through here, so that a hostile page (binary, wrongly declared,
five megabytes of nested elements) is turned away or cut before any of them spends time on it.
"""

import re

import lxml.html
import msgspec
from lxml import etree

from bias.articles.characters import clean_references
from bias.articles.encoding import decode
from bias.records import GapReason, Page

MAX_MARKUP_CHARS = 3_000_000
"""Markup beyond this is not parsed; the longest of several hundred real pages has 2.9 million."""
MAX_ELEMENTS = 30_000
"""A page with more elements is not read; real pages have 500 to 10,000."""
MAX_TEXT_CHARS = 600_000
"""Text beyond this is dropped before extraction; three times the longest article that is read."""
MAX_ATTRIBUTES = 4_000
"""A page with more in one tag is not read: the parser compares each with every other."""
MAX_COMPARISONS = 30_000_000
"""A page whose tags ask for more such comparisons is not read; real pages ask for 9 million."""
MAX_TAIL_BYTES = 10_000
"""How far before the end of an answer the end of its markup is looked for."""
MAX_BROKEN_SHARE = 0.02
"""Share of undecodable or control characters from which a page counts as unreadable."""

_WEB_TYPES = ("", "text/html", "application/xhtml+xml", "text/xml", "application/xml")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_UNREAD_TAGS = ("style", "svg", "template", "iframe", "object", "embed", "canvas")
# Consumes what it looks at, so that it goes over any markup once. A script runs to its end.
_TAG = re.compile(
    r"<(?:script|style)\b(?:[^<]++|<(?!/(?:script|style)))*+"
    r"|<[a-z](?:[^\"'>]++|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+",
    re.IGNORECASE | re.DOTALL,
)
_CONTAINER = re.compile(rb"<(/?)(?:div|article|main|section)\b", re.IGNORECASE)
"""Elements whose end must not be left out."""
_SCRIPT = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*+\"?|'[^']*+'?")
_FEW_ATTRIBUTES_CHARS = 200


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One page as the extractors read it."""

    url: str
    tree: lxml.html.HtmlElement
    """Parsed markup without styles and drawings; scripts are kept for their JSON-LD."""
    elements: int
    """How many elements the page has, at most ``MAX_ELEMENTS``."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why a page is not read at all."""

    reason: GapReason
    detail: str


def is_ended(body: bytes) -> bool:
    """Return whether an answer ends as a page does.

    Some pages leave out the tags at their end, but none of 412 real ones ends inside a word or an
    open ``div``.

    >>> is_ended(b"<body><p>Rain.</p> "), is_ended(b"<div><p>Rain.</p></body> 12 ms")
    (True, True)
    >>> is_ended(b"<body><p>Rai"), is_ended(b"<body><div><p>Rain.</p>")
    (False, False)
    """
    end = body[-MAX_TAIL_BYTES:].replace(b"\0", b"").rstrip().lower()
    if b"</html" in end or b"</body" in end:
        return True
    opened = sum(1 if not tag[1] else -1 for tag in _CONTAINER.finditer(body))
    return end.endswith(b">") and opened <= 0


def read_document(page: Page) -> Document | Refusal:
    """Decode and parse a page, or say why it cannot be read."""
    kind = page.content_type.partition(";")[0].strip().lower()
    if kind not in _WEB_TYPES:
        return _unreadable(f"The address answered with {kind[:80]}, which is not a web page.")
    if not page.body.strip():
        return Refusal(reason=GapReason.NO_TEXT, detail="The address answered with an empty page.")
    markup, broken = decode(page.body[: MAX_MARKUP_CHARS * 2], page.content_type)
    if broken > MAX_BROKEN_SHARE * len(markup):
        return _unreadable("The answer is no text in the encoding it declares, or no text at all.")
    markup = clean_references(_NOT_XML.sub(" ", markup[:MAX_MARKUP_CHARS]))
    counts = [_attributes(tag.group()) for tag in _TAG.finditer(markup)]
    if max(counts, default=0) > MAX_ATTRIBUTES:
        return _unreadable(f"A tag of the page has more than {MAX_ATTRIBUTES:,} attributes.")
    if sum(count * count for count in counts) > MAX_COMPARISONS:
        return _unreadable("The tags of the page have more attributes than can be read in time.")
    return _parse(page.url, markup)


def _unreadable(detail: str) -> Refusal:
    return Refusal(reason=GapReason.UNREADABLE, detail=detail)


def _attributes(tag: str) -> int:
    """Return how many attributes a tag has at most; 0 for one too short to matter."""
    if len(tag) < _FEW_ATTRIBUTES_CHARS or _SCRIPT.match(tag):
        return 0
    return len(_QUOTED.sub("", tag).split())


def _parse(url: str, markup: str) -> Document | Refusal:
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = lxml.html.document_fromstring(markup.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        return _unreadable(f"The answer cannot be parsed as a web page ({error}).")
    etree.strip_elements(tree, *_UNREAD_TAGS, with_tail=False)
    _cut_text(tree)
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        detail = f"The page has more than {MAX_ELEMENTS:,} elements; it is not read further."
        return Refusal(reason=GapReason.TOO_LONG, detail=detail)
    return Document(url=url, tree=tree, elements=elements)


def _cut_text(tree: lxml.html.HtmlElement) -> None:
    """Drop all that follows the element in which the text reaches its bound."""
    left = MAX_TEXT_CHARS
    if tree.xpath("string-length(.)") <= left:
        return
    for element in tree.iter():
        if element.tag == "script":
            continue
        if len(element.text or "") > left:
            element.text = (element.text or "")[:left]
        left -= len(element.text or "") + len(element.tail or "")
        if left <= 0:
            _drop_what_follows(element)
            return


def _drop_what_follows(element: lxml.html.HtmlElement) -> None:
    for node in (element, *element.iterancestors()):
        node.tail = None
        parent = node.getparent()
        for sibling in list(node.itersiblings()):
            if parent is not None:
                parent.remove(sibling)
