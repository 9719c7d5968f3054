"""Which contrasts are shown first: one of each passage, and none whose difference tells little."""

from collections import defaultdict

from bias.records import Contrast, OppositionKind, PassageRef
from bias.report.reading import Reading
from bias.report.views.agreed import telling_stems
from bias.report.views.sure import sure_enough

LEAST_PLAIN = 0.3
"""Strength from which a contrast without a loaded word is shown at once: below, the two passages
tell too little alike for a difference between plain words to mean anything."""
LEAST_LOADED = 0.15
"""Strength from which a passage is said to differ by a loaded word: below, it differs in most."""
LEAST_STRENGTH = 0.05
"""Weaker ones hardly tell the same, or differ in punctuation alone; they stay off the page."""


def best_contrasts(reading: Reading) -> list[Contrast]:
    """Return the contrast of each passage group that tells most, in the order of the comparison.

    It is the first one of its group, unless another, at least half as strong, has loaded words on
    more sides: "heroes" against "traitors" tells more than "traitors" against "soldiers".
    """
    by_group: dict[str, list[Contrast]] = defaultdict(list)
    for item in strong_contrasts(reading):
        by_group[item.group].append(item)
    return [
        max(
            (item for item in items if item.strength >= items[0].strength / 2),
            key=lambda item: loaded_sides(reading, item),
        )
        for items in by_group.values()
    ]


def differs(reading: Reading, contrast: Contrast) -> bool:
    """Tell whether two passages say much the same and differ by a loaded word in own voice."""
    return contrast.strength >= LEAST_LOADED and loaded_sides(reading, contrast) > 0


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
    return any(map(reading.is_own_loaded, runs))


def worth_a_look(reading: Reading, contrast: Contrast) -> bool:
    """Tell whether a contrast is shown at once."""
    plain = contrast.strength >= LEAST_PLAIN or opposes(contrast)
    return plain or differs(reading, contrast)


def opposes(contrast: Contrast) -> bool:
    """Tell whether two sentences set more against each other than words in one place."""
    return any(found.kind is not OppositionKind.WORDS for found in contrast.oppositions)


def strong_contrasts(reading: Reading) -> list[Contrast]:
    """Return the contrasts worth showing at all, in the order of the comparison."""
    contrasts = reading.comparison.alignment.contrasts
    return [
        item
        for item in contrasts
        if (item.strength >= LEAST_STRENGTH or opposes(item))
        and sure_enough(item.confidence)
        and (opposes(item) or loaded_sides(reading, item) or _both_differ(reading, item))
    ]


def _both_differ(reading: Reading, contrast: Contrast) -> bool:
    """Tell whether each side has words that tell something where the two differ.

    Where the one only adds to what the other says, no word stands against another.
    """
    differing = [step for step in contrast.steps if step.kind != "same"]
    return all(
        telling_stems(" ".join(_printed(reading, ref, span) for span in spans))
        for ref, spans in (
            (contrast.a, [step.a for step in differing]),
            (contrast.b, [step.b for step in differing]),
        )
    )


def _printed(reading: Reading, ref: PassageRef, span: tuple[int, int]) -> str:
    runs = reading.runs(ref.article, reading.passages[ref].part, *span)
    return "".join(run.text for run in runs)
