"""One contrast as a picture for a slide or a post: SVG and PNG that need nothing beside them."""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from bias.records import Comparison, Outlet, Record, Voice
from bias.release import NAME, VERSION
from bias.report.catalogue import say
from bias.report.lettering import properties, settable, width_of, wrapped
from bias.report.links import safe_url
from bias.report.outlets import COLOURS
from bias.report.plain import VOICES, day
from bias.report.reading import Reading, Sentence
from bias.report.runs import Run
from bias.report.views.contrasts import ContrastView, Half, contrasts_view
from bias.report.views.title import neutral_title

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH, HEIGHT, EDGE, GUTTER = 864, 486, 44, 36
"""In points: 16 to 9, as a slide is."""
DOTS = 100
"""An inch, of the PNG: 1,200 by 675 pixels."""
PAPER, INK, MUTED, RULE = "#fffefb", "#1c1d20", "#595d64", "#c9c4b8"
SERIF, BOLD = "DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"
SANS, SANS_BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
LARGE, LEAST_LARGE = 40, 22
"""Sizes between which the words are set that stand opposite each other."""
LEADING = 1.2
"""From one line to the next, by size."""

_COLUMN = (WIDTH - 2 * EDGE - GUTTER) / 2
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "card",
    # As wide as it was measured, at any resolution.
    "text.hinting": "no_hinting",
}


class Line(Record, frozen=True, kw_only=True):
    """One line of text at a place."""

    text: str
    x: float
    y: float
    """Of its base line, in points from the top."""
    font: str
    size: float
    colour: str = INK


class CardSide(Record, frozen=True, kw_only=True):
    """What one outlet wrote."""

    sentence: Sentence
    words: str
    """Those that stand opposite the other's."""
    voices: tuple[str, ...]
    """Whose voice its loaded words are in, as labels."""
    address: str
    """Of its article, empty for none."""


def event_cards(comparison: Comparison, outlets: Sequence[Outlet]) -> tuple[tuple[str, bytes], ...]:
    """Return the cards of an event's first contrasts, by file name; the page links to them.

    The same comparison gives the same bytes.
    """
    reading = Reading(comparison, outlets)
    title, date = neutral_title(reading), day(comparison.event.edition)
    shown = [each for each in contrasts_view(reading).first if each.card]
    return tuple(
        (f"{contrast.card.rpartition('/')[2]}.{kind}", data)
        for contrast in shown
        for kind, data in contrast_card(reading, contrast, title, date).items()
    )


