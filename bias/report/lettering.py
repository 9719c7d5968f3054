"""Text set by the fonts that matplotlib brings: measured, cut to lines, always settable."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.ft2font import FT2Font

CUT = "…"
"""Stands for words that there is no room for, and for what the fonts cannot set."""

_RIGHT_TO_LEFT = ("R", "AL", "AN", "RLE", "RLO", "RLI")


def settable(text: str, font: str) -> str:
    r"""Return a text on one line in which each run that a font cannot set is an ellipsis.

    Most emoji have no glyph, and lines cut from left to right would
    break what is written the other way.

    >>> settable("The  crowd 🧵🧵\nsaid שלום", "DejaVuSans.ttf")
    'The crowd … said …'
    """
    glyphs = _glyphs(font)
    line = "".join(
        " " if char.isspace() or not char.isprintable() else char if _fits(char, glyphs) else CUT
        for char in text
    )
    return re.sub(rf"{CUT}[{CUT} ]*{CUT}", CUT, " ".join(line.split()))


def wrapped(text: str, font: str, size: float, width: float, most: int) -> list[str]:
    """Return a text as at most ``most`` lines no wider than ``width`` points, cut with an ellipsis.

    A word wider than a line is cut where the line ends.
    """
    lines: list[str] = []
    left = settable(text, font)
    while left and len(lines) < most:
        line = _line(left, font, size, width)
        lines.append(line.rstrip())
        left = left[len(line) :].lstrip()
    if left:
        lines[-1] = _cut(lines[-1], font, size, width)
    return lines


def width_of(text: str, font: str, size: float) -> float:
    """Return how wide a text is, in points."""
    from matplotlib.ft2font import LoadFlags

    face = _face(font)
    face.set_size(size, 72)
    face.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(face.get_width_height()[0]) / 64


def properties(font: str, size: float) -> "FontProperties":
    """Return a font of a size as matplotlib draws with it."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=str(_path(font)), size=size)


def _line(text: str, font: str, size: float, width: float) -> str:
    """Return the beginning of a text that fits on a line: whole words if at least one does."""
    words = re.findall(r"\S+\s*", text)
    line = ""
    for word in words:
        if width_of((line + word).rstrip(), font, size) > width:
            break
        line += word
    return line or _fitting(words[0], font, size, width)


def _fitting(word: str, font: str, size: float, width: float) -> str:
    """Return as much of a word as fits on a line, one character at least."""
    length = 1
    while length < len(word) and width_of(word[: length + 1], font, size) <= width:
        length += 1
    return word[:length]


def _cut(line: str, font: str, size: float, width: float) -> str:
    while line and width_of(line + CUT, font, size) > width:
        line = line[:-1].rstrip()
    return line + CUT


def _fits(char: str, glyphs: frozenset[int]) -> bool:
    return ord(char) in glyphs and unicodedata.bidirectional(char) not in _RIGHT_TO_LEFT


@cache
def _face(font: str) -> "FT2Font":
    from matplotlib.ft2font import FT2Font

    return FT2Font(str(_path(font)))


@cache
def _glyphs(font: str) -> frozenset[int]:
    return frozenset(_face(font).get_charmap())


def _path(font: str) -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path()) / "fonts" / "ttf" / font
