"""Finds the dateline that opens a report: ``OSLO (Reuters) - ``; it is never anybody's words."""

from bias.passages.telling.clauses import DASHES
from bias.passages.tokens import Tokens, lower_at

_DASHES = DASHES | {"-"}
_MARKS = frozenset({",", "(", ")", ".", "/"})
_MAX_TOKENS = 14


def behind_dateline(tokens: Tokens) -> int:
    """Return where the report begins behind a dateline, 0 where there is none."""
    first = tokens[0].text
    for i in range(1, min(_MAX_TOKENS, len(tokens) - 1)):
        if tokens[i].lower in _DASHES:
            place = first.isupper() and len(first) > 1
            agency = lower_at(tokens, i - 1) == ")" and tokens[0].capital
            return i + 1 if place or agency else 0
        if not _may_stand_in(tokens, i):
            return 0
    return 0


def _may_stand_in(tokens: Tokens, i: int) -> bool:
    """Tell names, dates and ``(dpa)`` from the words of a sentence."""
    token = tokens[i]
    if token.kind != "word":
        return token.lower in _MARKS
    return token.capital or token.text.isdigit() or lower_at(tokens, i - 1) == "("
