"""Looks into what is kept: one event by the beginning of its id, a search, figures over weeks."""

from datetime import date, timedelta
from functools import partial

import msgspec

from bias.archive import Archive
from bias.errors import UsageError
from bias.front_pages import read_figures, read_summary
from bias.records import Comparison
from bias.report.search import Entry, entries, find
from bias.report.trends.tables import Trends, first_week, trends


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


def find_trends(archive: Archive, outlet: str = "") -> Trends:
    """Return the tables of the last weeks, as the page of trends shows them.

    Args:
        archive: where the counts of the nights are.
        outlet: one outlet's id, whose rows alone are returned; empty for all. What it is set
            against are all the others all the same.

    Raises:
        UsageError: no counts are kept, or none of the outlet.
    """
    editions = archive.editions_with_reports()
    if not editions:
        message = f"no night is kept in {archive.root}; bias nightly makes one"
        raise UsageError(message)
    found = trends(read_figures(archive, first_week(editions[0]), editions[0]))
    known = sorted({row.outlet for row in found.coverage})
    if outlet and outlet not in known:
        message = f"no figures of {outlet!r}; there are some of {', '.join(known) or 'none'}"
        raise UsageError(message)
    return _only(found, outlet) if outlet else found


def _only(found: Trends, outlet: str) -> Trends:
    tables = ("weeks", "whole", "categories", "words", "coverage")
    kept = {
        name: tuple(row for row in getattr(found, name) if row.outlet == outlet) for name in tables
    }
    only: Trends = msgspec.structs.replace(found, **kept)
    return only
