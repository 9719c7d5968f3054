"""A page made readable: its bytes decoded, cut to a bounded size and parsed once.

Everything the extractors see comes through here, so that a hostile page (binary, wrongly declared,
five megabytes of nested elements) is turned away or cut before any of them spends time on it.
"""

import codecs
import re
from collections.abc import Iterator

import lxml.html
import msgspec
from lxml import etree

from bias.records import GapReason, Page

MAX_MARKUP_CHARS = 3_000_000
"""Markup beyond this is not parsed; the longest of several hundred real pages has 2.9 million."""
MAX_ELEMENTS = 60_000
"""A page with more elements is not read; real pages have 500 to 15,000."""
MAX_BROKEN_SHARE = 0.02
"""Share of undecodable or control characters from which a page counts as unreadable."""
MAX_MISFIT = 0.1
"""Share of broken ones among the characters beyond ASCII up to which an encoding fits."""

_WEB_TYPES = ("", "text/html", "application/xhtml+xml", "text/xml", "application/xml")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings that pages really declare. Others that Python knows ("punycode", "zip") are no text of
# the web and can be made to take very long.
_ENCODINGS = re.compile(
    r"utf-?8|utf-16(?:le|be)?|windows-(?:125[0-8]|874)|iso-8859-\d{1,2}|koi8-[ru]|"
    r"gbk|gb2312|gb18030|big5|euc-(?:jp|kr)|shift_jis|us-ascii|macintosh"
)
# What browsers read in place of what is declared.
_AS_BROWSERS_READ = {"iso-8859-1": "windows-1252", "us-ascii": "windows-1252", "gb2312": "gb18030"}
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_\-]{3,20})", re.IGNORECASE)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_UNREAD_TAGS = ("style", "svg", "template", "iframe", "object", "embed", "canvas")


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


def read_document(page: Page) -> Document | Refusal:
    """Decode and parse a page, or say why it cannot be read."""
    kind = page.content_type.partition(";")[0].strip().lower()
    if kind not in _WEB_TYPES:
        return _unreadable(f"The address answered with {kind}, which is not a web page.")
    if not page.body.strip():
        return Refusal(reason=GapReason.NO_TEXT, detail="The address answered with an empty page.")
    markup, broken = _decode(page.body[: MAX_MARKUP_CHARS * 2], page.content_type)
    if broken > MAX_BROKEN_SHARE * len(markup):
        return _unreadable(
            "The answer is not text in the encoding it declares, or not text at all."
        )
    return _parse(page.url, _NOT_XML.sub(" ", markup[:MAX_MARKUP_CHARS]))


def _unreadable(detail: str) -> Refusal:
    return Refusal(reason=GapReason.UNREADABLE, detail=detail)


def _decode(body: bytes, content_type: str) -> tuple[str, int]:
    """Return the text in the first encoding that fits, and how many characters are broken.

    UTF-8 is tried first, whatever is declared: text that is not UTF-8 hardly ever decodes as such.
    """
    text, broken = "", 0
    for encoding in dict.fromkeys(_encodings(body, content_type)):
        text = body.decode(encoding, "replace")
        broken = sum(1 for _ in _BROKEN.finditer(text))
        if broken <= MAX_MISFIT * sum(1 for _ in _NOT_ASCII.finditer(text)):
            break
    return text, broken


def _encodings(body: bytes, content_type: str) -> Iterator[str]:
    yield from (name for mark, name in _BYTE_ORDER_MARKS if body.startswith(mark))
    yield "utf-8"
    for place in (content_type.encode("ascii", "ignore"), body[:4096]):
        found = _CHARSET.search(place)
        name = found.group(1).decode("ascii").lower() if found else ""
        if _ENCODINGS.fullmatch(name):
            yield _AS_BROWSERS_READ.get(name, name)
    yield "windows-1252"


def _parse(url: str, markup: str) -> Document | Refusal:
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = lxml.html.document_fromstring(markup.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        return _unreadable(f"The answer cannot be parsed as a web page ({error}).")
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        detail = f"The page has more than {MAX_ELEMENTS:,} elements; it is not read further."
        return Refusal(reason=GapReason.TOO_LONG, detail=detail)
    etree.strip_elements(tree, *_UNREAD_TAGS, with_tail=False)
    return Document(url=url, tree=tree, elements=elements)
