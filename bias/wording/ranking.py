"""Which contrasts come first: those where a loaded word stands opposite another one.

Alignment knows how closely two passages match but not which words are loaded; the findings know the
words but not what stands opposite. Only together do they tell "tyrant" against "President" from
"cars" against "vehicles".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from bias.records import (
    Alignment,
    Contrast,
    ContrastStep,
    Finding,
    Passage,
    PassageRef,
    Voice,
    VoicedArticle,
)

REPLACED, ADDED = 0.25, 0.1
"""What one degree of loading (1 to 3) adds to a contrast's strength in the ranking: a word that
stands opposite another one counts for more than one that only one side has."""


def rank_contrasts(
    alignment: Alignment, voiced: Iterable[VoicedArticle], findings: Iterable[Finding]
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
    ranked = sorted(
        alignment.contrasts,
        key=lambda contrast: contrast.strength + loading(contrast, passages, own),
        reverse=True,
    )
    return msgspec.structs.replace(alignment, contrasts=tuple(ranked))


def loading(
    contrast: Contrast,
    passages: Mapping[PassageRef, Passage],
    own: Mapping[PassageRef, Sequence[Finding]],
) -> float:
    """Return what the loaded words of a contrast add to its rank, 0 where both sides share them."""
    if passages[contrast.a].part is not passages[contrast.b].part:
        return 0.0
    return max((_step_loading(step, contrast, own) for step in contrast.steps), default=0.0)


def _step_loading(
    step: ContrastStep, contrast: Contrast, own: Mapping[PassageRef, Sequence[Finding]]
) -> float:
    if step.kind == "same":
        return 0.0
    degree = max(_degree(own.get(contrast.a, ()), step.a), _degree(own.get(contrast.b, ()), step.b))
    return degree * (REPLACED if step.kind == "replaced" else ADDED)


def _degree(findings: Sequence[Finding], span: tuple[int, int]) -> int:
    """Return the highest strength of a finding that touches the span, 0 where none does."""
    start, end = span
    return max((f.strength for f in findings if f.start < end and start < f.end), default=0)
