"""Two tellings of one thing, word by word: what is the same, added, or put differently."""

import math
from collections.abc import Iterator, Sequence
from typing import Literal

from bias.alignment.differences.denials import is_denied
from bias.alignment.differences.replacements import LIGHT, Stretch
from bias.alignment.differences.stretches import compare_tokens
from bias.alignment.event_passages import EventPassage, VoiceStretch
from bias.alignment.terms.tokens import Token, read_tokens
from bias.languages import DEFAULT
from bias.records import Contrast, ContrastStep, PassageRef, Voice

_Span = tuple[int, int]
_CONCEPT, _WORD, _PHRASE = 1.0, 0.75, 0.7
"""What a replacement counts: another word for the same thing, word for word, phrase for phrase."""
_ADDED = 0.3
"""What one outlet adds ("the sweating president"), shared among the words it adds: the longer an
addition, the more it tells another fact and the less it puts the same one differently."""
_DENIED = 1.0
"""What it counts that one passage denies what the other affirms, whoever says so."""
_REPORTED = 0.7
"""A replacement in reported speech counts less: the words may be the outlet's or the speaker's."""
_DECIMALS = 6


class TokenReader:
    """Reads the tokens of passages, each passage once."""

    def __init__(self, language: str = DEFAULT) -> None:
        self.language = language
        self._read: dict[PassageRef, list[Token]] = {}

    def __call__(self, passage: EventPassage) -> list[Token]:
        """Return the tokens of one passage."""
        if passage.ref not in self._read:
            self._read[passage.ref] = read_tokens(passage.text, self.language)
        return self._read[passage.ref]


def contrast(group: str, a: EventPassage, b: EventPassage, read: TokenReader) -> Contrast:
    """Compare two passages of one group word by word."""
    stretches = compare_tokens(read(a), read(b))
    sides = zip(stretches, _spans(a, stretches, "a"), _spans(b, stretches, "b"), strict=True)
    return Contrast(
        group=group,
        a=a.ref,
        b=b.ref,
        steps=tuple(
            ContrastStep(kind=stretch.kind, a=left, b=right) for stretch, left, right in sides
        ),
        strength=strength(stretches, a.voices, b.voices, denied=is_denied(a, b, read.language)),
    )


def strength(
    stretches: Sequence[Stretch],
    voices_a: Sequence[VoiceStretch] = (),
    voices_b: Sequence[VoiceStretch] = (),
    *,
    denied: bool = False,
) -> float:
    """Return how much two passages say the same with different words, 0 to 1.

    It is the closeness of the two, times a factor that grows with what differs in the outlets'
    own voices: 1/2 for one word put for another, 2/3 for two. Quoted words, names put for names,
    numbers and function words make no difference; that one denies what the other affirms does.
    """
    weights = [(_weight(stretch), stretch) for stretch in stretches if stretch.kind != "same"]
    different = math.fsum(
        weight * min(_own(stretch.a, voices_a), _own(stretch.b, voices_b))
        for weight, stretch in weights
        if weight
    )
    different += _DENIED if denied else 0.0
    return round(_closeness(stretches) * different / (1 + different), _DECIMALS)


def _closeness(stretches: Sequence[Stretch]) -> float:
    """Return the share of content words that are the same, 0 to 1.

    The mean (geometric) of the share in both and in the shorter passage, so that a clause one
    outlet adds counts little. What is replaced counts half.
    """
    left = right = same = 0.0
    for stretch in stretches:
        share = 0.5 if stretch.kind == "replaced" else 1.0
        left += share * (content := _content(stretch.a))
        right += share * _content(stretch.b)
        same += content if stretch.kind == "same" else 0
    if not left or not right:
        return 0.0
    return min(1.0, math.sqrt(2 * same / (left + right) * same / min(left, right)))


def _content(tokens: Sequence[Token]) -> int:
    return len([token for token in tokens if token.word.key])


def _weight(stretch: Stretch) -> float:
    """Return how much a stretch that is not the same makes the passages differ, 0 to 1."""
    sides = [
        [t for t in side if t.word.key and not t.word.number] for side in (stretch.a, stretch.b)
    ]
    words = [token for side in sides for token in side]
    if all(token.name for token in words):
        return 0.0
    if stretch.kind == "replaced":
        value = _replacement(stretch, sides) if all(sides) else 0.0
    else:
        value = _ADDED / len(words) if words else 0.0
    light = max(token.word.weight for token in words) <= LIGHT
    return value / 2 if light else value


def _replacement(stretch: Stretch, sides: Sequence[Sequence[Token]]) -> float:
    if stretch.concept:
        return _CONCEPT
    return _WORD if all(len(side) == 1 for side in sides) else _PHRASE


def _own(tokens: Sequence[Token], voices: Sequence[VoiceStretch]) -> float:
    """Return 1 for the outlet's own words, 0 for words in quotation marks."""
    if not voices:
        return 1.0
    others = {
        voice.voice
        for voice in voices
        for token in tokens
        if token.word.key and voice.start < token.end and token.start < voice.end
    }
    if others & {Voice.QUOTED, Voice.SCARE}:
        return 0.0
    return _REPORTED if Voice.ATTRIBUTED in others else 1.0


def _spans(
    passage: EventPassage, stretches: Sequence[Stretch], side: Literal["a", "b"]
) -> Iterator[_Span]:
    """Yield one span per stretch; together they tile the passage.

    The blank between two stretches goes to the one that is the same in both, so that what differs
    is marked without blanks.
    """
    rows: list[tuple[Token, ...]] = [getattr(stretch, side) for stretch in stretches]
    filled = [row for row, tokens in enumerate(rows) if tokens]
    cuts = [
        rows[left][-1].end
        if stretches[left].kind != "same" and stretches[right].kind == "same"
        else rows[right][0].start
        for left, right in zip(filled, filled[1:], strict=False)
    ]
    ends = dict(zip(filled, [*cuts, len(passage.text)], strict=False))
    position = 0
    for row in range(len(rows)):
        end = ends.get(row, position)
        yield passage.start + position, passage.start + end
        position = end
