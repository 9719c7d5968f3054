r"""Records as JSON, whatever the text in them.

Text from the web may hold half a character ("\ud83d" in JSON-LD, a byte that is no UTF-8 in an
argument), which no file can: it is replaced by U+FFFD, one for one, so that spans stay true.
"""

import re
from typing import TypeVar, cast

import msgspec

T = TypeVar("T")

_HALF = re.compile("[\ud800-\udfff]")


def whole_text(text: str) -> str:
    r"""Return a text with U+FFFD for every half of a character; its length stays the same.

    >>> whole_text("Vell \ud83d!")
    'Vell �!'
    """
    return _HALF.sub("\ufffd", text)


def whole(value: T) -> T:
    """Return a record, or a container of them, with every text in it made whole."""
    return cast("T", _whole(value))


def _whole(value: object) -> object:
    if isinstance(value, str):
        return whole_text(value) if type(value) is str else value
    if isinstance(value, msgspec.Struct):
        old = {name: getattr(value, name) for name in value.__struct_fields__}
        new = {name: _whole(field) for name, field in old.items()}
        return value if new == old else msgspec.structs.replace(value, **new)
    if isinstance(value, dict):
        return {_whole(key): _whole(each) for key, each in value.items()}
    return type(value)(map(_whole, value)) if isinstance(value, list | tuple) else value


def encode(value: object) -> bytes:
    """Return a value as JSON on one line; never fails for the text in it."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(whole(value))
