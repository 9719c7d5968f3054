"""The page of trends: the tables as shown, with drawings where there are weeks to draw."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from bias.records import Outlet, Record
from bias.report.catalogue import say
from bias.report.outlets import OutletLook, Outlets
from bias.report.plain import category, day
from bias.report.trends.charts import rate_chart, ratio_chart
from bias.report.trends.tables import (
    LEAST_EVENTS,
    LEAST_WORDS,
    CategoryRow,
    CoverageRow,
    Trends,
    WeekRow,
    WordRow,
)

MOST_WORDS = 40
"""Words that are listed, the commonest."""
LEAST_USES = 3
"""Uses from which a word is listed: what is written once or twice shows nothing."""
MOST_WHOM = 6
"""Of whom a word is written, at most so many."""


class OutletTrend(Record, frozen=True, kw_only=True):
    """One outlet over the weeks."""

    look: OutletLook
    whole: WeekRow | None
    """Over the whole time; ``None`` where nothing of it is made by the newest word list."""
    weeks: tuple[WeekRow, ...]
    rate_chart: Markup
    """Empty where nothing is drawn."""
    ratio_chart: Markup


class CategoryLine(Record, frozen=True, kw_only=True):
    """One category, outlet by outlet in the order of the page."""

    name: str
    cells: tuple[CategoryRow | None, ...]


class WordCell(Record, frozen=True, kw_only=True):
    """One outlet's use of a word."""

    look: OutletLook
    row: WordRow
    whom: tuple[tuple[str, int], ...]
    more: int
    """Uses of others than are named."""


class WordLine(Record, frozen=True, kw_only=True):
    """One word: who wrote it, and of whom."""

    word: str
    findings: int
    cells: tuple[WordCell, ...]


class CoverageLine(Record, frozen=True, kw_only=True):
    """What one outlet told, and alone."""

    look: OutletLook
    row: CoverageRow


class TrendsView(Record, frozen=True, kw_only=True):
    """What the page of trends shows."""

    trends: Trends
    period: str
    outlets: tuple[OutletTrend, ...]
    columns: tuple[OutletLook, ...]
    categories: tuple[CategoryLine, ...]
    words: tuple[WordLine, ...]
    coverage: tuple[CoverageLine, ...]
    least_words: int
    least_events: int
    drawn: bool
    """There are two weeks at least to draw."""
    thin: bool
    """Not one outlet has a rate over the whole time."""


def trends_view(trends: Trends, outlets: Sequence[Outlet]) -> TrendsView:
    """Return what the page of trends shows, outlets in the order in which they are declared."""
    seen = {row.outlet for row in trends.coverage}
    looks = Outlets(outlets, seen)
    columns = looks.pick(seen)
    whole = {row.outlet: row for row in trends.whole}
    weeks = _by_outlet(trends.weeks)
    drawn = len({row.week for row in trends.weeks}) > 1
    return TrendsView(
        trends=trends,
        period=_period(trends.first, trends.last),
        outlets=tuple(
            OutletTrend(
                look=look,
                whole=whole.get(look.id),
                weeks=tuple(weeks.get(look.id, ())),
                rate_chart=_drawn(rate_chart(look, weeks, f"r{place}")) if drawn else Markup(),
                ratio_chart=_drawn(ratio_chart(look, weeks, f"m{place}")) if drawn else Markup(),
            )
            for place, look in enumerate(columns)
            if look.id in weeks
        ),
        columns=columns,
        categories=tuple(_categories(trends.categories, columns)),
        words=tuple(_words(trends.words, looks))[:MOST_WORDS],
        coverage=tuple(
            CoverageLine(look=looks[row.outlet], row=row)
            for look in columns
            for row in trends.coverage
            if row.outlet == look.id
        ),
        least_words=LEAST_WORDS,
        least_events=LEAST_EVENTS,
        drawn=drawn,
        thin=all(row.rate.value is None for row in trends.whole),
    )


def _period(first: str, last: str) -> str:
    if first == last:
        return day(first)
    return say("{first} to {last}", first=day(first), last=day(last))


def _drawn(svg: str) -> Markup:
    # The drawing is made here from figures and escaped names; see charts.
    return Markup(svg)  # noqa: S704


def _by_outlet(rows: Iterable[WeekRow]) -> Mapping[str, Sequence[WeekRow]]:
    found: dict[str, list[WeekRow]] = defaultdict(list)
    for row in rows:
        found[row.outlet].append(row)
    return found


def _categories(
    rows: Iterable[CategoryRow], columns: Sequence[OutletLook]
) -> Iterable[CategoryLine]:
    for name, found in groupby(rows, key=lambda row: row.category):
        cells = {row.outlet: row for row in found}
        yield CategoryLine(name=category(name), cells=tuple(cells.get(look.id) for look in columns))


def _words(rows: Iterable[WordRow], looks: Outlets) -> Iterable[WordLine]:
    for word, found in groupby(rows, key=lambda row: row.word):
        cells = {row.outlet: row for row in found}
        uses = sum(row.findings for row in cells.values())
        if uses >= LEAST_USES:
            told = tuple(_word(look, cells[look.id]) for look in looks.pick(cells))
            yield WordLine(word=word, findings=uses, cells=told)


def _word(look: OutletLook, row: WordRow) -> WordCell:
    named = [(name, count) for name, count in row.whom if name][:MOST_WHOM]
    more = row.findings - sum(count for _, count in named)
    return WordCell(look=look, row=row, whom=tuple(named), more=more)
