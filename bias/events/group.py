"""Which articles tell of one happening: average-link grouping of the night's articles.

Average link at a cutoff never joins across two parts of a graph that holds every pair reaching that
cutoff. So only the connected parts of the sparse graph are grouped, each exactly, and the cost is
that of the near pairs and not of all pairs.
"""

import hashlib
from collections.abc import Sequence

import numpy as np
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from bias.events.similarity import near_pairs, vectors
from bias.records import Article, Event
from bias.text import slug

CUTOFF = 0.25
"""Average similarity from which groups are joined."""
SAME_OUTLET = 0.8
"""Factor on the similarity of two articles of one outlet, which seldom tells a thing twice."""

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def match_events(articles: Sequence[Article], edition: str) -> tuple[Event, ...]:
    """Return the happenings that at least two outlets told, sorted by id.

    Articles are compared by title and text, trusted or not, and one of them must be trusted; the
    same articles in any order give the same events. Source of the linkage: Sokal and Michener 1958.

    Args:
        articles: All articles of one night.
        edition: The ISO date of that night.
    """
    known = sorted((a for a in articles if a.title or a.text), key=lambda article: article.id)
    events = [
        _event([known[i] for i in group], similarity, edition)
        for group, similarity in _groups(known)
        if len({known[i].outlet for i in group}) > 1 and any(_trusted(known[i]) for i in group)
    ]
    return tuple(sorted(events, key=lambda event: event.id))


def _trusted(article: Article) -> bool:
    return article.quality.trusted


def _groups(articles: Sequence[Article]) -> list[tuple[list[int], Matrix]]:
    """Return the groups of two or more as row numbers, each with its similarities."""
    if not articles:
        return []
    matrix = vectors(articles)
    size = len(articles)
    pairs = list(near_pairs(matrix, CUTOFF))
    rows, columns = ([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    graph = sparse.coo_matrix((np.ones(len(pairs)), (rows, columns)), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    parts: dict[int, list[int]] = {}
    for number, label in enumerate(labels):
        parts.setdefault(int(label), []).append(number)
    return [
        group
        for part in parts.values()
        if len(part) > 1
        for group in _split(part, _similarities(matrix, articles, part))
    ]


def _similarities(
    matrix: sparse.csr_matrix, articles: Sequence[Article], part: list[int]
) -> Matrix:
    rows = matrix[part]
    similarity = np.clip((rows @ rows.T).toarray(), 0.0, 1.0)
    outlets = np.array([articles[i].outlet for i in part])
    similarity[outlets[:, None] == outlets[None, :]] *= SAME_OUTLET
    np.fill_diagonal(similarity, 1.0)
    return similarity


def _split(part: list[int], similarity: Matrix) -> list[tuple[list[int], Matrix]]:
    tree = linkage(squareform(1.0 - similarity, checks=False), "average")
    labels = fcluster(tree, 1.0 - CUTOFF, "distance")
    groups = [np.flatnonzero(labels == label) for label in np.unique(labels)]
    return [
        ([part[i] for i in members], similarity[np.ix_(members, members)])
        for members in groups
        if len(members) > 1
    ]


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
    """Return the article nearest to all others; a trusted one with a title if there is any."""
    order = sorted(
        range(len(members)),
        key=lambda i: (
            not (members[i].quality.trusted and members[i].title),
            not members[i].title,
            -round(float(similarity[i].sum()), 9),
            members[i].id,
        ),
    )
    return members[order[0]]
