"""Charts as inline SVG: deterministic bytes, text as text, coloured by the page around them."""

import io
import warnings
from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree

from bias.report.catalogue import say
from bias.report.outlets import COLOURS
from bias.report.plain import number
from bias.report.views.rates import Rate
from bias.report.views.wording import WordingRow

if TYPE_CHECKING:
    from matplotlib.axes import Axes

XLINK = "{http://www.w3.org/1999/xlink}href"
_DROPPED = ("metadata", "style")
INK = "#010203"
"""Drawn in this colour, shown in the text colour of the page, so that charts follow dark mode."""

WIDTH, LABELS, FIGURES = 440, 148, 84
"""Units of the drawing: all of it, the outlet names at its left, the figures at its right."""
HEAD, ROW, FOOT = 16, 34, 40
NAME_CHARS = 20
"""In one line; a longer name takes two."""

_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "text.parse_math": False,
    "font.size": 11,
    "axes.linewidth": 0.6,
}


def rates_chart(rows: Sequence[WordingRow], title: str, key: str, *, quoted: bool = True) -> str:
    """Draw loaded words per 1,000 words by outlet, with 95 % intervals.

    Args:
        rows: one for each outlet, drawn in this order from the top.
        title: what the chart shows, read out in its place.
        key: keeps the ids inside this chart apart from those of others on the page.
        quoted: whether quoted words are drawn, hollow, below the outlet's own.
    """
    height = HEAD + ROW * len(rows) + FOOT
    box = (LABELS / WIDTH, FOOT / height, (WIDTH - LABELS - FIGURES) / WIDTH)
    frame = Frame((WIDTH, height), (*box, ROW * len(rows) / height))
    return drawing(frame, lambda axes: _draw(axes, rows, quoted), (title, describe(rows)), key)


class Frame(NamedTuple):
    """The size of a drawing, and where in it the axes stand."""

    size: tuple[float, float]
    """Units, wide and high."""
    box: tuple[float, float, float, float]
    """Left, bottom, width and height, as shares of the drawing."""


def drawing(frame: Frame, draw: Callable[["Axes"], None], words: tuple[str, str], key: str) -> str:
    """Return a drawing as part of a page.

    Args:
        frame: its size.
        draw: draws on the axes; in :data:`INK` what has the colour of the page's text.
        words: its title, and what it shows in words.
        key: keeps its ids apart from those of others on the page.
    """
    import matplotlib as mpl  # noqa: PLC0415 - heavy, and only this stage draws
    from matplotlib.backends.backend_svg import FigureCanvasSVG  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    with mpl.rc_context({**_SETTINGS, "svg.hashsalt": key}), warnings.catch_warnings():
        # The page's own fonts set the text; matplotlib only measures it, with a font of its own.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure = Figure(figsize=(frame.size[0] / 72, frame.size[1] / 72))
        FigureCanvasSVG(figure)
        draw(figure.add_axes(frame.box))
        out = io.BytesIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    return _inline(out.getvalue(), *words, key)


def describe(rows: Sequence[WordingRow]) -> str:
    """Say in words what the chart shows."""
    return "; ".join(f"{_name(row)}: {_figure(row.own)}" for row in rows) + "."


def _figure(rate: Rate) -> str:
    if rate.per_1000 is None:
        return say("too little text") if rate.known else say("not counted")
    return number(rate.per_1000, 1)


def _name(row: WordingRow) -> str:
    name = row.outlet.name if row.outlet else say("All outlets")
    return "".join(char if char.isprintable() else " " for char in name)


def _label(row: WordingRow) -> str:
    return "\n".join(wrap(_name(row), NAME_CHARS, max_lines=2, placeholder="…"))


