"""The text of an answer, in the encoding that fits and not only in the one that is declared."""

import codecs
import re
from collections.abc import Iterator

MAX_MISFIT = 0.1
"""Share of broken ones among the characters beyond ASCII up to which an encoding fits."""
HEAD_BYTES = 4_096
"""Beginning of the page in which its own declaration is looked for."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings that pages really declare. Others that Python knows ("punycode", "zip") are no text of
# the web and can be made to take very long.
_KNOWN = re.compile(
    r"utf-?8|utf-16(?:le|be)?|windows-(?:125[0-8]|874)|iso-8859-(?:[1-9]|1[013-6])|koi8-[ru]|"
    r"gbk|gb2312|gb18030|big5|euc-(?:jp|kr)|shift_jis|us-ascii|macintosh"
)
# What browsers read in place of what is declared.
_AS_BROWSERS_READ = {
    "iso-8859-1": "windows-1252",
    "us-ascii": "windows-1252",
    "gb2312": "gb18030",
    "macintosh": "mac-roman",
    "windows-874": "cp874",
}
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_\-]{3,20})", re.IGNORECASE)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")


def decode(body: bytes, content_type: str) -> tuple[str, int]:
    """Return the text in the first encoding that fits, and how many characters are broken.

    UTF-8 is tried first, whatever is declared: what is not UTF-8 hardly ever decodes as such.

    >>> decode("café".encode("latin-1"), "text/html; charset=iso-8859-1")
    ('café', 0)
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
    for place in (content_type.encode("ascii", "ignore"), body[:HEAD_BYTES]):
        found = _CHARSET.search(place)
        name = found.group(1).decode("ascii").lower() if found else ""
        if _KNOWN.fullmatch(name):
            yield _AS_BROWSERS_READ.get(name, name)
    yield "windows-1252"
