"""Passages of one group that print one text: what two outlets took from an agency is one telling.

Where two articles are copies as wholes the articles stage says so. Outlets also rework an agency's
text, and keep some of its sentences: those count once as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import Indel

from bias.alignment.event_passages import EventPassage
from bias.alignment.terms.number_spans import term_spans
from bias.records import PassageRef, Voice

SAME = 0.95
"""Least share of words in common order for one sentence printed twice."""
COPIED, COMMON = 0.9, 2
"""Two outlets with so many sentences of at least this share rework one text."""
REWORKED = 0.7
"""Least share for a copied sentence between two such outlets."""
LEAST_WORDS = 8
"""Words outside quotation marks; shorter sentences are alike by chance."""

Words = tuple[str, ...]


def shared_texts(
    groups: Sequence[Sequence[EventPassage]],
) -> tuple[tuple[tuple[PassageRef, ...], ...], ...]:
    """Return for every group the rows of its members that print one text, each of two outlets."""
    alike = [dict(_alike(members)) for members in groups]
    common: dict[frozenset[str], int] = {}
    for found in alike:
        for outlets in {_outlets(pair) for pair, share in found.items() if share >= COPIED}:
            common[outlets] = common.get(outlets, 0) + 1
    return tuple(tuple(_rows(found, common)) for found in alike)


_Pair = tuple[EventPassage, EventPassage]


def _outlets(pair: _Pair) -> frozenset[str]:
    return frozenset(passage.outlet for passage in pair)


def _alike(members: Sequence[EventPassage]) -> Iterator[tuple[_Pair, float]]:
    """Yield the pairs of different outlets with their share of words in common order."""
    read = {member.ref: _own_words(member) for member in members}
    for a, b in combinations(members, 2):
        left, right = read[a.ref], read[b.ref]
        if a.outlet != b.outlet and min(len(left), len(right)) >= LEAST_WORDS:
            share = Indel.normalized_similarity(left, right, score_cutoff=REWORKED)
            if share:
                yield (a, b), share


def _own_words(passage: EventPassage) -> Words:
    """Return the words outside quotation marks: that both quote somebody is no copying."""
    quoted = [(v.start, v.end) for v in passage.voices if v.voice is Voice.QUOTED]
    return tuple(
        passage.text[start:end].casefold()
        for start, end in term_spans(passage.text)
        if not any(left <= start < right for left, right in quoted)
    )


def _rows(
    found: Mapping[_Pair, float], common: Mapping[frozenset[str], int]
) -> Iterator[tuple[PassageRef, ...]]:
    rows: list[set[PassageRef]] = []
    for (a, b), share in found.items():
        known = common.get(_outlets((a, b)), 0) >= COMMON
        if share >= (REWORKED if known else SAME):
            row = {a.ref, b.ref}.union(*(each for each in rows if each & {a.ref, b.ref}))
            rows = [each for each in rows if not each & row] + [row]
    return (tuple(sorted(row)) for row in sorted(rows, key=min))
