"""The events of a night: articles grouped by happening, each group with an id and a title.

The night is first cut into parts that hardly any happening crosses, and each part is joined by
itself, so that the cost is that of near pairs (:mod:`bias.events.parts`).
"""

import hashlib
from collections.abc import Iterator, Sequence

import numpy as np

from bias.events.joins import discounted, joined
from bias.events.languages import by_language
from bias.events.parts import PART_CUTOFF, parts
from bias.events.second_pieces import with_second_pieces
from bias.events.similarity import Nearness, Similarity
from bias.records import Article, Event
from bias.records.gaps import NOT_THE_ARTICLE
from bias.text import slug


def match_events(articles: Sequence[Article], edition: str) -> tuple[Event, ...]:
    """Return the happenings that at least two outlets told, sorted by id.

    Articles of one language are compared by title and text, trusted or not, and one of them must be
    trusted; what is another page than the article is left out. The same articles in any order give
    the same events.

    Args:
        articles: All articles of one night.
        edition: The ISO date of that night.
    """
    known = sorted(filter(_is_told, articles), key=lambda article: article.id)
    events = [event for each in by_language(known) for event in _events(each, edition)]
    return tuple(sorted(events, key=lambda event: event.id))


def _events(known: Sequence[Article], edition: str) -> Iterator[Event]:
    for rows, nearness in _groups(Similarity(known)):
        members = [known[i] for i in rows]
        if _is_event(members):
            yield _event(members, nearness, edition)


def _is_told(article: Article) -> bool:
    """Return whether there is something to compare, and it is the article's."""
    return bool(article.title or article.text) and article.quality.reason not in NOT_THE_ARTICLE


def _is_event(members: Sequence[Article]) -> bool:
    outlets = {article.outlet for article in members}
    return len(outlets) > 1 and any(article.quality.trusted for article in members)


# ---------------------------------------------------------------- parts of the night


def _groups(similarity: Similarity) -> Iterator[tuple[list[int], Nearness]]:
    """Yield the articles of each happening as sorted row numbers, and how near they are."""
    for part, nearness in similarity.among_each(parts(similarity.near(PART_CUTOFF))):
        for rows in map(sorted, with_second_pieces(joined(nearness), nearness)):
            yield [part[i] for i in rows], nearness.within(rows)


# ---------------------------------------------------------------- naming


def _event(members: Sequence[Article], nearness: Nearness, edition: str) -> Event:
    ids = sorted(article.id for article in members)
    digest = hashlib.sha256("\n".join(ids).encode()).hexdigest()[:6]
    title = _central(members, nearness).title
    return Event(
        id=f"{slug(title) or 'event'}-{digest}",
        edition=edition,
        title=title,
        articles=tuple(ids),
        outlets=tuple(sorted({article.outlet for article in members})),
    )


def _central(members: Sequence[Article], nearness: Nearness) -> Article:
    """Return the article most like all others, among trusted ones with a title if there are any."""
    closeness = np.round(discounted(nearness).sum(axis=1), 9)
    order = sorted(
        range(len(members)),
        key=lambda i: (
            not members[i].title,
            not members[i].quality.trusted,
            -closeness[i],
            members[i].id,
        ),
    )
    return members[order[0]]
