"""Contrasts: two passages that tell the same, word by word."""

from collections.abc import Sequence

from bias.records import Contrast, ContrastStep, PassageRef, Record, Voice
from bias.report.plain import VOICES
from bias.report.reading import Reading, Sentence
from bias.report.runs import Run

MOST_PAIRS = 3
"""Word pairs named above a contrast."""


class Half(Record, frozen=True, kw_only=True):
    """The words of one side, and whose voice its loaded words are in."""

    runs: tuple[Run, ...]
    voices: tuple[str, ...]


class Pair(Record, frozen=True, kw_only=True):
    """Words that stand opposite each other."""

    a: Half
    b: Half


class Step(Record, frozen=True, kw_only=True):
    """One stretch of two passages compared: the words of the one above those of the other."""

    kind: str
    a: tuple[Run, ...]
    b: tuple[Run, ...]


class ContrastView(Record, frozen=True, kw_only=True):
    """Two passages that tell the same, word by word."""

    group: str
    a: Sentence
    b: Sentence
    steps: tuple[Step, ...]
    pairs: tuple[Pair, ...]
    """The words replaced; where any half is loaded, only pairs with a loaded half."""
    strength: float


def contrast_views(reading: Reading, most: int | None = None) -> tuple[ContrastView, ...]:
    """Return the contrasts, strongest first, at most ``most`` of them."""
    contrasts = reading.comparison.alignment.contrasts[:most]
    return tuple(_contrast(reading, contrast) for contrast in contrasts)


def _contrast(reading: Reading, contrast: Contrast) -> ContrastView:
    steps = tuple(_step(reading, contrast, step) for step in contrast.steps)
    pairs = [Pair(a=_half(step.a), b=_half(step.b)) for step in steps if step.kind == "replaced"]
    loaded = [pair for pair in pairs if pair.a.voices or pair.b.voices]
    return ContrastView(
        group=contrast.group,
        a=reading.sentence(contrast.a),
        b=reading.sentence(contrast.b),
        steps=steps,
        pairs=tuple((loaded or pairs)[:MOST_PAIRS]),
        strength=contrast.strength,
    )


def _step(reading: Reading, contrast: Contrast, step: ContrastStep) -> Step:
    def runs(ref: PassageRef, span: tuple[int, int]) -> tuple[Run, ...]:
        return reading.runs(ref.article, reading.passages[ref].part, *span)

    return Step(kind=step.kind, a=runs(contrast.a, step.a), b=runs(contrast.b, step.b))


def _half(runs: Sequence[Run]) -> Half:
    spoken: list[Voice] = [run.voice for run in runs if run.note]
    return Half(
        runs=tuple(runs),
        voices=tuple(words.label for voice, words in VOICES.items() if voice in spoken),
    )
