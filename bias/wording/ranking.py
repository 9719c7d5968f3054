"""Which contrasts come first: those where two outlets put one thing most differently themselves.

Alignment knows how two passages differ but not which words are loaded; the findings know the words
but not what stands opposite. Only together do they tell "tyrant" against "President" from "cars"
against "vehicles".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

import msgspec

from bias.records import (
    Alignment,
    Contrast,
    ContrastStep,
    Finding,
    OppositionKind,
    Part,
    Passage,
    PassageRef,
    Voice,
    VoicedArticle,
    VoiceSpan,
)

REPLACED, ADDED = 0.6, 0.5
"""What a loaded word adds to a contrast's rank, times its strength and times one more than the
degree of loading (1 to 3): a word that stands opposite another one counts for more than one that
only one side has, and the more, the more else the two have in common."""
HEADLINES, WORDS, STRENGTH = 0.8, 0.12, 0.3
"""What it adds that both are headlines, what each of the words adds that the outlets have for
themselves, and what the strength of alignment counts."""
QUOTED = 0.6
"""What the share in quotation marks takes away: a shared quotation is the speaker's wording."""
OPPOSED = 0.1
"""What it adds that an actor, a cause, the certainty or a name differs."""
SHOWN = 0.2
"""What each contrast of the same passage group takes away that comes before: a reader wants the
next fact first. Like the figures above a round number, chosen on half of the labelled events."""
_TELLING = frozenset(
    {
        OppositionKind.AGENCY,
        OppositionKind.CAUSE,
        OppositionKind.CERTAINTY,
        OppositionKind.NAMING,
    }
)

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
    contrasts = alignment.contrasts
    loads = [_loads(contrast, passages, own) for contrast in contrasts]
    worth = [
        _worth(contrast, passages, quoted) + max(load.values(), default=0.0)
        for contrast, load in zip(contrasts, loads, strict=True)
    ]
    order = _new_first(contrasts, loads, worth)
    return msgspec.structs.replace(alignment, contrasts=tuple(contrasts[i] for i in order))


def _worth(
    contrast: Contrast,
    passages: Mapping[PassageRef, Passage],
    voices: Mapping[str, Sequence[VoiceSpan]],
) -> float:
    """Return what a contrast is worth to a reader, whatever words are loaded.

    Readers of real events found telling what outlets say in words of their own, and above all their
    headlines; hardly ever a shared quotation.
    """
    sides = (passages[contrast.a], passages[contrast.b])
    quoted = max(_quoted(side, voices.get(side.article, ())) for side in sides)
    headlines = all(side.part is Part.TITLE for side in sides)
    opposed = any(opposition.kind in _TELLING for opposition in contrast.oppositions)
    return (
        STRENGTH * contrast.strength
        + HEADLINES * headlines
        + WORDS * contrast.own_words
        + OPPOSED * opposed
        - QUOTED * quoted
    )


def _new_first(
    contrasts: Sequence[Contrast],
    loads: Sequence[Mapping[_Loaded, float]],
    worth: Sequence[float],
) -> list[int]:
    """Return the contrasts, by index, each worth less for those of its group that come before.

    A loaded word that none before showed is new whatever its group showed; what repeats the loaded
    words of others comes after all that is new.
    """
    repeats = _repeats(worth, loads)
    shown: Counter[str] = Counter()
    waiting = [(i in repeats, -worth[i], i, 0) for i in range(len(contrasts))]
    heapify(waiting)
    order: list[int] = []
    while waiting:
        again, _, best, known = heappop(waiting)
        group = contrasts[best].group
        if known < shown[group] and not loads[best]:
            heappush(waiting, (again, SHOWN * shown[group] - worth[best], best, shown[group]))
            continue
        order.append(best)
        shown[group] += bool(group)
    return order


def _quoted(passage: Passage, voices: Sequence[VoiceSpan]) -> float:
    """Return the share of a passage that stands in quotation marks, 0 to 1."""
    inside = sum(
        max(0, min(span.end, passage.end) - max(span.start, passage.start))
        for span in voices
        if span.part is passage.part and span.voice is Voice.QUOTED
    )
    return min(1.0, inside / max(1, passage.end - passage.start))


def _repeats(worth: Sequence[float], loads: Sequence[Mapping[_Loaded, float]]) -> set[int]:
    """Return the contrasts, by index, that show no loaded word that none before showed.

    One loaded word stands opposite the plain one of every other outlet; the best of these contrasts
    is the one that is new.
    """
    shown: set[_Loaded] = set()
    repeats = set()
    for place in sorted(range(len(worth)), key=lambda place: -worth[place]):
        if loads[place] and shown.issuperset(loads[place]):
            repeats.add(place)
        shown.update(loads[place])
    return repeats


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
                worth = (
                    contrast.strength
                    * (1 + finding.strength)
                    * (REPLACED if step.kind == "replaced" else ADDED)
                )
                key = (finding.article, finding.part.value, finding.start)
                loads[key] = max(worth, loads.get(key, 0.0))
    return loads


def _touching(
    findings: Iterable[Finding], span: tuple[int, int], step: ContrastStep
) -> Iterator[Finding]:
    """Yield the findings in the span of a step in which the two sides differ."""
    if step.kind != "same":
        yield from (f for f in findings if f.start < span[1] and span[0] < f.end)
