"""The text of an answer, in the encoding that fits and not only in the one that is declared."""

import codecs
import re
from collections.abc import Iterator, Sequence

from bias.articles.characters import REPLACEMENT, as_windows_1252

MAX_MISFIT = 0.1
"""Share of broken ones among the characters beyond ASCII up to which an encoding fits."""
MAX_DECLARED_MISFIT = 0.5
"""The same for UTF-8 where it is declared, beside another encoding."""
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
_UTF8 = "utf-8"
_UTF8_NAMES = frozenset({"utf-8", "utf8"})
_FALLBACK = "windows-1252"
_MEND = "bias-windows-1252"
_NOISE = 0xFF  # in windows-1252 a letter that hardly any language has
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")


def decode(body: bytes, content_type: str) -> tuple[str, int]:
    r"""Return the text in the first encoding that fits, and how many characters are broken.

    UTF-8 is tried first, whatever is declared: what is not UTF-8 hardly ever decodes as such.
    Where it is declared it wins even if only nearly all of it is, as in a browser. Bytes that are
    none are read as windows-1252, from which they are pasted into such pages.

    >>> decode("café".encode("latin-1"), "text/html; charset=iso-8859-1")
    ('café', 0)
    >>> decode("“Café”, ".encode() + b"\x93coup\x94", "text/html; charset=utf-8")
    ('“Café”, “coup”', 0)
    """
    marked = [name for mark, name in _BYTE_ORDER_MARKS if body.startswith(mark)]
    declared = list(_declared(body, content_type))
    if not marked and _is_utf8(body, declared):
        return _counted(body.decode(_UTF8, _MEND))
    others = (name for name in declared if name not in _UTF8_NAMES)
    text, broken = "", 0
    for encoding in dict.fromkeys([*marked, *others, _FALLBACK]):
        text, broken = _counted(body.decode(encoding, "replace"))
        if broken <= MAX_MISFIT * _beyond_ascii(text):
            break
    return text, broken


def _is_utf8(body: bytes, declared: Sequence[str]) -> bool:
    """Tell whether a text is to be read as UTF-8; it is unless another encoding fits better."""
    if all(name in _UTF8_NAMES for name in declared):
        return True
    text = body.decode(_UTF8, "replace")
    limit = MAX_DECLARED_MISFIT if _UTF8_NAMES & set(declared) else MAX_MISFIT
    return text.count(REPLACEMENT) <= limit * _beyond_ascii(text)


def _counted(text: str) -> tuple[str, int]:
    return text, sum(1 for _ in _BROKEN.finditer(text))


def _beyond_ascii(text: str) -> int:
    return sum(1 for _ in _NOT_ASCII.finditer(text))


def _mended(error: UnicodeError) -> tuple[str, int]:
    """Read a lone byte as windows-1252; a character cut in the middle cannot be told."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    lone = error.end - error.start == 1 and error.object[error.start] != _NOISE
    return as_windows_1252(error.object[error.start]) if lone else REPLACEMENT, error.end


codecs.register_error(_MEND, _mended)


def _declared(body: bytes, content_type: str) -> Iterator[str]:
    for place in (content_type.encode("ascii", "ignore"), body[:HEAD_BYTES]):
        found = _CHARSET.search(place)
        name = found.group(1).decode("ascii").lower() if found else ""
        if _KNOWN.fullmatch(name):
            yield _AS_BROWSERS_READ.get(name, name)
