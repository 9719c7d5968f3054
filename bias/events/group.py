"""Which articles tell of one happening.

The night's articles are joined step by step, the most alike first (average link, Sokal and
Michener 1958). A join stands only if the two sides are alike enough in themselves, and nearly as
much like each other as each is like itself: that keeps look-alikes apart, whose articles resemble
each other well, but their own kind far better.

A join at a cutoff never crosses between parts of the graph of all pairs that reach the cutoff, so
only those connected parts are joined, each exactly, and the cost is that of near pairs.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np

from bias.events.similarity import Matrix, Similarity
from bias.records import Article, Event
from bias.text import slug

CUTOFF = 0.15
"""Average similarity between two groups below which they are never joined."""
SMALL_GROUP = 0.14
"""Added to the cutoff, divided by the articles of the join: among the many pairs of a night some
are alike by chance, so two articles must be more alike than two dozen."""
COHESION = 0.6
"""Share of the looser group's own average similarity that a join must reach."""
COPY_SIMILARITY = 0.4
"""A group more alike than this holds copies; it asks for no more than one that is this alike."""


class _Group(msgspec.Struct, frozen=True):
    """A node of the tree of joins."""

    rows: tuple[int, ...]
    pairs: float
    """Sum of the similarities of all its pairs."""
    parts: "tuple[_Group, _Group] | None" = None
    likeness: float = 1.0
    """Average similarity between its two parts."""


def match_events(articles: Sequence[Article], edition: str) -> tuple[Event, ...]:
    """Return the happenings that at least two outlets told, sorted by id.

    Articles are compared by title and text, trusted or not, and one of them must be trusted; the
    same articles in any order give the same events.

    Args:
        articles: All articles of one night.
        edition: The ISO date of that night.
    """
    known = sorted((a for a in articles if a.title or a.text), key=lambda article: article.id)
    if not known:
        return ()
    similarity = Similarity(known)
    events = [
        _event([known[i] for i in rows], similarity.among(rows), edition)
        for rows in _groups(similarity)
        if _is_event([known[i] for i in rows])
    ]
    return tuple(sorted(events, key=lambda event: event.id))


def _is_event(members: Sequence[Article]) -> bool:
    outlets = {article.outlet for article in members}
    return len(outlets) > 1 and any(article.quality.trusted for article in members)


# ---------------------------------------------------------------- joining


def _groups(similarity: Similarity) -> Iterator[Sequence[int]]:
    """Yield the groups of two or more articles as sorted row numbers."""
    from scipy.sparse.csgraph import connected_components

    _, labels = connected_components(similarity.near(CUTOFF), directed=False)
    for part in _members(labels):
        if len(part) > 1:
            tree = _tree(similarity.among(part))
            yield from ([part[i] for i in sorted(group.rows)] for group in _accepted(tree))


def _members(labels: Iterable[int]) -> list[list[int]]:
    members: dict[int, list[int]] = {}
    for row, label in enumerate(labels):
        members.setdefault(int(label), []).append(row)
    return list(members.values())


def _tree(similarity: Matrix) -> _Group:
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    joins = linkage(squareform(1.0 - similarity, checks=False), "average")
    groups = [_Group((row,), 0.0) for row in range(len(similarity))]
    for first, second, distance, _ in joins:
        a, b = groups[int(first)], groups[int(second)]
        likeness = 1.0 - float(distance)
        pairs = a.pairs + b.pairs + likeness * len(a.rows) * len(b.rows)
        groups.append(_Group(a.rows + b.rows, pairs, (a, b), likeness))
    return groups[-1]


def _accepted(tree: _Group) -> Iterator[_Group]:
    """Yield the largest groups whose topmost join stands, the parts of others looked at in turn."""
    waiting = [tree]
    while waiting:
        group = waiting.pop()
        if group.parts is None:
            continue
        needed = CUTOFF + SMALL_GROUP / len(group.rows)
        if group.likeness >= max(needed, COHESION * _looser(*group.parts)):
            yield group
        else:
            waiting.extend(group.parts)


def _looser(a: _Group, b: _Group) -> float:
    """Return the own average similarity of the looser side, 0 if a side is a single article."""
    own = (2 * g.pairs / (len(g.rows) * (len(g.rows) - 1)) for g in (a, b) if g.parts)
    looser = min(own, default=0.0) if a.parts and b.parts else 0.0
    return min(looser, COPY_SIMILARITY)


# ---------------------------------------------------------------- naming


def _event(members: Sequence[Article], similarity: Matrix, edition: str) -> Event:
    ids = sorted(article.id for article in members)
    digest = hashlib.sha256("\n".join(ids).encode()).hexdigest()[:6]
    title = _central(members, similarity).title
    return Event(
        id=f"{slug(title) or 'event'}-{digest}",
        edition=edition,
        title=title,
        articles=tuple(ids),
        outlets=tuple(sorted({article.outlet for article in members})),
    )


def _central(members: Sequence[Article], similarity: Matrix) -> Article:
    """Return the article most like all others, among trusted ones with a title if there are any."""
    closeness = np.round(similarity.sum(axis=1), 9)
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
