"""The findings of one event as CSV: one row each, safe to open in a spreadsheet."""

import csv
import io

from bias.records import Article, Comparison, Cue, Finding, PassageRef, Record
from bias.report.links import sentence_anchor

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins with one of these for a formula."""


class FindingRow(Record, frozen=True, kw_only=True):
    """One finding, understandable without the other files."""

    edition: str
    event: str
    outlet: str
    article: str
    part: str
    start: int
    end: int
    words: str
    """As printed."""
    cue: str
    category: str
    strength: int
    weight: int
    """What it counts with at its place; see ``Finding.weight``."""
    voice: str
    speaker: str
    negated: bool
    contested: bool
    left_out: str
    """Why it stays out of the headline rate (``doubt``, ``category``), empty where it counts."""
    groups: str
    """Ids of passage groups, separated by spaces."""
    alternative: str
    source: str
    url: str
    sentence: str
    """Anchor in the page of the event."""


def finding_rows(comparison: Comparison) -> list[FindingRow]:
    """Return one row for each finding, in the order of the comparison."""
    articles = {article.id: article for article in comparison.articles}
    cues = {cue.id: cue for cue in comparison.cues}
    return [
        _row(comparison, finding, articles[finding.article], cues.get(finding.cue))
        for finding in comparison.findings
    ]


def _row(comparison: Comparison, finding: Finding, article: Article, cue: Cue | None) -> FindingRow:
    ref = PassageRef(article=finding.article, index=finding.passage)
    return FindingRow(
        edition=comparison.event.edition,
        event=comparison.event.id,
        outlet=finding.outlet,
        article=finding.article,
        part=finding.part.value,
        start=finding.start,
        end=finding.end,
        words=article.part_text(finding.part)[finding.start : finding.end],
        cue=finding.cue,
        category=finding.category,
        strength=finding.strength,
        weight=finding.weight,
        voice=finding.voice.value,
        speaker=finding.speaker,
        negated=finding.negated,
        contested=finding.contested,
        left_out=finding.left_out.value,
        groups=" ".join(finding.groups),
        alternative=cue.alternative if cue else "",
        source=cue.source if cue else "",
        url=article.url,
        sentence=sentence_anchor(ref),
    )


def findings_csv(comparison: Comparison) -> bytes:
    """Return the findings as CSV in UTF-8 with a header, one line each."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    fields = FindingRow.__struct_fields__
    writer.writerow(fields)
    for row in finding_rows(comparison):
        writer.writerow([safe_cell(getattr(row, field)) for field in fields])
    return out.getvalue().encode("utf-8", "replace")


def safe_cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell(12), safe_cell(True)
    ("'=HYPERLINK(1)", '12', 'true')
    """
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
