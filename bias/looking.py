"""Looks into what is kept: one event by the beginning of its id, and a figure over the nights."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bias.archive import Archive
from bias.errors import UsageError
from bias.front_pages import read_summary
from bias.kept_tables import read_tables
from bias.records import Comparison, Record
from bias.report.search import Entry, entries, find
from bias.wording.scores import rate_of

if TYPE_CHECKING:
    from pandas import DataFrame

BY_HAND = "by-hand-"
"""How the ids of events begin that a person put together; they are no part of a night's figures."""


def find_events(archive: Archive, asked: str, last: str, days: int) -> list[Entry]:
    """Return the events of some nights that the search page would find, the newest first.

    Args:
        archive: where the summaries of the nights are.
        asked: words that each begin a word of a title, name or headline.
        last: the newest night that is looked at.
        days: how many days back it goes.
    """
    first = (date.fromisoformat(last) - timedelta(days=days - 1)).isoformat()
    editions = [each for each in archive.editions_with_reports() if first <= each <= last]
    return find(entries(map(partial(read_summary, archive), editions)), asked)


class TrendRow(Record, frozen=True, kw_only=True):
    """The loaded words in the own voice of one outlet, in all events of one night."""

    edition: str
    outlet: str
    findings: int
    words: int
    per_1000: float | None
    """``None`` where there is too little text."""


def find_event(archive: Archive, event: str) -> Comparison:
    """Return the newest comparison of an event, named by its id or the beginning of it.

    Raises:
        UsageError: there is none, or the beginning fits several; the message says what there is.
    """
    paths = sorted(archive.root.glob("comparisons/*/*.json"), key=str)
    fitting = {path.stem: path.parent.name for path in paths if path.stem.startswith(event)}
    name = event if event in fitting else next(iter(fitting), "")
    if not name or (len(fitting) > 1 and name != event):
        known = ", ".join(sorted(fitting)[:5]) or "none; bias show EDITION lists those of a night"
        message = f"no event or edition {event!r} in {archive.root}; events that begin so: {known}"
        raise UsageError(message)
    return archive.read_comparison(fitting[name], name)


def trend_rows(root: str, outlet: str = "", category: str = "all") -> list[TrendRow]:
    """Return a row for each night and outlet, oldest first.

    Args:
        root: the archive.
        outlet: one outlet's id, empty for all.
        category: a category of the lexicon, or ``all``.

    Raises:
        UsageError: the archive has no tables.
    """
    tables = read_tables(root)
    scores = tables["scores"]
    counted = scores[scores["voice"] == "own"]
    if category != "all":
        counted = _in_category(counted, tables["category_scores"], category)
    kept = ~counted["event"].str.startswith(BY_HAND)
    if outlet:
        kept &= counted["outlet"] == outlet
    sums = counted[kept].groupby(["edition", "outlet"])[["findings", "words"]].sum()
    return [
        _row(*key, *map(int, counts)) for key, counts in zip(sums.index, sums.values, strict=True)
    ]


def _in_category(own: "DataFrame", categories: "DataFrame", category: str) -> "DataFrame":
    """Put the findings of one category against all own words; an outlet may have none of it."""
    keys = ["edition", "event", "outlet"]
    found = categories[categories["category"] == category][[*keys, "findings"]]
    if found.empty:
        return own[:0]
    together = own[[*keys, "words"]].merge(found, on=keys, how="left")
    return together.fillna({"findings": 0}).astype({"findings": "int64"})


def _row(edition: str, outlet: str, findings: int, words: int) -> TrendRow:
    rate = rate_of(findings, words)
    return TrendRow(
        edition=edition,
        outlet=outlet,
        findings=findings,
        words=words,
        per_1000=None if rate is None else round(rate, 3),
    )
