"""The tables of trends: per week, matched by event, by category, by word, and coverage.

All intervals are 95 %. Those of rates are percentile bootstraps over events (Efron and Tibshirani
1993), drawn with one seed for all outlets alike, so that outlets that change places change their
figures. Those of shares are Wilson's (1927). The comparison on the same events is the rate ratio of
Mantel and Haenszel for person-time (Greenland and Robins 1985), each event a stratum: the choice of
stories does not enter it.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from math import sqrt
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.records import Record
from bias.report.trends.figures import NightFigures

if TYPE_CHECKING:
    from pandas import DataFrame

WEEKS = 13
"""Weeks that are shown: a quarter of a year."""
LEAST_WORDS = 2_000
"""Own words below which no rate of a week or category is given."""
LEAST_EVENTS = 10
"""Events below which none is given, since they are what chance draws from."""
ROUNDS = 1_000
SEED = 20190430

Numbers = np.ndarray[Any, np.dtype[np.float64]]


class Figure(Record, frozen=True, kw_only=True):
    """A figure with its interval; ``None`` throughout where there is too little to give one."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


class WeekRow(Record, frozen=True, kw_only=True):
    """One outlet in one week, by one word list and one set of models."""

    week: str
    """Its Monday, ISO date."""
    made: str
    outlet: str
    events: int
    findings: int
    words: int
    rate: Figure
    """Loaded words per 1,000 own words."""
    matched: int
    """Events that others told as well."""
    ratio: Figure
    """The rate against that of the others on the same events, 1 where they are alike."""


class CategoryRow(Record, frozen=True, kw_only=True):
    """Loaded words of one category in the own voice of one outlet, over the whole time."""

    category: str
    outlet: str
    findings: int
    words: int
    rate: Figure


class WordRow(Record, frozen=True, kw_only=True):
    """How often an outlet wrote a loaded word in own voice, and of whom."""

    word: str
    outlet: str
    findings: int
    words: int
    events: int
    whom: tuple[tuple[str, int], ...]
    """Of whom or what, the commonest first; an empty name where it cannot be told."""


class CoverageRow(Record, frozen=True, kw_only=True):
    """What one outlet told of the events of the nights on which it was read."""

    outlet: str
    told: int
    events: int
    share: Figure
    alone: int
    """Articles that were joined with none of another outlet."""
    articles: int
    exclusive: Figure
    """Share of its articles that these are."""


class Trends(Record, frozen=True, kw_only=True):
    """All tables over some weeks."""

    first: str
    """The oldest night, ISO date; empty without one."""
    last: str
    nights: int
    made: tuple[str, ...]
    """By which word lists and models, in the order of time; tables over the whole time hold the
    last alone."""
    since: str
    """The first night made by the last of them."""
    weeks: tuple[WeekRow, ...]
    whole: tuple[WeekRow, ...]
    """The same over the whole time."""
    categories: tuple[CategoryRow, ...]
    words: tuple[WordRow, ...]
    coverage: tuple[CoverageRow, ...]


def trends(nights: Iterable[NightFigures], seed: int = SEED) -> Trends:
    """Return the tables over some nights, oldest first.

    Args:
        nights: in any order.
        seed: of the bootstrap.
    """
    ordered = sorted(nights, key=lambda night: night.edition)
    told = _frame(ordered, "told")
    made = tuple(dict.fromkeys(told["made"])) if len(told) else ()
    last = told[told["made"] == made[-1]] if made else told
    return Trends(
        first=ordered[0].edition if ordered else "",
        last=ordered[-1].edition if ordered else "",
        nights=len(ordered),
        made=made,
        since=str(last["edition"].min()) if made else "",
        weeks=tuple(_weeks(told, seed)),
        whole=tuple(_rows(last, "", seed)) if made else (),
        categories=tuple(_categories(last, _frame(ordered, "categories"), seed)),
        words=tuple(_words(last, _frame(ordered, "words"))),
        coverage=tuple(_coverage(told, _frame(ordered, "alone"))),
    )


