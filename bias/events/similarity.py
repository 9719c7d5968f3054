"""How near two articles are to telling the same happening.

Two measures, because each alone is misled. *Likeness*, the cosine of all weighted terms, lets names
and numbers decide and so tells two earthquakes apart; but whoever is in the news for two things is
named in both. *Agreement* asks what happened: it leaves names out and looks whether the words of
one headline stand in the other's opening. Articles on one actor or one war are alike without
agreeing.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from bias.events.terms import Weights, read_terms
from bias.events.vectors import Vectors, read_vectors
from bias.records import Article

if TYPE_CHECKING:
    from scipy import sparse

DAYS_APART = 3.0
"""Articles printed further apart than this are seldom about one happening; a night's window and
dates without a time of day explain less."""
LONG_AGO = 0.4
"""Factor on the likeness of such articles."""
BLOCK = 512
"""Articles compared with all others at a time; bounds the memory."""
AT_A_TIME = 200
"""Articles of several parts that are compared at once."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS = 86_400.0

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Mask = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


class Nearness(msgspec.Struct, frozen=True):
    """Some articles compared with each other, one row and one column for each."""

    likeness: Matrix
    """0 to 1, 1 on the diagonal."""
    agreement: Matrix
    """0 to 1."""
    one_outlet: Mask
    """Whether both are of one outlet."""

    def within(self, rows: Sequence[int]) -> "Nearness":
        """Return how near some of these articles are to each other."""
        block = np.ix_(rows, rows)
        return Nearness(self.likeness[block], self.agreement[block], self.one_outlet[block])


class Similarity:
    """The similarities of a night's articles, worked out only where they are asked for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Read the articles; an empty one is like no other."""
        self._vectors = read_vectors(read_terms(articles))
        names = {outlet: i for i, outlet in enumerate(dict.fromkeys(a.outlet for a in articles))}
        self._outlets = np.array([names[article.outlet] for article in articles], dtype=np.int64)
        self._days = np.array([_day(article.published) for article in articles], dtype=float)

    def near(self, cutoff: float) -> "sparse.csr_matrix":
        """Return a graph of the pairs of different outlets that are at least so much alike."""
        from scipy import sparse

        vectors = self._vectors.whole
        blocks = []
        for start in range(0, vectors.shape[0], BLOCK):
            block = (vectors[start : start + BLOCK] @ vectors.T).tocoo()
            near = block.data >= cutoff
            rows, columns, alike = block.row[near], block.col[near], block.data[near]
            alike *= _far_apart(self._days[start + rows], self._days[columns])
            near = (alike >= cutoff) & (self._outlets[start + rows] != self._outlets[columns])
            kept = (alike[near], (rows[near], columns[near]))
            blocks.append(sparse.csr_matrix(kept, shape=block.shape))
        return sparse.csr_matrix(sparse.vstack(blocks))

    def among_each(self, parts: Iterable[list[int]]) -> Iterator[tuple[list[int], Nearness]]:
        """Yield each part with how near its articles are to each other.

        Small parts are compared several at a time: most of the work is to begin.
        """
        waiting: list[list[int]] = []
        for part in parts:
            if sum(map(len, waiting)) + len(part) > AT_A_TIME:
                yield from self._among_several(waiting)
                waiting = []
            waiting.append(part)
        yield from self._among_several(waiting)

    def _among_several(self, parts: list[list[int]]) -> Iterator[tuple[list[int], Nearness]]:
        rows = [row for part in parts for row in part]
        whole = self.among(rows) if rows else None
        start = 0
        for part in parts:
            if whole is not None:
                yield part, whole.within(range(start, start + len(part)))
            start += len(part)

    def among(self, rows: Sequence[int]) -> Nearness:
        """Return how near some articles are to each other."""
        outlets, days = self._outlets[list(rows)], self._days[list(rows)]
        return Nearness(
            likeness=_likeness(self._vectors, rows, days),
            agreement=_agreement(self._vectors, rows),
            one_outlet=outlets[:, None] == outlets[None, :],
        )


def _likeness(vectors: Vectors, rows: Sequence[int], days: Weights) -> Matrix:
    found = _products(vectors.whole, vectors.whole, rows)
    found *= _far_apart(days[:, None], days[None, :])
    np.fill_diagonal(found, 1.0)
    return found


def _far_apart(
    days: "np.ndarray[Any, np.dtype[np.float64]]", others: "np.ndarray[Any, np.dtype[np.float64]]"
) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Return the factor on the likeness of articles of these days.

    A day that is not known compares false, and so holds nothing apart.
    """
    return np.where(np.abs(days - others) > DAYS_APART, LONG_AGO, 1.0)


def _agreement(vectors: Vectors, rows: Sequence[int]) -> Matrix:
    """Return the mean of plain words in common and of headlines found in the other's opening."""
    plain = _products(vectors.plain, vectors.plain, rows)
    headline = _products(vectors.heads, vectors.leads, rows)
    agreement: Matrix = plain / 2 + (headline + headline.T) / 4
    return agreement


def _products(a: "sparse.csr_matrix", b: "sparse.csr_matrix", rows: Sequence[int]) -> Matrix:
    """Return the products of rows of ``a`` with rows of ``b``, 0 to 1."""
    left = a[list(rows)].tocsc()
    right = left if a is b else b[list(rows)].tocsc()
    used = np.flatnonzero(np.diff(left.indptr))
    found: Matrix = np.clip((left[:, used] @ right[:, used].T).toarray(), 0.0, 1.0)
    return found


def _day(published: str | None) -> float:
    """Return a moment in days, not a number where it is not known."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return float("nan")
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (known - _EPOCH).total_seconds() / _SECONDS
