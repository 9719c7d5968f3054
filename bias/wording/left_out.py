"""Which findings are shown but stay out of the headline rate, and why.

Words in a paragraph whose quotation marks allow no reading may be somebody else's, so neither they
nor what is found among them is counted as the outlet's. Categories with ``apart`` hold words that
people confirm in fewer than six of ten cases; they are counted by category alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import msgspec

from bias.records import Finding, LeftOut, Part, Passage, Voice, VoicedArticle


def leave_out(
    findings: Iterable[Finding], voiced: Sequence[VoicedArticle], apart: Collection[str]
) -> tuple[Finding, ...]:
    """Return the findings, those that do not count in the headline rate with their reason.

    Args:
        findings: of the articles, in any order.
        voiced: the articles sentence by sentence, with their doubts.
        apart: categories counted by themselves alone; a contested word of one counts all the same.
    """
    doubted = {item.article: doubted_passages(item) for item in voiced}
    return tuple(
        msgspec.structs.replace(finding, left_out=_reason(finding, doubted, apart))
        for finding in findings
    )


def _reason(
    finding: Finding, doubted: dict[str, frozenset[int]], apart: Collection[str]
) -> LeftOut:
    if finding.voice is Voice.OWN and finding.passage in doubted.get(finding.article, ()):
        return LeftOut.DOUBT
    return LeftOut.CATEGORY if finding.category in apart and not finding.contested else LeftOut.NOT


def doubted_passages(voiced: VoicedArticle) -> frozenset[int]:
    """Return the indices of the passages in a paragraph whose voices could not be told."""
    by_paragraph: dict[tuple[Part, int], list[Passage]] = defaultdict(list)
    for passage in voiced.passages:
        by_paragraph[passage.part, passage.paragraph].append(passage)
    return frozenset(
        passage.index
        for (part, _), passages in by_paragraph.items()
        if any(
            doubt.part is part and doubt.start < passages[-1].end and doubt.end > passages[0].start
            for doubt in voiced.doubts
        )
        for passage in passages
    )
