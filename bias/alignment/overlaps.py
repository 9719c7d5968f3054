"""A passage that tells two facts stands with the tellings of both.

Clustering puts every passage into one group. What it leaves apart although two passages surely tell
one thing joins the group that holds most of those who tell it, where its article is not in it yet,
and else becomes a group of its own, as far as all its members tell that thing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from bias.alignment.candidates import Pair
from bias.alignment.groups import Limits
from bias.records import PassageRef

MOST_SHARED = 0.5
"""Share of the members of another group at the most: more would be that group once again."""

Members = tuple[int, ...]
Links = dict[int, dict[int, float]]
"""For every passage those that it is a pair with, and how surely."""


def overlapping_groups(
    pairs: Iterable[Pair], groups: Sequence[Members], refs: Sequence[PassageRef], limits: Limits
) -> list[Members]:
    """Return the groups with all that surely belongs into them too, and further groups behind.

    Any two members of different articles in a further group are a pair of at least the cutoff; who
    joins a group is such a pair with most of its members, and near enough to all on average.
    """
    known = sorted(pairs, key=lambda p: (-p.similarity, p.a, p.b))
    sure = [pair for pair in known if pair.similarity >= limits.cutoff]
    links = _links(sure)
    found = _Groups(groups, refs, _links(known), limits.join)
    for pair in sure:
        if not found.holds(pair.a, pair.b):
            found.take(_grown((pair.a, pair.b), links, refs))
    return found.members


def _links(pairs: Iterable[Pair]) -> Links:
    links: Links = defaultdict(dict)
    for pair in pairs:
        links[pair.a][pair.b] = links[pair.b][pair.a] = pair.similarity
    return links


class _Groups:
    """The groups under way."""

    def __init__(
        self, groups: Sequence[Members], refs: Sequence[PassageRef], links: Links, join: float
    ) -> None:
        self._refs = refs
        self._links = links
        self._join = join
        self._seen: set[Members] = set()
        self._of: dict[int, list[int]] = defaultdict(list)
        self.members: list[Members] = []
        for members in groups:
            self._add(members)

    def holds(self, a: int, b: int) -> bool:
        """Say whether a pair, ``a`` before ``b``, stands in a group or was weighed already."""
        return (a, b) in self._seen

    def take(self, told: Members) -> None:
        """Put passages that tell one thing into the group that is theirs, or into a new one."""
        self._see(told)
        near = {number for member in told for number in self._of[member]}
        shared = {number: self._shared(number, told) for number in near}
        same = [n for n in near if shared[n] > MOST_SHARED * len(told)]
        open_ones = [n for n in same if self._is_open(n, told, shared[n])]
        if open_ones:
            self._extend(min(open_ones, key=lambda n: (-shared[n], n)), told)
        elif not same:
            self._add(told)

    def _shared(self, number: int, told: Members) -> int:
        return len(set(self.members[number]).intersection(told))

    def _is_open(self, number: int, told: Members, shared: int) -> bool:
        """Say whether those of ``told`` outside a group may join it: their articles are not in."""
        members = self.members[number]
        articles = {self._refs[member].article for member in members}
        new = set(told).difference(members)
        if shared <= MOST_SHARED * len(members):
            return False
        return all(
            self._refs[member].article not in articles
            and self._average(member, members) >= self._join
            for member in new
        )

    def _average(self, new: int, members: Members) -> float:
        return sum(self._links[new].get(member, 0.0) for member in members) / len(members)

    def _extend(self, number: int, told: Members) -> None:
        for member in set(told).difference(self.members[number]):
            self._of[member].append(number)
        self.members[number] = tuple(sorted({*self.members[number], *told}))
        self._see(self.members[number])

    def _add(self, members: Members) -> None:
        for member in members:
            self._of[member].append(len(self.members))
        self.members.append(members)
        self._see(members)

    def _see(self, members: Members) -> None:
        self._seen.update(combinations(members, 2))


def _grown(pair: Members, links: Links, refs: Sequence[PassageRef]) -> Members:
    """Return a pair with all that is linked to every member, the most surely linked first."""
    members = list(pair)
    wanted = set(links[pair[0]]) & set(links[pair[1]])
    while wanted:
        best = max(wanted, key=lambda i: (min(links[m].get(i, 0.0) for m in members), -i))
        members.append(best)
        wanted = set(_fitting(wanted & set(links[best]), members, refs))
    return tuple(sorted(members))


def _fitting(wanted: set[int], members: Sequence[int], refs: Sequence[PassageRef]) -> Iterator[int]:
    """Yield the passages of articles that have no member yet."""
    told = {refs[member].article for member in members}
    return (i for i in wanted if refs[i].article not in told)