def _draw(axes: "Axes", rows: Sequence[WordingRow], quoted: bool) -> None:
    for place, row in enumerate(rows):
        colour = COLOURS[row.outlet.slot] if row.outlet else INK
        _dot(axes, row.own, place - 0.12 * quoted, colour, hollow=False)
        if quoted:
            _dot(axes, row.quoted, place + 0.24, colour, hollow=True)
        right: Any = axes.get_yaxis_transform()
        axes.text(1.03, place, _figure(row.own), transform=right, va="center", color=INK,
                  fontsize=8.5 if row.own.per_1000 is None else 11)  # fmt: skip
    _frame(axes, [_label(row) for row in rows], _top(rows, quoted))


def _dot(axes: "Axes", rate: Rate, height: float, colour: str, *, hollow: bool) -> None:
    if rate.per_1000 is None:
        return
    # A bootstrap over sentences without a loaded word always gives 0 to 0, which is no interval.
    if rate.findings and rate.low is not None and rate.high is not None:
        axes.plot([rate.low, rate.high], [height, height], color=colour, solid_capstyle="butt",
                  linewidth=1.0 if hollow else 2.6, alpha=0.85 if hollow else 0.65)  # fmt: skip
    axes.plot([rate.per_1000], [height], marker="D" if hollow else "o", color=colour,
              markersize=4.5 if hollow else 7.5, markerfacecolor="none" if hollow else colour,
              clip_on=False)  # fmt: skip


def _top(rows: Sequence[WordingRow], quoted: bool) -> float:
    rates = [rate for row in rows for rate in ((row.own, row.quoted) if quoted else (row.own,))]
    return max([1.0, *(rate.high or rate.per_1000 or 0.0 for rate in rates)]) * 1.04


def _frame(axes: "Axes", names: Sequence[str], top: float) -> None:
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    axes.set_xlim(0, top)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_yticks(range(len(names)), names)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=5, steps=[1, 2, 5, 10], integer=True))
    axes.tick_params(length=0, colors=INK, pad=6)
    axes.tick_params(axis="x", labelsize=9)
    axes.grid(axis="x", color=INK, alpha=0.14, linewidth=0.7)
    axes.set_axisbelow(True)
    axes.set_xlabel(say("loaded words per 1,000 words"), color=INK, fontsize=9)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "left")
        spine.set_color(INK)


# ---------------------------------------------------------------- SVG for a page


def _inline(svg: bytes, title: str, description: str, key: str) -> str:
    """Make matplotlib's file part of a page: no styles, no size, a name that can be read out."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - made by matplotlib a moment ago
    _strip(root)
    root.attrib = {
        "viewBox": root.attrib["viewBox"],
        "role": "img",
        "class": "chart",
        "aria-labelledby": f"{key}-t {key}-d",
    }
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ElementTree.Element(tag, {"id": f"{key}-{tag[0]}"})
        element.text = text
        root.insert(place, element)
    return ElementTree.tostring(root, encoding="unicode")


def _strip(element: ElementTree.Element) -> None:
    """Drop namespaces, group names, metadata, style sheets and what is empty, all the way down."""
    element.tag = element.tag.rpartition("}")[2]
    if element.tag == "g":
        element.attrib.pop("id", None)
    if XLINK in element.attrib:
        element.set("href", element.attrib.pop(XLINK))
    _plain_attributes(element)
    for child in list(element):
        _strip(child)
        if child.tag in _DROPPED or (child.tag in ("g", "defs") and not len(child)):
            element.remove(child)
        child.tail = None
    if element.tag != "text":
        element.text = None


def _plain_attributes(element: ElementTree.Element) -> None:
    """Turn ``style`` into attributes: the page's security policy allows no inline styles."""
    for declaration in element.attrib.pop("style", "").split(";"):
        name, value = (part.strip() for part in f"{declaration}:".split(":")[:2])
        if name in ("font", "font-size"):
            element.set("font-size", value.split()[0])
        elif name and not name.startswith("font"):
            element.set(name, value)
    for name in ("fill", "stroke"):
        if element.get(name) == INK:
            element.set(name, "currentColor")
