"""Which contrasts come first: those where a loaded word stands opposite another one.

Alignment knows how closely two passages match but not which words are loaded; the findings know the
words but not what stands opposite. Only together do they tell "tyrant" against "President" from
"cars" against "vehicles".
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from bias.records import (
    Alignment,
    Contrast,
    ContrastStep,
    Finding,
    Part,
    Passage,
    PassageRef,
    Voice,
    VoicedArticle,
    VoiceSpan,
)

REPLACED, ADDED = 0.25, 0.1
"""What one degree of loading (1 to 3) adds to a contrast's strength in the ranking: a word that
stands opposite another one counts for more than one that only one side has."""
HEADLINES, QUOTED, ALIKE, LENGTH = 0.3, 0.4, 0.4, 0.1
"""What it adds that both are headlines, what the share in quotation marks and the share that is the
same take away, and what length adds: round numbers, chosen on half of the labelled events."""

_Loaded = tuple[str, str, int]
"""A finding, by article, part and start."""


def rank_contrasts(
    alignment: Alignment, voiced: Sequence[VoicedArticle], findings: Iterable[Finding]
) -> Alignment:
    """Return the alignment with its contrasts in the order a reader should see them.

    The strength of each contrast stays what alignment made it, 0 to 1; only the order changes, and
    equal ranks keep theirs.
    """
    passages = {
        PassageRef(article=passage.article, index=passage.index): passage
        for each in voiced
        for passage in each.passages
    }
    own = defaultdict(list)
    for finding in findings:
        if finding.voice is Voice.OWN and not finding.negated:
            own[PassageRef(article=finding.article, index=finding.passage)].append(finding)
    quoted = {each.article: each.voices for each in voiced}
    loads = [_loads(contrast, passages, own) for contrast in alignment.contrasts]
    worth = [_worth(contrast, passages, quoted) for contrast in alignment.contrasts]
    places = _places(worth, loads)
    ranked = tuple(alignment.contrasts[place] for place in places)
    return msgspec.structs.replace(alignment, contrasts=ranked)


def _worth(
    contrast: Contrast,
    passages: Mapping[PassageRef, Passage],
    voices: Mapping[str, Sequence[VoiceSpan]],
) -> float:
    """Return what a contrast is worth to a reader, whatever words are loaded.

    Readers of real events found telling what outlets say in their own words, at some length and
    with little in common, and above all their headlines; hardly ever a shared quotation.
    """
    sides = (passages[contrast.a], passages[contrast.b])
    lengths = [max(1, side.end - side.start) for side in sides]
    same = sum(s.a[1] - s.a[0] + s.b[1] - s.b[0] for s in contrast.steps if s.kind == "same")
    quoted = max(_quoted(side, voices.get(side.article, ())) for side in sides)
    headlines = all(side.part is Part.TITLE for side in sides)
    return (
        contrast.strength
        + HEADLINES * headlines
        - QUOTED * quoted
        - ALIKE * same / sum(lengths)
        + LENGTH * math.log(min(lengths))
    )


def _quoted(passage: Passage, voices: Sequence[VoiceSpan]) -> float:
    """Return the share of a passage that stands in quotation marks, 0 to 1."""
    inside = sum(
        max(0, min(span.end, passage.end) - max(span.start, passage.start))
        for span in voices
        if span.part is passage.part and span.voice is Voice.QUOTED
    )
    return min(1.0, inside / max(1, passage.end - passage.start))


def _places(strengths: Sequence[float], loads: Sequence[Mapping[_Loaded, float]]) -> list[int]:
    """Return the contrasts, by index, in their order: each is to show what none before it showed.

    One loaded word stands opposite the plain one of every other outlet. The best of these contrasts
    keeps its place; the others repeat it and come after all that is new.
    """
    rank = [s + max(load.values(), default=0.0) for s, load in zip(strengths, loads, strict=True)]
    shown: set[_Loaded] = set()
    repeats = set()
    for place in sorted(range(len(rank)), key=lambda place: -rank[place]):
        if loads[place] and shown.issuperset(loads[place]):
            repeats.add(place)
        shown.update(loads[place])
    return sorted(range(len(rank)), key=lambda place: (place in repeats, -rank[place]))


def _loads(
    contrast: Contrast,
    passages: Mapping[PassageRef, Passage],
    own: Mapping[PassageRef, Sequence[Finding]],
) -> dict[_Loaded, float]:
    """Return what each loaded word of a contrast adds to its rank; shared ones add nothing."""
    if passages[contrast.a].part is not passages[contrast.b].part:
        return {}
    loads: dict[_Loaded, float] = {}
    for step in contrast.steps:
        for ref, span in ((contrast.a, step.a), (contrast.b, step.b)):
            for finding in _touching(own.get(ref, ()), span, step):
                worth = finding.strength * (REPLACED if step.kind == "replaced" else ADDED)
                key = (finding.article, finding.part.value, finding.start)
                loads[key] = max(worth, loads.get(key, 0.0))
    return loads


def _touching(
    findings: Iterable[Finding], span: tuple[int, int], step: ContrastStep
) -> Iterator[Finding]:
    """Yield the findings in the span of a step in which the two sides differ."""
    if step.kind != "same":
        yield from (f for f in findings if f.start < span[1] and span[0] < f.end)
