"""Contrasts: two passages that tell the same, word by word."""

from collections import defaultdict
from collections.abc import Sequence

from bias.records import Contrast, ContrastStep, PassageRef, Record, Voice
from bias.report.plain import VOICES
from bias.report.reading import Reading, Sentence
from bias.report.runs import Run

MOST_PAIRS = 3
"""Word pairs named above a contrast."""
MOST_FIRST = 6
"""Contrasts shown at once, one of each passage group."""
MOST_SHOWN = 40
"""Contrasts on the page; the JSON file holds all."""
LEAST_PLAIN = 0.3
"""Strength from which a contrast without a loaded word is shown at once: below, the two passages
tell too little alike for a difference between plain words to mean anything."""
LEAST_STRENGTH = 0.05
"""Weaker ones hardly tell the same, or differ in punctuation alone; they stay off the page."""


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
    spaced: bool
    """White space stands before it, in the first passage that has words here."""


class ContrastView(Record, frozen=True, kw_only=True):
    """Two passages that tell the same, word by word."""

    group: str
    a: Sentence
    b: Sentence
    steps: tuple[Step, ...]
    pairs: tuple[Pair, ...]
    """The words replaced; where any half is loaded, only pairs with a loaded half."""
    strength: float


class ContrastsView(Record, frozen=True, kw_only=True):
    """The contrasts of an event in the order of the comparison."""

    first: tuple[ContrastView, ...]
    """At most one of each passage group: those worth a look before all others."""
    rest: tuple[ContrastView, ...]
    loaded: int
    """Passage groups in which the wording differs by a loaded word."""
    hidden: int
    """Those not shown, weak ones included."""


def contrasts_view(reading: Reading) -> ContrastsView:
    """Return the contrasts worth showing, one of each passage group first."""
    best = best_contrasts(reading)
    first = [item for item in best if _at_once(reading, item)][:MOST_FIRST]
    rest = [item for item in _strong(reading) if item not in first]
    rest = rest[: MOST_SHOWN - len(first)]
    return ContrastsView(
        first=tuple(contrast_view(reading, item) for item in first),
        rest=tuple(contrast_view(reading, item) for item in rest),
        loaded=sum(loaded_sides(reading, item) > 0 for item in best),
        hidden=len(reading.comparison.alignment.contrasts) - len(first) - len(rest),
    )


def best_contrasts(reading: Reading) -> list[Contrast]:
    """Return the contrast of each passage group that tells most, in the order of the comparison.

    It is the first one of its group, unless another, at least half as strong, has loaded words on
    more sides: "heroes" against "traitors" tells more than "traitors" against "soldiers".
    """
    by_group: dict[str, list[Contrast]] = defaultdict(list)
    for item in _strong(reading):
        by_group[item.group].append(item)
    return [
        max(
            (item for item in items if item.strength >= items[0].strength / 2),
            key=lambda item: loaded_sides(reading, item),
        )
        for items in by_group.values()
    ]


def loaded_sides(reading: Reading, contrast: Contrast) -> int:
    """Count the sides (0 to 2) with an own-voice loaded word where the two differ."""
    differing = [step for step in contrast.steps if step.kind != "same"]
    sides = (
        (contrast.a, [step.a for step in differing]),
        (contrast.b, [step.b for step in differing]),
    )
    return sum(any(_loaded(reading, ref, span) for span in spans) for ref, spans in sides)


def _loaded(reading: Reading, ref: PassageRef, span: tuple[int, int]) -> bool:
    runs = reading.runs(ref.article, reading.passages[ref].part, *span)
    return any(run.note and run.voice is Voice.OWN for run in runs)


def _at_once(reading: Reading, contrast: Contrast) -> bool:
    return contrast.strength >= LEAST_PLAIN or loaded_sides(reading, contrast) > 0


def _strong(reading: Reading) -> list[Contrast]:
    contrasts = reading.comparison.alignment.contrasts
    return [item for item in contrasts if item.strength >= LEAST_STRENGTH]


def contrast_view(reading: Reading, contrast: Contrast) -> ContrastView:
    """Return one contrast as shown."""
    steps = tuple(_step(reading, contrast, step) for step in _joined(contrast.steps))
    replaced = [
        _step(reading, contrast, step) for step in contrast.steps if step.kind == "replaced"
    ]
    pairs = [Pair(a=_half(step.a), b=_half(step.b)) for step in replaced]
    pairs = [pair for pair in pairs if _letters(pair)]
    loaded = [pair for pair in pairs if pair.a.voices or pair.b.voices]
    # Without a loaded half, the longest pair says most: "of" against "from" says nothing.
    plain = sorted(pairs, key=_letters, reverse=True)[:1]
    return ContrastView(
        group=contrast.group,
        a=reading.sentence(contrast.a),
        b=reading.sentence(contrast.b),
        steps=steps,
        pairs=tuple(loaded[:MOST_PAIRS] or plain),
        strength=contrast.strength,
    )


def _joined(steps: Sequence[ContrastStep]) -> list[ContrastStep]:
    """Join words that only one has with neighbours that only the other has, into one fork."""
    joined: list[ContrastStep] = []
    for step in steps:
        if joined and {joined[-1].kind, step.kind} == {"only_a", "only_b"}:
            last = joined.pop()
            a, b = (last, step) if step.kind == "only_b" else (step, last)
            # What a third step in a row would be joined to is no longer "only" of one side.
            joined.append(ContrastStep(kind="replaced", a=a.a, b=b.b))
        else:
            joined.append(step)
    return joined


def _step(reading: Reading, contrast: Contrast, step: ContrastStep) -> Step:
    def runs(ref: PassageRef, span: tuple[int, int]) -> tuple[Run, ...]:
        return reading.runs(ref.article, reading.passages[ref].part, *span)

    ref, (start, _) = (contrast.a, step.a) if step.a[0] < step.a[1] else (contrast.b, step.b)
    passage = reading.passages[ref]
    text = reading.articles[ref.article].part_text(passage.part)
    return Step(
        kind=step.kind,
        a=runs(contrast.a, step.a),
        b=runs(contrast.b, step.b),
        spaced=start > passage.start
        and (text[start - 1].isspace() or text[start : start + 1].isspace()),
    )


def _half(runs: Sequence[Run]) -> Half:
    spoken = {run.voice for run in runs if run.note}
    return Half(
        runs=tuple(runs),
        voices=tuple(words.label for voice, words in VOICES.items() if voice in spoken),
    )


def _letters(pair: Pair) -> int:
    halves = ("".join(run.text for run in half.runs) for half in (pair.a, pair.b))
    return min(sum(char.isalnum() for char in half) for half in halves)
