"""Two rows of tokens in stretches: the same in both, one in place of the other, or in one alone.

Anchors are found first: the longest row of content words that both passages share in the same
order (by stem, number or concept). What lies between two anchors of both rows stands opposite
each other.
Source: Hunt and Szymanski, A fast algorithm for computing longest common subsequences (1977).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import LCSseq

from bias.alignment.tokens import Token, has_content
from bias.records import Record

WIDEST = 6
"""Longer phrases than these do not replace each other; they are told by one side alone."""

StretchKind = Literal["same", "replaced", "only_a", "only_b"]
_OTHER_SIDE: Mapping[StretchKind, StretchKind] = {"only_a": "only_b", "only_b": "only_a"}
_Tokens = tuple[Token, ...]


class Stretch(Record, frozen=True, kw_only=True):
    """Neighbouring tokens of one or both rows, and how they relate."""

    kind: StretchKind
    a: _Tokens
    b: _Tokens
    concept: bool = False
    """Whether a replacement is known to be another word for the same thing."""


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
        found += _gap(tuple(left[row:i]), tuple(right[column:j]))
        found.append(_opposite(left[i], right[j]))
        row, column = i + 1, j + 1
    found += _gap(tuple(left[row:]), tuple(right[column:]))
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


def _opposite(a: Token, b: Token) -> Stretch:
    """Return the stretch of two tokens that stand opposite each other."""
    same = a.word.stem == b.word.stem or (a.word.number and a.word.key == b.word.key)
    concept = not same and a.word.key == b.word.key != ""
    return Stretch(kind="same" if same else "replaced", a=(a,), b=(b,), concept=concept)


def _gap(left: _Tokens, right: _Tokens) -> list[Stretch]:
    """Return the stretches of what lies between two anchors, small words at its edges first."""
    if not left or not right:
        return _alone(left, right)
    head = _common(left, right)
    tail = _common(left[head:][::-1], right[head:][::-1])
    ends = len(left) - tail, len(right) - tail
    return [
        *map(_opposite, left[:head], right[:head]),
        *_unlike(left[head : ends[0]], right[head : ends[1]]),
        *map(_opposite, left[ends[0] :], right[ends[1] :]),
    ]


def _common(left: _Tokens, right: _Tokens) -> int:
    """Return how many tokens two rows have in common at their beginning."""
    length = 0
    while length < min(len(left), len(right)) and left[length].word.stem == right[length].word.stem:
        length += 1
    return length


def _unlike(left: _Tokens, right: _Tokens) -> list[Stretch]:
    if not left or not right:
        return _alone(left, right)
    if len(left) == len(right) and list(map(_kind_of, left)) == list(map(_kind_of, right)):
        return list(map(_opposite, left, right))
    numbers = [[i for i, token in enumerate(side) if token.word.number] for side in (left, right)]
    if [len(found) for found in numbers] == [1, 1]:
        (i,), (j,) = numbers
        number = _opposite(left[i], right[j])
        return [*_gap(left[:i], right[:j]), number, *_gap(left[i + 1 :], right[j + 1 :])]
    alike = has_content(left) == has_content(right)
    if alike and max(len(left), len(right)) <= WIDEST:
        return [Stretch(kind="replaced", a=left, b=right)]
    return _alone(left, right)


def _alone(left: _Tokens, right: _Tokens) -> list[Stretch]:
    found = [Stretch(kind="only_a", a=left, b=())] if left else []
    return [*found, Stretch(kind="only_b", a=(), b=right)] if right else found


def _kind_of(token: Token) -> tuple[bool, bool, bool, bool]:
    return bool(token.word.key), token.name, token.word.number, token.word.letters


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
