"""Blocks of text as extractors find them, and how two readings of one block are compared."""

import re
from collections.abc import Sequence

import msgspec

from bias.records import BlockKind

_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_KEY = re.compile(r"[\W_]+")


class TextBlock(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph, heading or list item of a page."""

    text: str
    """Without line breaks, never empty."""
    kind: BlockKind = BlockKind.PARAGRAPH
    linked: bool = False
    """Whether nearly all of it is inside links."""

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.kind is BlockKind.HEADING


def normal(text: str) -> str:
    r"""Return a text without line breaks and invisible characters.

    >>> normal(" Rain\u200b fell.\n")
    'Rain fell.'
    """
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def key_of(text: str) -> str:
    """Return the letters and digits of a text, by which two readings of one block are compared."""
    return _KEY.sub("", text.casefold())


def texts_of(blocks: Sequence[TextBlock]) -> list[str]:
    """Return the texts of some blocks."""
    return [block.text for block in blocks]
