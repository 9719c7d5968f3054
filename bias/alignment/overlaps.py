"""Groups beside the disjoint ones: a passage that tells two facts stands with the tellings of both.

Clustering puts every passage into one group. What it leaves apart although two passages surely tell
one thing becomes a group of its own, as far as all its members tell that thing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from bias.alignment.candidates import Pair
from bias.records import PassageRef

MOST_SHARED = 0.5
"""Share of the members of another group at the most: more would be that group once again."""

Members = tuple[int, ...]


def overlapping_groups(
    pairs: Iterable[Pair], groups: Sequence[Members], refs: Sequence[PassageRef], cutoff: float
) -> list[Members]:
    """Return further groups for pairs of at least ``cutoff`` that no group holds, surest first.

    Any two members of different articles in such a group are a pair of at least ``cutoff``.
    """
    sure = sorted(
        (p for p in pairs if p.similarity >= cutoff), key=lambda p: (-p.similarity, p.a, p.b)
    )
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for pair in sure:
        links[pair.a][pair.b] = links[pair.b][pair.a] = pair.similarity
    held = {edge for members in groups for edge in combinations(members, 2)}
    of: dict[int, list[frozenset[int]]] = defaultdict(list)
    for members in groups:
        _keep(of, members)
    found = []
    for pair in sure:
        if (pair.a, pair.b) in held:
            continue
        members = _grown((pair.a, pair.b), links, refs)
        held.update(combinations(members, 2))
        if not _is_told_already(members, of):
            _keep(of, members)
            found.append(members)
    return found


def _keep(of: dict[int, list[frozenset[int]]], members: Members) -> None:
    for member in members:
        of[member].append(frozenset(members))


def _is_told_already(members: Members, of: dict[int, list[frozenset[int]]]) -> bool:
    near = {group for member in members for group in of[member]}
    return any(len(group.intersection(members)) > MOST_SHARED * len(members) for group in near)


def _grown(
    pair: Members, links: dict[int, dict[int, float]], refs: Sequence[PassageRef]
) -> Members:
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
