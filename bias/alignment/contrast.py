"""Two tellings of one thing, word by word: what is the same, added, or put differently."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from bias.alignment.event_passages import EventPassage, covered
from bias.alignment.word_pairs import Bond, Token, TokenPair, pair_tokens, tokens
from bias.records import Contrast, ContrastStep, Record

_Kind = Literal["same", "replaced", "only_a", "only_b"]
_Span = tuple[int, int]
_REPLACEMENTS = {Bond.CONCEPT: 1.0, Bond.PLACE_ALIKE: 0.5, Bond.PLACE: 0.5}
"""What a replacement counts: words of one concept, any two content words in one place."""
_LIGHT = 0.25
"""Words of at most this weight ("said") count half as replacements."""
_DECIMALS = 6


class _Step(Record, frozen=True, kw_only=True):
    kind: _Kind
    a: tuple[Token, ...]
    b: tuple[Token, ...]


def contrast(group: str, a: EventPassage, b: EventPassage, language: str = "en") -> Contrast:
    """Compare two passages of one group word by word."""
    pairs = pair_tokens(tokens(a.text, language), tokens(b.text, language))
    steps = list(_steps(pairs))
    return Contrast(
        group=group,
        a=a.ref,
        b=b.ref,
        steps=tuple(
            ContrastStep(kind=step.kind, a=left, b=right)
            for step, left, right in zip(
                steps, _spans(a, steps, "a"), _spans(b, steps, "b"), strict=True
            )
        ),
        strength=strength(pairs, a.foreign, b.foreign),
    )


def strength(
    pairs: Sequence[TokenPair], foreign_a: Sequence[_Span] = (), foreign_b: Sequence[_Span] = ()
) -> float:
    """Return how much two passages say the same with different words, 0 to 1.

    It is the share of content words that stand opposite an equal one (a word of one concept
    counts half), times a factor that grows with the words replaced in both outlets' own voices:
    1/2 for one, 2/3 for two. Names, numbers and function words are no replacements.
    """
    content = sum(bool(token and token.terms) for pair in pairs for token in (pair.a, pair.b))
    if not content:
        return 0.0
    equal = sum(pair.bond is Bond.EQUAL for pair in pairs)
    likely = sum(pair.bond is Bond.CONCEPT for pair in pairs)
    replaced = sum(_replaced(pair, foreign_a, foreign_b) for pair in pairs)
    close = min(1.0, (2 * equal + likely) / content)
    return round(close * replaced / (1 + replaced), _DECIMALS)


def _replaced(pair: TokenPair, foreign_a: Sequence[_Span], foreign_b: Sequence[_Span]) -> float:
    a, b, value = pair.a, pair.b, _REPLACEMENTS.get(pair.bond, 0.0)
    if not value or a is None or b is None or a.number or (a.name and b.name):
        return 0.0
    if covered(a.start, a.end, foreign_a) or covered(b.start, b.end, foreign_b):
        return 0.0
    light = max(term.weight for term in a.terms + b.terms) <= _LIGHT
    return value / 2 if light else value


def _steps(pairs: Sequence[TokenPair]) -> Iterator[_Step]:
    """Yield runs of equal and of added tokens, and every replacement by itself."""
    numbered = enumerate(pairs)
    runs = groupby(numbered, key=lambda item: (_kind(item[1]), _own_run(*item)))
    for (kind, _), run in runs:
        found = [pair for _, pair in run]
        yield _Step(
            kind=kind,
            a=tuple(pair.a for pair in found if pair.a),
            b=tuple(pair.b for pair in found if pair.b),
        )


def _kind(pair: TokenPair) -> _Kind:
    if pair.b is None:
        return "only_a"
    if pair.a is None:
        return "only_b"
    return "same" if pair.bond in (Bond.EQUAL, Bond.EQUAL_SMALL) else "replaced"


def _own_run(position: int, pair: TokenPair) -> int:
    return position if _kind(pair) == "replaced" else -1


def _spans(passage: EventPassage, steps: Sequence[_Step], side: Literal["a", "b"]) -> list[_Span]:
    """Return one span per step; together they tile the passage.

    The blank between two steps goes to the one that is the same in both, so that what differs is
    marked without blanks.
    """
    rows: list[tuple[Token, ...]] = [getattr(step, side) for step in steps]
    filled = [row for row, tokens_ in enumerate(rows) if tokens_]
    cuts = [
        rows[left][-1].end
        if steps[left].kind != "same" and steps[right].kind == "same"
        else rows[right][0].start
        for left, right in zip(filled, filled[1:], strict=False)
    ]
    ends = dict(zip(filled, [*cuts, len(passage.text)], strict=False))
    spans, position = [], 0
    for row in range(len(rows)):
        end = ends.get(row, position)
        spans.append((passage.start + position, passage.start + end))
        position = end
    return spans