def first_week(newest: str) -> str:
    """Return the Monday with which the weeks begin that are shown.

    >>> first_week("2026-03-14")
    '2025-12-15'
    """
    return (date.fromisoformat(_monday(newest)) - timedelta(days=7 * (WEEKS - 1))).isoformat()


def wilson(found: int, of: int) -> Figure:
    """Return a share with Wilson's interval.

    >>> wilson(5, 10)
    Figure(value=0.5, low=0.237, high=0.763)
    """
    if not of:
        return Figure()
    z, share = 1.959964, found / of
    middle, spread = (
        share + z * z / (2 * of),
        z * sqrt(share * (1 - share) / of + (z / of) ** 2 / 4),
    )
    low, high = ((middle + sign * spread) / (1 + z * z / of) for sign in (-1, 1))
    return Figure(value=round(share, 3), low=round(max(0.0, low), 3), high=round(min(1.0, high), 3))


# ---------------------------------------------------------------- frames


_COLUMNS = {
    "told": ("event", "outlet", "made", "articles", "words", "findings"),
    "categories": ("event", "outlet", "made", "category", "findings"),
    "words": ("event", "outlet", "made", "word", "whom", "findings"),
    "alone": ("outlet", "articles"),
}


def _frame(nights: Sequence[NightFigures], name: str) -> "DataFrame":
    """Return the rows of one kind of all nights; an event of a night is named by both."""
    import pandas as pd

    columns = _COLUMNS[name]
    rows = [
        (night.edition, *(getattr(row, column) for column in columns))
        for night in nights
        for row in getattr(night, name)
    ]
    frame = pd.DataFrame(rows, columns=["edition", *columns])
    if "event" in frame:
        frame["event"] = frame["edition"] + "/" + frame["event"]
    return frame


def _monday(edition: str) -> str:
    day = date.fromisoformat(edition)
    return (day - timedelta(days=day.weekday())).isoformat()


# ---------------------------------------------------------------- rates


def _weeks(told: "DataFrame", seed: int) -> Iterable[WeekRow]:
    for (week, made), rows in told.groupby([told["edition"].map(_monday), "made"], sort=True):
        yield from _rows(rows, str(week), seed, str(made))


def _rows(told: "DataFrame", week: str, seed: int, made: str = "") -> Iterable[WeekRow]:
    """Yield a row for each outlet of some nights; chance draws the same events for all of them."""
    grid = _Grid(told, seed)
    for place, outlet in enumerate(grid.outlets):
        findings, words = grid.findings[:, place], grid.words[:, place]
        others = grid.words.sum(axis=1) - words
        both = (words > 0) & (others > 0)
        yield WeekRow(
            week=week,
            made=made or str(told["made"].iloc[-1]),
            outlet=outlet,
            events=int((words > 0).sum()),
            findings=int(findings.sum()),
            words=int(words.sum()),
            rate=grid.rate(findings, words),
            matched=int(both.sum()),
            ratio=grid.ratio(findings, words, both),
        )


