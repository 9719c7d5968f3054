"""Two rows of tokens in stretches: the same in both, one in place of the other, or in one alone.

Anchors are found first: the heaviest set of tied tokens that keeps its order in both rows, by
dynamic programming. What lies between two anchors of both rows stands opposite each other.
Source: Needleman and Wunsch, A general method applicable to the search for similarities (1970).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from bias.alignment.tokens import Bond, Token, bond, has_content
from bias.records import Record

WIDEST = 6
"""Longer phrases than these do not replace each other; they are told by one side alone."""

StretchKind = Literal["same", "replaced", "only_a", "only_b"]
_Anchor = tuple[int, int, Bond]
_Tokens = tuple[Token, ...]


class Stretch(Record, frozen=True, kw_only=True):
    """Neighbouring tokens of one or both rows, and how they relate."""

    kind: StretchKind
    a: _Tokens
    b: _Tokens
    concept: bool = False
    """Whether a replacement is known to be another word for the same thing."""


def compare_tokens(left: Sequence[Token], right: Sequence[Token]) -> list[Stretch]:
    """Return the stretches that make up both rows, in reading order."""
    row = column = 0
    found: list[Stretch] = []
    for i, j, tie in [*_firm(_anchors(left, right), left), (len(left), len(right), None)]:
        found += _gap(tuple(left[row:i]), tuple(right[column:j]))
        if tie is not None:
            found.append(_anchored(left[i], right[j], tie))
        row, column = i + 1, j + 1
    return list(_joined(found))


def _anchored(a: Token, b: Token, tie: Bond) -> Stretch:
    kind: StretchKind = "same" if tie in (Bond.EQUAL, Bond.SMALL) else "replaced"
    return Stretch(kind=kind, a=(a,), b=(b,), concept=tie is Bond.CONCEPT)


def _anchors(left: Sequence[Token], right: Sequence[Token]) -> list[_Anchor]:
    """Return the tied tokens of the best alignment."""
    ties = _ties(left, right)
    table = _table(ties, len(right))
    anchors: list[_Anchor] = []
    i, j = len(left), len(right)
    while i and j:
        if table[i][j] == table[i - 1][j]:
            i -= 1
        elif table[i][j] == table[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            anchors.append((i, j, ties[i][j]))
    return anchors[::-1]


def _ties(left: Sequence[Token], right: Sequence[Token]) -> list[dict[int, Bond]]:
    """Return for every token on the left those on the right that it has a bond with."""
    holders: dict[str, list[int]] = {}
    for j, token in enumerate(right):
        for handle in token.handles:
            holders.setdefault(handle, []).append(j)
    return [
        {
            j: tie
            for handle in token.handles
            for j in holders.get(handle, ())
            if (tie := bond(token, right[j]))
        }
        for token in left
    ]


def _table(ties: Sequence[dict[int, Bond]], width: int) -> list[list[float]]:
    """Return the greatest weight of ties between every two beginnings."""
    table = [[0.0] * (width + 1)]
    for row in ties:
        above = table[-1]
        if not row:
            table.append(above)
            continue
        line = [0.0]
        for j in range(width):
            tied = above[j] + row[j].value if j in row else 0.0
            line.append(max(tied, above[j + 1], line[j]))
        table.append(line)
    return table


def _firm(anchors: Sequence[_Anchor], left: Sequence[Token]) -> Iterator[_Anchor]:
    """Yield the anchors without lone function words that have other words on either side."""
    for _, run in groupby(enumerate(anchors), key=lambda item: _diagonal(*item)):
        found = [anchor for _, anchor in run]
        at_edge = found[0][:2] == (0, 0) or found[-1][0] == len(left) - 1
        if at_edge or len(found) > 1 or left[found[0][0]].terms:
            yield from found


def _diagonal(position: int, anchor: _Anchor) -> tuple[int, int]:
    """Return what is the same for anchors that follow each other without a gap."""
    i, j, _ = anchor
    return i - position, j - position


def _gap(left: _Tokens, right: _Tokens) -> list[Stretch]:
    """Return the stretches of what lies between two anchors."""
    if left and right and _parallel(left, right):
        return [
            _anchored(a, b, bond(a, b) or Bond.NUMBER) for a, b in zip(left, right, strict=True)
        ]
    alike = has_content(left) == has_content(right)
    if left and right and alike and max(len(left), len(right)) <= WIDEST:
        return [Stretch(kind="replaced", a=left, b=right)]
    alone = [Stretch(kind="only_a", a=left, b=()), Stretch(kind="only_b", a=(), b=right)]
    return [stretch for stretch in alone if stretch.a or stretch.b]


def _parallel(left: _Tokens, right: _Tokens) -> bool:
    """Say whether two phrases match word for word in kind."""
    return [_kind_of(token) for token in left] == [_kind_of(token) for token in right]


def _kind_of(token: Token) -> tuple[bool, bool, bool, bool]:
    return bool(token.terms), token.name, token.number, token.folded[0].isalnum()


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