def contrast_card(
    reading: Reading, contrast: ContrastView, title: str, date: str
) -> dict[str, bytes]:
    """Draw the first pair of words of one contrast, as ``svg`` and ``png``."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    pair = contrast.pairs[0]
    sides = _side(reading, contrast.a, pair.a), _side(reading, contrast.b, pair.b)
    with rc_context(_SETTINGS):
        figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), facecolor=PAPER)
        FigureCanvasAgg(figure)
        _draw(figure, sides, title, date)
        named = {"Title": settable(title, SANS), "Date": None, "Creator": f"{NAME} {VERSION}"}
        svg, png = io.BytesIO(), io.BytesIO()
        figure.savefig(svg, format="svg", metadata=named)
        figure.savefig(png, format="png", dpi=DOTS, metadata={"Software": None})
    return {"svg": svg.getvalue(), "png": _small(png.getvalue())}


def _side(reading: Reading, sentence: Sentence, half: Half) -> CardSide:
    article = reading.articles[sentence.anchor.rpartition("-s")[0]]
    return CardSide(
        sentence=sentence,
        words=_text(half.runs),
        voices=tuple(voice for voice in half.voices if voice != VOICES[Voice.OWN].label),
        address=safe_url(article.url),
    )


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


# ---------------------------------------------------------------- what stands where


def _draw(figure: "Figure", sides: Sequence[CardSide], title: str, date: str) -> None:
    head, top = _head(title, date)
    lines = [*head, *_columns(sides, top), *_foot()]
    for place, side in enumerate(sides):
        x = EDGE + place * (_COLUMN + GUTTER)
        _rule(figure, x, top, _COLUMN, COLOURS[side.sentence.outlet.slot], 4)
    _rule(figure, EDGE, HEIGHT - 42, WIDTH - 2 * EDGE, RULE, 0.8)
    for line in lines:
        figure.text(
            line.x / WIDTH,
            1 - line.y / HEIGHT,
            line.text,
            fontproperties=properties(line.font, line.size),
            color=line.colour,
            parse_math=False,
            va="baseline",
        )


def _rule(figure: "Figure", x: float, y: float, width: float, colour: str, thick: float) -> None:
    from matplotlib.patches import Rectangle

    corner = x / WIDTH, 1 - y / HEIGHT
    figure.add_artist(Rectangle(corner, width / WIDTH, thick / HEIGHT, color=colour, linewidth=0))


def _head(title: str, date: str) -> tuple[list[Line], float]:
    """Return the lines at the top, and where the columns below begin."""
    said = say("Two outlets on the same thing") + (f" · {date}" if date else "")
    lines = [Line(text=said, x=EDGE, y=46, font=SANS, size=13, colour=MUTED)]
    y = 46.0
    for text in wrapped(title, BOLD, 21, WIDTH - 2 * EDGE, 2):
        y += 30
        lines.append(Line(text=text, x=EDGE, y=y, font=BOLD, size=21))
    return lines, y + 24


def _foot() -> list[Line]:
    said = say("Made by a program that counts and shows; it gives no verdict.")
    made = f"{NAME} {VERSION}"
    right = WIDTH - EDGE - width_of(made, SANS, 10.5)
    return [
        Line(text=said, x=EDGE, y=HEIGHT - 24, font=SANS, size=10.5, colour=MUTED),
        Line(text=made, x=right, y=HEIGHT - 24, font=SANS, size=10.5, colour=MUTED),
    ]


def _large(sides: Sequence[CardSide]) -> int:
    """Return the largest size at which the words of both sides take two lines at most."""
    for size in range(LARGE, LEAST_LARGE, -1):
        if all(len(wrapped(side.words, SERIF, size, _COLUMN, 3)) <= 2 for side in sides):  # noqa: PLR2004
            return size
    return LEAST_LARGE


def _columns(sides: Sequence[CardSide], top: float) -> Iterator[Line]:
    """Yield both columns; their sentences begin at one height."""
    size = _large(sides)
    words = [wrapped(side.words, SERIF, size, _COLUMN, 3) for side in sides]
    below = top + 44 + max(map(len, words)) * size * LEADING
    for place, (side, large) in enumerate(zip(sides, words, strict=True)):
        x = EDGE + place * (_COLUMN + GUTTER)
        yield from _words(side, large, x, top, size)
        yield from _sentence(side, x, below + 34)


def _words(
    side: CardSide, large: Sequence[str], x: float, top: float, size: float
) -> Iterator[Line]:
    colour, y = COLOURS[side.sentence.outlet.slot], top + 28
    for text in wrapped(side.sentence.outlet.name, SANS_BOLD, 15, _COLUMN, 1):
        yield Line(text=text, x=x, y=y, font=SANS_BOLD, size=15, colour=colour)
    y += 16
    for text in large:
        y += size * LEADING
        yield Line(text=text, x=x, y=y, font=SERIF, size=size)
    if side.voices:
        said = f"({' and '.join(side.voices)})"
        yield Line(text=said, x=x, y=y + 20, font=SANS, size=11.5, colour=MUTED)


def _sentence(side: CardSide, x: float, y: float) -> Iterator[Line]:
    """Yield the whole sentence as far as there is room, and the address of its article."""
    most = int((HEIGHT - 42 - 26 - y) / 21)
    for text in wrapped(_text(side.sentence.runs), SERIF, 15, _COLUMN, most):
        y += 21
        yield Line(text=text, x=x, y=y, font=SERIF, size=15)
    for text in wrapped(side.address, SANS, 9, _COLUMN, 1):
        yield Line(text=text, x=x, y=y + 20, font=SANS, size=9, colour=MUTED)


# ---------------------------------------------------------------- bytes


def _small(png: bytes) -> bytes:
    """Return a picture of few colours in a third of its bytes."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    named = PngInfo()
    named.add_text("Software", f"{NAME} {VERSION}")
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        flat = picture.convert("RGB").quantize(64, dither=Image.Dither.NONE)
        flat.save(out, format="PNG", optimize=True, pnginfo=named)
    return out.getvalue()