class _Grid:
    """Counts as arrays, a row for each event and a column for each outlet, and draws of events."""

    def __init__(self, told: "DataFrame", seed: int) -> None:
        wide = told.pivot_table(
            index="event", columns="outlet", values=["findings", "words"], aggfunc="sum",
            fill_value=0, observed=True,
        ).sort_index()  # fmt: skip
        self.events = list(wide.index)
        self.outlets = [str(outlet) for outlet in wide["words"].columns]
        self.findings: Numbers = wide["findings"].to_numpy(dtype=float)
        self.words: Numbers = wide["words"].to_numpy(dtype=float)
        size = len(wide)
        generator = np.random.default_rng(seed)
        self.draws: Numbers = generator.multinomial(size, [1 / size] * size, ROUNDS).astype(float)

    def rate(self, findings: Numbers, words: Numbers) -> Figure:
        """Return findings per 1,000 words."""
        enough = words.sum() >= LEAST_WORDS and (words > 0).sum() >= LEAST_EVENTS
        return self._figure(lambda w: 1000 * (w @ findings) / (w @ words), enough)

    def ratio(self, findings: Numbers, words: Numbers, both: Numbers) -> Figure:
        """Return the rate against that of all others in the events that they told as well."""
        a, n = findings * both, words * both
        b = (self.findings.sum(axis=1) - findings) * both
        m = (self.words.sum(axis=1) - words) * both
        total = np.where(both, n + m, 1.0)
        mine, theirs = a * m / total, b * n / total
        enough = n.sum() >= LEAST_WORDS and m.sum() >= LEAST_WORDS and both.sum() >= LEAST_EVENTS
        known = enough and theirs.sum() > 0
        return self._figure(lambda w: (w @ mine) / (w @ theirs), known)

    def _figure(self, statistic: Callable[[Numbers], Numbers], enough: bool) -> Figure:
        if not enough:
            return Figure()
        with np.errstate(divide="ignore", invalid="ignore"):
            value = float(statistic(np.ones((1, len(self.events))))[0])
            drawn = statistic(self.draws)
        drawn = drawn[np.isfinite(drawn)]
        # Where nothing was found every draw finds nothing, which is no interval.
        low, high = np.percentile(drawn, [2.5, 97.5]) if value > 0 and drawn.size else (None, None)
        return Figure(value=_rounded(value), low=_rounded(low), high=_rounded(high))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), 3)


# ---------------------------------------------------------------- categories, words, coverage


def _categories(told: "DataFrame", found: "DataFrame", seed: int) -> Iterable[CategoryRow]:
    """Yield a row for each category and outlet, outlets without a word of it included."""
    if not len(told):
        return
    grid = _Grid(told, seed)
    found = found[found["event"].isin(grid.events)]
    for category, rows in found.groupby("category", sort=True):
        wide = rows.pivot_table(
            index="event", columns="outlet", values="findings", aggfunc="sum", fill_value=0
        ).reindex(index=grid.events, columns=grid.outlets, fill_value=0)
        counts: Numbers = wide.to_numpy(dtype=float)
        for place, outlet in enumerate(grid.outlets):
            yield CategoryRow(
                category=str(category),
                outlet=outlet,
                findings=int(counts[:, place].sum()),
                words=int(grid.words[:, place].sum()),
                rate=grid.rate(counts[:, place], grid.words[:, place]),
            )


def _words(told: "DataFrame", found: "DataFrame") -> Iterable[WordRow]:
    """Yield a row for each word and outlet that wrote it, the commonest words first."""
    own = told.groupby("outlet")["words"].sum()
    found = found[found["event"].isin(set(told["event"]))]
    order = found.groupby("word")["findings"].sum()
    for word in sorted(order.index, key=lambda word: (-order[word], word)):
        for outlet, rows in found[found["word"] == word].groupby("outlet", sort=True):
            whom = rows.groupby("whom")["findings"].sum()
            names = sorted(whom.index, key=lambda name: (name == "", -whom[name], name))
            yield WordRow(
                word=str(word),
                outlet=str(outlet),
                findings=int(rows["findings"].sum()),
                words=int(own.get(outlet, 0)),
                events=int(rows["event"].nunique()),
                whom=tuple((str(name), int(whom[name])) for name in names),
            )


def _coverage(told: "DataFrame", alone: "DataFrame") -> Iterable[CoverageRow]:
    """Yield a row for each outlet; a night on which nothing of it was read counts for nothing."""
    events = told.groupby("edition")["event"].nunique()
    for outlet in sorted({*told["outlet"], *alone["outlet"]}):
        mine, single = told[told["outlet"] == outlet], alone[alone["outlet"] == outlet]
        nights = {*mine["edition"], *single["edition"]}
        possible = int(sum(events.get(night, 0) for night in nights))
        lone = int(single["articles"].sum())
        articles = lone + int(mine["articles"].sum())
        yield CoverageRow(
            outlet=str(outlet),
            told=int(mine["event"].nunique()),
            events=possible,
            share=wilson(int(mine["event"].nunique()), possible),
            alone=lone,
            articles=articles,
            exclusive=wilson(lone, articles),
        )
