"""Characters that no text of ours may hold: control characters, halves of pairs and the like.

A page can smuggle them in as bytes, as numeric references in its markup and as escapes in its
JSON-LD. They become what a browser shows in their place, so that every text can be parsed, compared
and written.
"""

import re

REPLACEMENT = "\ufffd"
"""Shown where a character cannot be told."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]++)|(\d++));?+")
_FIRST_C1, _LAST_C1 = 0x80, 0x9F
_LAST_CODE = 0x10FFFF
_MAX_DIGITS = 10


def clean_text(text: str) -> str:
    r"""Return a text that can be written as UTF-8 and holds no control character.

    >>> clean_text("all\x0bsafe \ud83d")
    'all safe \ufffd'
    """
    text = _HALVES.sub(_joined, text) if _HALF.search(text) else text
    return _HALF.sub(REPLACEMENT, _CONTROL.sub(" ", text))


def clean_references(markup: str) -> str:
    """Return markup whose numeric references all name characters that a text may hold.

    Those to 128 to 159 are read as windows-1252, as browsers do: old pages quote with them.

    >>> clean_references("all&#11;safe &#147;coup&#x94;, caf&#233;")
    'all safe “coup”, caf&#233;'
    """
    return _REFERENCE.sub(_resolved, markup)


def _joined(pair: re.Match[str]) -> str:
    return pair.group().encode("utf-16", "surrogatepass").decode("utf-16")


def _resolved(reference: re.Match[str]) -> str:
    hexadecimal, decimal = reference.groups()
    if len(hexadecimal or decimal) > _MAX_DIGITS:
        return REPLACEMENT
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if _FIRST_C1 <= code <= _LAST_C1:
        return as_windows_1252(code)
    if code > _LAST_CODE or code == 0:
        return REPLACEMENT
    cleaned = clean_text(chr(code))
    return reference.group() if cleaned == chr(code) else cleaned


def as_windows_1252(code: int) -> str:
    """Return the character that a byte stands for in windows-1252, the oldest habit of the web.

    >>> as_windows_1252(0x93), as_windows_1252(0x81)
    ('“', '\ufffd')
    """
    return bytes([code]).decode("windows-1252", "replace")
