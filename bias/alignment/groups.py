"""From pairs to passage groups over all outlets: average-link clustering that bars drift.

The two clusters that are closest on average are merged first, as long as some pair reaches the
cutoff (or one of the clusters is of several articles already), the average over all pairs stays
above ``JOIN`` (so a chain of neighbours cannot drift), and no article ends up with two passages far
apart.
Source: Sokal and Michener, A statistical method for evaluating systematic relationships (1958).
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bias.alignment.candidates import Pair
from bias.alignment.similarity import CUTOFF
from bias.records import PassageRef, Record

FLOOR = 0.35
"""Pairs below count as having nothing in common."""
JOIN = 0.5
"""Least average similarity between two clusters that are merged."""
MANY = 3
"""Articles from which on a cluster takes in a further one by the average alone: several pairs that
are nearly sure are as good as one that is."""
COMPANY = 0.9
"""Share of the least average that is enough for such a cluster to do so."""
REACH = 2
"""Passages of one article in a group are at most so many positions apart."""

_Link = tuple[float, float]
"""Sum and greatest of the similarities between two clusters."""


class Limits(Record, frozen=True, kw_only=True):
    """From which similarity on passages are joined."""

    cutoff: float = CUTOFF
    """Some pair between two clusters that are merged reaches it."""
    join: float = JOIN
    """Least average between two clusters that are merged."""


_USUAL = Limits()


def group_passages(
    pairs: Iterable[Pair], refs: Sequence[PassageRef], limits: Limits = _USUAL
) -> list[tuple[int, ...]]:
    """Return disjoint groups of positions in ``refs``, each sorted, in order of first member."""
    clusters = _Clusters(pairs, refs, limits)
    clusters.merge_all()
    return sorted(clusters.groups())


class _Clusters:
    """Clusters under way: members, and the links between every two that have one."""

    def __init__(self, pairs: Iterable[Pair], refs: Sequence[PassageRef], limits: Limits) -> None:
        self._refs = refs
        self._limits = limits
        self._members: dict[int, tuple[int, ...]] = {}
        self._articles: dict[int, Counter[str]] = {}
        self._links: dict[int, dict[int, _Link]] = {}
        self._queue: list[tuple[float, tuple[int, ...], tuple[int, ...], int, int]] = []
        self._next = len(refs)
        for pair in pairs:
            link = pair.similarity, pair.similarity
            self._links.setdefault(pair.a, {})[pair.b] = link
            self._links.setdefault(pair.b, {})[pair.a] = link
        for a in self._links:
            self._members[a] = (a,)
            self._articles[a] = Counter([refs[a].article])
        for a, others in self._links.items():
            for b in others:
                if a < b:
                    self._enqueue(a, b)

    def groups(self) -> Iterator[tuple[int, ...]]:
        return (members for members in self._members.values() if len(members) > 1)

    def merge_all(self) -> None:
        while self._queue:
            *_, a, b = heapq.heappop(self._queue)
            if a in self._members and b in self._members and self._fit(a, b):
                self._merge(a, b)

    def _enqueue(self, a: int, b: int) -> None:
        total, best = self._links[a][b]
        widens = self._widens(a, b)
        if best < self._limits.cutoff and not widens:
            return
        average = total / self._pairs_between(a, b)
        if average >= self._limits.join * (COMPANY if widens else 1):
            first, second = sorted((self._members[a], self._members[b]))
            heapq.heappush(self._queue, (-average, first, second, a, b))

    def _widens(self, a: int, b: int) -> bool:
        """Say whether one of two clusters is of many articles, and the other of none of them."""
        left, right = self._articles[a].keys(), self._articles[b].keys()
        return max(len(left), len(right)) >= MANY and not left & right

    def _pairs_between(self, a: int, b: int) -> int:
        left, right = self._articles[a], self._articles[b]
        same = sum(count * right[article] for article, count in left.items())
        return len(self._members[a]) * len(self._members[b]) - same

    def _fit(self, a: int, b: int) -> bool:
        reach: dict[str, tuple[int, int]] = {}
        for ref in (self._refs[i] for i in self._members[a] + self._members[b]):
            low, high = reach.get(ref.article, (ref.index, ref.index))
            reach[ref.article] = min(low, ref.index), max(high, ref.index)
        return all(high - low <= REACH for low, high in reach.values())

    def _merge(self, a: int, b: int) -> None:
        new, self._next = self._next, self._next + 1
        self._members[new] = tuple(sorted(self._members.pop(a) + self._members.pop(b)))
        self._articles[new] = self._articles.pop(a) + self._articles.pop(b)
        links: dict[int, _Link] = {}
        for old in (a, b):
            for other, (total, best) in self._links.pop(old).items():
                if other in self._members:
                    before = links.get(other, (0.0, 0.0))
                    links[other] = (before[0] + total, max(before[1], best))
        self._links[new] = links
        for other, link in links.items():
            for old in (a, b):
                self._links[other].pop(old, None)
            self._links[other][new] = link
            self._enqueue(new, other)
