"""Facts that most outlets tell and one does not, with the nearest passage that one has."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bias.records import Article, Omission, PassageGroup, PassageRef, Record, WireCopy

MOST = 2 / 3
"""Share of the tellings that must hold a fact before its absence elsewhere is listed."""
LEAST_TELLINGS = 2
"""Independent tellings at the least; copies of one wire text are one telling."""

MOST_HELD = 0.3
"""From this share of the core in neighbouring passages on an outlet may tell it in other words."""
HELD = ((0.1, 0.89), (MOST_HELD, 0.82))
"""Up to which share of the core an outlet holds, and the share of such omissions that were true in
labelled events, joined without their own labels; one added to both sides, for they were few."""


class Trace(Record, frozen=True, kw_only=True):
    """What an outlet outside a group has of what the group tells."""

    firm: bool
    """The group shares enough to claim that somebody leaves it out."""
    held: float
    """Share of the core in neighbouring passages of the outlet, 0 to 1."""
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
    for group in groups:
        if not _widely_told(group, tellings):
            continue
        for outlet in group.not_told_by:
            trace = search(group, outlet)
            if trace.firm and trace.held < MOST_HELD:
                yield Omission(
                    group=group.id,
                    outlet=outlet,
                    told_by=group.told_by,
                    nearest=trace.nearest,
                    nearest_similarity=trace.similarity,
                    confidence=next(sure for most, sure in HELD if trace.held < most),
                )


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
