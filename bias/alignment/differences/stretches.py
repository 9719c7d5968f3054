"""Two rows of tokens in stretches: the same in both, one in place of the other, or in one alone.

Anchors are found first: the longest row of content words that both passages share in the same
order (by stem, number or concept). What lies between two anchors of both rows stands opposite
each other.
Source: Hunt and Szymanski, A fast algorithm for computing longest common subsequences (1977).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rapidfuzz.distance import LCSseq

from bias.alignment.differences.replacements import Stretch, StretchKind, between, opposite
from bias.alignment.terms.tokens import Token

_OTHER_SIDE: Mapping[StretchKind, StretchKind] = {"only_a": "only_b", "only_b": "only_a"}


def compare_tokens(left: Sequence[Token], right: Sequence[Token]) -> list[Stretch]:
    """Return the stretches that make up both rows, in reading order.

    The rows the other way round give the same stretches with their sides exchanged.
    """
    if [token.word.stem for token in right] < [token.word.stem for token in left]:
        return [_exchanged(stretch) for stretch in _compare(right, left)]
    return _compare(left, right)


def _exchanged(stretch: Stretch) -> Stretch:
    kind: StretchKind = _OTHER_SIDE.get(stretch.kind, stretch.kind)
    return Stretch(kind=kind, a=stretch.b, b=stretch.a, concept=stretch.concept)


def _compare(left: Sequence[Token], right: Sequence[Token]) -> list[Stretch]:
    row = column = 0
    found: list[Stretch] = []
    for i, j in _anchors(left, right):
        found += between(tuple(left[row:i]), tuple(right[column:j]))
        found.append(opposite(left[i], right[j]))
        row, column = i + 1, j + 1
    found += between(tuple(left[row:]), tuple(right[column:]))
    return list(_joined(found))


def _anchors(left: Sequence[Token], right: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the positions of content words that both rows hold in the same order."""
    rows = [i for i, token in enumerate(left) if token.word.key]
    columns = [j for j, token in enumerate(right) if token.word.key]
    codes: dict[str, int] = {}
    a = [codes.setdefault(left[i].word.key, len(codes)) for i in rows]
    b = [codes.setdefault(right[j].word.key, len(codes)) for j in columns]
    for block in LCSseq.opcodes(a, b).as_matching_blocks():
        for step in range(block.size):
            yield rows[block.a + step], columns[block.b + step]


def _joined(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches with neighbours that are the same in both made one."""
    for same, run in groupby(stretches, key=lambda stretch: stretch.kind == "same"):
        found = list(run)
        if same:
            yield Stretch(
                kind="same",
                a=tuple(token for stretch in found for token in stretch.a),
                b=tuple(token for stretch in found for token in stretch.b),
            )
        else:
            yield from found
