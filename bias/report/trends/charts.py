"""Small multiples: one drawing for each outlet, all on one scale, the others faint behind it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from bias.report.catalogue import say
from bias.report.charts import INK, Frame, drawing
from bias.report.outlets import COLOURS, OutletLook
from bias.report.plain import SHORT_MONTHS, number
from bias.report.trends.tables import Figure, WeekRow

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FRAME = Frame((320, 170), (0.1, 0.17, 0.87, 0.74))
HIGHEST_RATIO = 8.0
"""The scale of ratios ends here and at its inverse; what lies beyond stands at the edge."""

Rows = Sequence[WeekRow]
Pick = Callable[[WeekRow], Figure]


def rate_chart(look: OutletLook, rows: Mapping[str, Rows], key: str) -> str:
    """Draw the loaded words per 1,000 own words of one outlet, week by week.

    Args:
        look: the outlet.
        rows: those of all outlets, by id.
        key: keeps the ids of this drawing apart.
    """
    top = max(
        [1.0, *(row.rate.high or row.rate.value or 0.0 for each in rows.values() for row in each)]
    )

    def draw(axes: "Axes") -> None:
        _series(axes, look, rows, lambda row: row.rate)
        axes.set_ylim(0, 1.05 * top)

    title = say("{outlet}: loaded words per 1,000 own words, week by week", outlet=_plain(look))
    return drawing(FRAME, draw, (title, _said(rows.get(look.id, ()), lambda row: row.rate)), key)


def ratio_chart(look: OutletLook, rows: Mapping[str, Rows], key: str) -> str:
    """Draw the rate of one outlet against that of the others on the same events."""

    def draw(axes: "Axes") -> None:
        _series(axes, look, rows, lambda row: row.ratio)
        axes.axhline(1, color=INK, linewidth=0.9, alpha=0.6)
        axes.set_yscale("log", base=2)
        axes.set_ylim(1 / HIGHEST_RATIO, HIGHEST_RATIO)
        axes.set_yticks([0.25, 0.5, 1, 2, 4], ["¼", "½", "1", "2", "4"])
        axes.minorticks_off()

    title = say(
        "{outlet}: loaded words against the others on the same events, week by week",
        outlet=_plain(look),
    )
    return drawing(FRAME, draw, (title, _said(rows.get(look.id, ()), lambda row: row.ratio)), key)


def _series(axes: "Axes", look: OutletLook, rows: Mapping[str, Rows], pick: Pick) -> None:
    weeks = sorted({row.week for each in rows.values() for row in each})
    for outlet, each in rows.items():
        if outlet != look.id:
            _line(axes, each, pick, INK, faint=True)
    mine = rows.get(look.id, ())
    _line(axes, mine, pick, COLOURS[look.slot], faint=False)
    _breaks(axes, [row for each in rows.values() for row in each])
    _frame(axes, weeks)


def _line(axes: "Axes", rows: Rows, pick: Pick, colour: str, *, faint: bool) -> None:
    """Draw one outlet; the line breaks where word list or models change, or a week has none."""
    for _, run in groupby(rows, key=lambda row: (row.made, pick(row).value is None)):
        known = [row for row in run if pick(row).value is not None]
        days, values = [_day(row.week) for row in known], [pick(row).value for row in known]
        drawn = [value or 0.0 for value in values]
        if faint:
            axes.plot(days, drawn, color=colour, linewidth=0.7, alpha=0.28)
        else:
            axes.plot(days, drawn, color=colour, linewidth=1.8, marker="o", markersize=4.5)
        for row in () if faint else known:
            figure = pick(row)
            if figure.low is not None and figure.high is not None:
                axes.plot([_day(row.week)] * 2, [figure.low, figure.high], color=colour,
                          linewidth=3.2, alpha=0.35, solid_capstyle="butt")  # fmt: skip


def _breaks(axes: "Axes", rows: Rows) -> None:
    """Draw a dashed line where figures begin that another word list or other models made."""
    first: dict[str, str] = {}
    for row in rows:
        first[row.made] = min(first.get(row.made, row.week), row.week)
    for week in sorted(first.values())[1:]:
        axes.axvline(_day(week) - 3.5, color=INK, linewidth=0.8, linestyle=(0, (3, 2)), alpha=0.7)


def _frame(axes: "Axes", weeks: Sequence[str]) -> None:
    days = [_day(week) for week in weeks]
    axes.set_xlim(min(days) - 4, max(days) + 4)
    shown = [weeks[0], weeks[len(weeks) // 2], weeks[-1]] if len(weeks) > 2 else weeks  # noqa: PLR2004
    axes.set_xticks([_day(week) for week in shown], [_label(week) for week in shown])
    axes.tick_params(length=0, colors=INK, labelsize=9, pad=4)
    axes.grid(axis="y", color=INK, alpha=0.14, linewidth=0.7)
    axes.set_axisbelow(True)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(INK)


def _day(week: str) -> float:
    return float(date.fromisoformat(week).toordinal())


def _label(week: str) -> str:
    day = date.fromisoformat(week)
    return f"{day.day} {say(SHORT_MONTHS[day.month - 1])}"


def _said(rows: Rows, pick: Pick) -> str:
    """Say in words what a drawing shows."""
    parts = []
    for row in rows:
        value = pick(row).value
        figure = say("too little") if value is None else number(value, 1)
        parts.append(f"{_label(row.week)}: {figure}")
    return "; ".join(parts) + "." if parts else say("Nothing to show.")


def _plain(look: OutletLook) -> str:
    return "".join(char if char.isprintable() else " " for char in look.name)
