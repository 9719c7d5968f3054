"""Near copies: articles of different outlets that are one telling, usually an agency's."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from bias.records import Article, WireCopy
from bias.text import words

SHINGLE_WORDS = 5
MIN_CONTAINMENT = 0.5
"""Share of the shorter text's word shingles that the longer must hold."""
MIN_SHARED_SHINGLES = 30
CANDIDATE_SIMILARITY = 0.1
"""Estimated Jaccard similarity from which a pair is looked at exactly."""
PERMUTATIONS = 128
SEED = 1

Shingles = frozenset[tuple[str, ...]]


def find_copies(articles: Sequence[Article], agencies: Collection[str]) -> tuple[WireCopy, ...]:
    """Return the groups of near copies among trusted articles of different outlets.

    Candidates come from MinHash and locality-sensitive hashing (Broder 1997), the decision from
    the word shingles themselves: the shorter text must stand by half in the longer.

    Args:
        articles: Articles of one event or night.
        agencies: Ids of the outlets that are wire agencies.
    """
    known = sorted((a for a in articles if a.quality.trusted), key=lambda article: article.id)
    shingles = [_shingles(article.text) for article in known]
    near = [
        pair
        for pair in _candidates(shingles)
        if known[pair[0]].outlet != known[pair[1]].outlet and _copied(*(shingles[i] for i in pair))
    ]
    groups = _connected(near)
    return tuple(_copy([known[i] for i in g], [shingles[i] for i in g], agencies) for g in groups)


def _shingles(text: str) -> Shingles:
    tokens = [word.casefold() for word in words(text)]
    return frozenset(zip(*(tokens[i:] for i in range(SHINGLE_WORDS)), strict=False))


def _copied(a: Shingles, b: Shingles) -> bool:
    shared = len(a & b)
    return shared >= max(MIN_SHARED_SHINGLES, MIN_CONTAINMENT * min(len(a), len(b)))


def _jaccard(a: Shingles, b: Shingles) -> float:
    return len(a & b) / max(1, len(a | b))


def _candidates(shingles: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    from datasketch import MinHashLSH

    index: Any = MinHashLSH(threshold=CANDIDATE_SIMILARITY, num_perm=PERMUTATIONS)
    for number, row in enumerate(shingles):
        if len(row) < MIN_SHARED_SHINGLES:
            continue
        sketch = _sketch(row)
        yield from ((other, number) for other in sorted(index.query(sketch)))
        index.insert(number, sketch, check_duplication=False)


def _sketch(row: Shingles) -> Any:
    from datasketch import MinHash

    sketch: Any = MinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update_batch([" ".join(shingle).encode() for shingle in sorted(row)])
    return sketch


def _connected(pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    leader: dict[int, int] = {}

    def root(number: int) -> int:
        while leader.setdefault(number, number) != number:
            number = leader[number]
        return number

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        leader[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for number in sorted(leader):
        groups[root(number)].append(number)
    return [groups[key] for key in sorted(groups)]


def _copy(
    members: Sequence[Article], shingles: Sequence[Shingles], agencies: Collection[str]
) -> WireCopy:
    order = sorted(range(len(members)), key=lambda i: _originality(members[i], agencies))
    first = order[0]
    others = [i for i in order if i != first]
    return WireCopy(
        articles=(members[first].id, *sorted(members[i].id for i in others)),
        agency=_agency([members[i] for i in order], agencies),
        similarity=min(_jaccard(shingles[first], shingles[i]) for i in others),
    )


def _originality(article: Article, agencies: Collection[str]) -> tuple[bool, str, str]:
    return article.outlet not in agencies, article.published or "~", article.id


def _agency(members: Sequence[Article], agencies: Collection[str]) -> str:
    """Return the agency outlet among the members, else the agency that most of them credit."""
    if members[0].outlet in agencies:
        return members[0].outlet
    credits = [article.wire_credit for article in members if article.wire_credit]
    return min(set(credits), key=lambda name: (-credits.count(name), name)) if credits else ""
