"""The words themselves: what is loaded, and who is called what."""

from bias.records import Finding, Naming, PassageRef
from bias.report.tables.rows import Evidence, SentenceKeys, listed


class FindingRow(SentenceKeys, frozen=True, kw_only=True):
    """One loaded word where it stands."""

    start: int
    """First character of the words in their part of the article."""
    end: int
    """One past their last character."""
    words: str
    """As printed."""
    cue: str
    """Id of the row of the lexicon; ``contested/…`` where the comparison found it."""
    category: str
    """Of its cue."""
    strength: int
    """Of its cue, 1 (mild) to 3 (strong)."""
    weight: int
    """What it counts with at its place; it counts from 2 on, or where it is contested."""
    voice: str
    """Whose word it is: ``own``, ``quoted``, ``attributed`` or ``scare``."""
    speaker: str
    """Who says it as resolved within the article, empty when unknown or the outlet itself."""
    negated: bool
    """It is denied ("no thug")."""
    contested: bool
    """The outlets of the event differ about this word."""
    left_out: str
    """Why it stays out of the headline rate (``doubt``, ``category``), empty where it counts."""
    groups: str
    """Ids of the passage groups of its sentence, separated by spaces."""
    alternative: str
    """A neutral wording, or "leave out"."""
    source: str
    """On what the row of the lexicon rests."""


class NamingRow(SentenceKeys, frozen=True, kw_only=True):
    """One name or description of somebody or something, where it stands."""

    entity: str
    """Whom or what it means, by one name over the event."""
    kind: str
    """``actor``, ``happening`` or ``thing``."""
    start: int
    """First character of the words in their part of the article."""
    end: int
    """One past their last character."""
    words: str
    """As printed, title and modifiers included."""
    head: str
    """Lower-case head word ("tyrant")."""
    modifiers: str
    """Lower-case words before the head, separated by spaces."""
    voice: str
    """Whose words they are: ``own``, ``quoted``, ``attributed`` or ``scare``."""


def finding_rows(evidence: Evidence) -> list[FindingRow]:
    """Return one row for each finding, in the order of the comparison."""
    return [_finding(evidence, finding) for finding in evidence.comparison.findings]


def _finding(evidence: Evidence, finding: Finding) -> FindingRow:
    ref = PassageRef(article=finding.article, index=finding.passage)
    cue = evidence.cues.get(finding.cue)
    return FindingRow(
        **evidence.sentence(ref),
        start=finding.start,
        end=finding.end,
        words=evidence.words(ref, finding.start, finding.end),
        cue=finding.cue,
        category=finding.category,
        strength=finding.strength,
        weight=finding.weight,
        voice=finding.voice.value,
        speaker=finding.speaker,
        negated=finding.negated,
        contested=finding.contested,
        left_out=finding.left_out.value,
        groups=listed(finding.groups),
        alternative=cue.alternative if cue else "",
        source=cue.source if cue else "",
    )


def naming_rows(evidence: Evidence) -> list[NamingRow]:
    """Return one row for each naming, in the order of the comparison."""
    return [_naming(evidence, naming) for naming in evidence.comparison.namings]


def _naming(evidence: Evidence, naming: Naming) -> NamingRow:
    return NamingRow(
        **evidence.sentence(PassageRef(article=naming.article, index=naming.passage)),
        entity=naming.entity,
        kind=naming.kind,
        start=naming.start,
        end=naming.end,
        words=naming.text,
        head=naming.head,
        modifiers=listed(naming.modifiers),
        voice=naming.voice.value,
    )
