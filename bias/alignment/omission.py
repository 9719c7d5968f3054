"""Facts that most outlets tell and one does not, with the nearest passage that one has."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from bias.records import Article, Join, Omission, PassageGroup, PassageRef, Record, WireCopy

MOST = 2 / 3
"""Share of the tellings that must hold a fact before its absence elsewhere is listed."""
LEAST_TELLINGS = 2
"""Independent tellings at the least; copies of one wire text are one telling."""

CONSTANT, HELD, JOINED = -1.39, -3.37, 3.53
"""A logistic regression over the share of the core that an outlet holds, and how surely the group
is joined; learned from labelled facts (``docs/alignment.md``)."""
LEAST = 0.75
"""Least confidence of an omission that is listed."""
NEAR = 0.7
"""From this similarity of the nearest passage on an outlet may tell it, whatever words are held."""


class Trace(Record, frozen=True, kw_only=True):
    """What an outlet outside a group has of what the group tells."""

    firm: bool
    """The group shares enough to claim that somebody leaves it out."""
    held: float
    """Share of the core in neighbouring passages of the outlet, 0 to 1."""
    joined: float
    """How sure it is that two outlets of the group tell one thing, 0 to 1: what was joined falsely
    is no fact to leave out."""
    nearest: PassageRef | None
    similarity: float
    """How much the nearest passage is like a member, 0 to 1."""


Search = Callable[[PassageGroup, str], Trace]
"""Gives the trace of a group in an outlet."""


def find_omissions(
    groups: Sequence[PassageGroup], tellings: Mapping[str, str], search: Search
) -> Iterator[Omission]:
    """Yield for every widely told group the trusted outlets that have nothing near it.

    ``tellings`` names for every trusted article the telling it belongs to, as
    :func:`tellings_of` does.
    """
    for group, outlet, trace in traces(groups, tellings, search):
        sure = confidence_of(trace)
        if sure >= LEAST:
            yield Omission(
                group=group.id,
                outlet=outlet,
                told_by=group.told_by,
                nearest=trace.nearest,
                nearest_similarity=trace.similarity,
                confidence=sure,
            )


def traces(
    groups: Sequence[PassageGroup], tellings: Mapping[str, str], search: Search
) -> Iterator[tuple[PassageGroup, str, Trace]]:
    """Yield what the other outlets have of every widely told group that is plain enough."""
    for group in groups:
        if _widely_told(group, tellings):
            for outlet in group.not_told_by:
                trace = search(group, outlet)
                if trace.firm and trace.similarity < NEAR:
                    yield group, outlet, trace


def surely_joined(joins: Iterable[Join], outlets: Mapping[str, str]) -> float:
    """Return how sure it is that two outlets of a group tell one thing, 0 to 1.

    Every outlet that is joined to those before it, the surest first, is one more chance of it.

    Args:
        joins: those of the group.
        outlets: for each article its outlet.
    """
    reached: set[str] = set()
    doubt = 1.0
    for join in sorted(joins, key=lambda join: (-join.confidence, join.a, join.b)):
        told = {outlets[join.a.article], outlets[join.b.article]}
        if not told <= reached:
            doubt *= 1 - join.confidence
            reached |= told
    return 1 - doubt


def confidence_of(trace: Trace) -> float:
    """Return how sure it is that an outlet leaves out what a group tells, 0 to 1."""
    total = CONSTANT + HELD * trace.held + JOINED * trace.joined
    return round(1 / (1 + math.exp(-total)), 4)


def tellings_of(articles: Sequence[Article], copies: Sequence[WireCopy]) -> dict[str, str]:
    """Return for every article its outlet, or the original's outlet where it is a wire copy."""
    outlets = {article.id: article.outlet for article in articles}
    originals = {article: copy.articles[0] for copy in copies for article in copy.articles}
    return {
        article: outlets.get(originals.get(article, article), outlet)
        for article, outlet in outlets.items()
    }


def _widely_told(group: PassageGroup, tellings: Mapping[str, str]) -> bool:
    told = {tellings[member.article] for member in group.members}
    for row in group.copies:
        told -= {tellings[member.article] for member in row[1:]} - {tellings[row[0].article]}
    every = told | set(group.not_told_by)
    return len(told) >= max(LEAST_TELLINGS, MOST * len(every))
