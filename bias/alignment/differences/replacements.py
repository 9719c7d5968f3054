"""What stands between two anchors of two rows of tokens: in place of each other, or in one alone.

Opposite each other stand words one by one where both sides are built alike, else phrases, taken
apart at a number or at a small word that both have. Small words and marks at the edges of a phrase
are no part of it, and a mark is never put for another mark.
"""

from collections.abc import Iterator
from typing import Literal

from bias.alignment.terms.tokens import Token, has_content
from bias.records import Record

WIDEST = 6
"""Longer phrases than these do not replace each other; they are told by one side alone."""
LIGHT = 0.25
"""Words of at most this weight tell little; a phrase of them is not put for a heavier one."""
_LINKS = frozenset(
    {"against", "and", "as", "at", "by", "for", "from", "in", "of", "on", "to", "with"}
)
"""Small words at which two phrases are taken apart: "cuts for the poor", "raids on the idle"."""

StretchKind = Literal["same", "replaced", "only_a", "only_b"]
_Tokens = tuple[Token, ...]


class Stretch(Record, frozen=True, kw_only=True):
    """Neighbouring tokens of one or both rows, and how they relate."""

    kind: StretchKind
    a: _Tokens
    b: _Tokens
    concept: bool = False
    """Whether a replacement is known to be another word for the same thing."""


def opposite(a: Token, b: Token) -> Stretch:
    """Return the stretch of two tokens that stand opposite each other."""
    same = a.word.stem == b.word.stem or (a.word.number and a.word.key == b.word.key)
    concept = not same and a.word.key == b.word.key != ""
    return Stretch(kind="same" if same else "replaced", a=(a,), b=(b,), concept=concept)


def between(left: _Tokens, right: _Tokens) -> list[Stretch]:
    """Return the stretches of what lies between two anchors, small words at its edges first."""
    if not left or not right:
        return _alone(left, right) if left or right else []
    head = _common(left, right)
    tail = _common(left[head:][::-1], right[head:][::-1])
    ends = len(left) - tail, len(right) - tail
    return [
        *map(opposite, left[:head], right[:head]),
        *_unlike(left[head : ends[0]], right[head : ends[1]]),
        *map(opposite, left[ends[0] :], right[ends[1] :]),
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
    if list(map(_kind_of, left)) == list(map(_kind_of, right)):
        return [stretch for pair in zip(left, right, strict=True) for stretch in _one(*pair)]
    wide = max(len(left), len(right)) > WIDEST
    split = _number_in(left, right) or (None if wide else _link_in(left, right))
    if split:
        i, j = split
        before, behind = between(left[:i], right[:j]), between(left[i + 1 :], right[j + 1 :])
        return [*before, opposite(left[i], right[j]), *behind]
    return _alone(left, right) if wide else _phrases(left, right)


def _one(a: Token, b: Token) -> list[Stretch]:
    """Return a word for a word; a mark is never put for another mark."""
    found = opposite(a, b)
    marks = found.kind == "replaced" and not a.word.letters
    return _alone((a,), (b,)) if marks else [found]


def _number_in(left: _Tokens, right: _Tokens) -> tuple[int, int] | None:
    """Return where the only number of each side stands."""
    numbers = [[i for i, token in enumerate(side) if token.word.number] for side in (left, right)]
    return (numbers[0][0], numbers[1][0]) if list(map(len, numbers)) == [1, 1] else None


def _link_in(left: _Tokens, right: _Tokens) -> tuple[int, int] | None:
    """Return where the first small word stands that links two phrases on either side alike."""
    sides = [{token.word.stem: i for i, token in _links(side)} for side in (left, right)]
    shared = [stem for stem in sides[0] if stem in sides[1]]
    return (sides[0][shared[0]], sides[1][shared[0]]) if shared else None


def _links(tokens: _Tokens) -> Iterator[tuple[int, Token]]:
    """Yield the small words that have content on both sides, articles left out."""
    first, last = _core(tokens)
    for i in range(first, last):
        word = tokens[i].word
        if word.letters and not word.key and word.stem in _LINKS:
            yield i, tokens[i]


def _phrases(left: _Tokens, right: _Tokens) -> list[Stretch]:
    """Return a phrase for a phrase, without the small words and marks at its edges."""
    a, b = left[slice(*_core(left))], right[slice(*_core(right))]
    if not a or not b or _light(a) != _light(b):
        return _alone(left, right)
    if (a, b) != (left, right):
        (i, k), (j, n) = _core(left), _core(right)
        return [*between(left[:i], right[:j]), *between(a, b), *between(left[k:], right[n:])]
    return [Stretch(kind="replaced", a=a, b=b)]


def _core(tokens: _Tokens) -> tuple[int, int]:
    """Return where the content of a phrase begins and ends, equal if it has none."""
    filled = [i for i, token in enumerate(tokens) if token.word.key or token.name]
    return (filled[0], filled[-1] + 1) if has_content(tokens) else (0, 0)


def _light(tokens: _Tokens) -> bool:
    """Say whether a phrase holds none but words that tell little ("said", "took")."""
    return all(token.word.weight <= LIGHT for token in tokens)


def _alone(left: _Tokens, right: _Tokens) -> list[Stretch]:
    found = [Stretch(kind="only_a", a=left, b=())] if left else []
    return [*found, Stretch(kind="only_b", a=(), b=right)] if right else found


def _kind_of(token: Token) -> tuple[bool, bool, bool, bool]:
    return bool(token.word.key), token.name, token.word.number, token.word.letters
