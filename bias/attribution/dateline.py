"""Finds the dateline that opens a report: ``OSLO (Reuters) - ``; it is never anybody's words."""

from bias.attribution.unit import Unit

_DASHES = frozenset({"–", "—", "--", "-"})
_MARKS = frozenset({",", "(", ")", ".", "/"})
_MAX_ITEMS = 14


def behind_dateline(unit: Unit) -> int:
    """Return where the report begins behind a dateline, 0 where there is none."""
    first = unit.doc.text[unit.items[0].start : unit.items[0].end]
    for i in range(1, min(_MAX_ITEMS, len(unit) - 1)):
        if unit.lower(i) in _DASHES:
            place = first.isupper() and len(first) > 1
            agency = unit.lower(i - 1) == ")" and unit.items[0].capital
            return i + 1 if place or agency else 0
        if not _may_stand_in(unit, i):
            return 0
    return 0


def _may_stand_in(unit: Unit, i: int) -> bool:
    """Tell names, dates and ``(dpa)`` from the words of a sentence."""
    item = unit.items[i]
    if item.kind != "word":
        return item.lower in _MARKS
    return item.capital or item.lower.isdigit() or unit.lower(i - 1) == "("
