"""XML of the open web made fit for a parser: decoded, bounded, mended where it is commonly broken.

Publishers declare wrong encodings, use HTML's names of characters, leave ampersands bare, print
warnings in front and break off in the middle. A strict parser refuses all of it and a lenient one
guesses; here each slip is mended by one plain rule, and that a file breaks off is told.
"""

import codecs
import re
from html import unescape
from html.entities import html5

from bias.records import Record

_PROLOGUE = 65_536
"""Characters in which the root element must begin; longer prologues exist only in attacks."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})[\"']")
_ENCODINGS = re.compile(
    r"(?:windows|cp)-?125\d|iso-?8859-?\d{1,2}|latin-?1|us-ascii|gb2312|gbk|gb18030|big5|"
    r"shift_jis|euc-(?:jp|kr)|koi8-[ru]|mac(?:intosh|-roman)",
    re.IGNORECASE,
)
_BROWSERS_READ = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252"}

_ROOT = re.compile(r"<(?:[\w.-]{1,20}:)?(rss|feed|rdf|channel|urlset|sitemapindex)(?=[\s>/])", re.I)
_BEFORE_ROOT = re.compile(r"\A(?:\s|<\?.*?\?>|<!--.*?-->)+", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CDATA_OR_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)?",
    re.DOTALL,
)
_OF_XML = ("amp", "lt", "gt", "quot", "apos")


class Markup(Record, frozen=True, kw_only=True):
    """A file as far as it can be parsed."""

    text: str
    """From the root element on; declarations before it are gone."""
    root: str
    """Local name of the root element in lower case, empty when there is none that is known."""
    is_page: bool = False
    """Whether it is a web page."""
    breaks_off: bool = False
    """Whether the root element is never closed; then the text ends before its last tag."""


def read_markup(body: bytes) -> Markup:
    """Return a file of XML as a parser can read it."""
    text = _BEFORE_ROOT.sub("", _CONTROL.sub(" ", decode(body)), count=1)
    root = _ROOT.search(text, 0, _PROLOGUE)
    page = _PAGE.search(text, 0, root.start() if root else _PROLOGUE)
    if page or not root:
        return Markup(text=text, root="", is_page=bool(page))
    has_entities = "<!ENTITY" in text[: root.start()]
    whole = text[root.start() :]
    closes = _closes(whole, root)
    inside = whole if closes else whole[: max(whole.rfind("<"), 0)]
    return Markup(
        text=_mended(inside, keep_unknown=not has_entities),
        root=root.group(1).lower(),
        breaks_off=not closes,
    )


def _closes(text: str, root: re.Match[str]) -> bool:
    """Return whether the root element is closed near the end, or is empty in itself."""
    name = re.escape(root.group()[1:])
    end = re.compile(rf"</{name}\s*>", re.IGNORECASE)
    return bool(end.search(text, max(0, len(text) - _PROLOGUE))) or bool(
        re.match(rf"<{name}(?:\s[^<>]{{0,2000}})?/>", text, re.IGNORECASE)
    )


# ---------------------------------------------------------------- characters


def decode(body: bytes) -> str:
    """Return a file as text: by its byte order mark, as UTF-8, or as it declares, in that order.

    What is neither whole UTF-8 nor declares another encoding is read as UTF-8 all the same, each
    stray byte as the character that Windows has for it.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    try:
        return body.decode()
    except UnicodeDecodeError:
        return _decode_other(body)


def _decode_other(body: bytes) -> str:
    declared = _DECLARED.match(body)
    name = declared.group(1).decode().lower() if declared else ""
    if _ENCODINGS.fullmatch(name):
        return body.decode(_BROWSERS_READ.get(name, name), "replace")
    return body.decode("utf-8", _STRAY_BYTES)


def _windows_character(error: UnicodeError) -> tuple[str, int]:
    """Read a stray byte in UTF-8 as the Windows character that it mostly is."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end


_STRAY_BYTES = "bias.windows-character"
codecs.register_error(_STRAY_BYTES, _windows_character)


def _mended(text: str, *, keep_unknown: bool) -> str:
    """Return markup whose references are those of XML; what CDATA holds stays as it is.

    Args:
        text: markup.
        keep_unknown: whether the name of an unknown character is kept as text. Names that the file
            itself defines are dropped, so that nothing expands.
    """

    def mend(match: re.Match[str]) -> str:
        name = match.group(1)
        if name is None:
            return match.group() if match.group() != "&" else "&amp;"
        if name in _OF_XML:
            return match.group()
        if name.startswith("#"):
            return _escaped(_CONTROL.sub(" ", unescape(match.group())))
        known = html5.get(f"{name};")
        return _escaped(known) if known else ("&amp;" + name + ";") * keep_unknown

    return _CDATA_OR_AMPERSAND.sub(mend, text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
