"""The sentences of an article, and whose words they are."""

from enum import StrEnum

from bias.records.articles import Part
from bias.records.base import Record


class Voice(StrEnum):
    """Whose words a stretch of text is."""

    OWN = "own"
    """The outlet's own words."""
    QUOTED = "quoted"
    """Inside quotation marks, somebody else's words."""
    ATTRIBUTED = "attributed"
    """Reported speech without quotation marks: "what he called …", "said that …"."""
    SCARE = "scare"
    """A word or two in quotation marks that nobody is cited for."""


class Passage(Record, frozen=True, kw_only=True):
    """One sentence of an article, a half-open span of its text."""

    article: str
    """Id of the article."""
    index: int
    """Position in the article, from 0; those of the title come first, then those of the
    standfirst."""
    part: Part
    """The part that its span points into."""
    start: int
    """First character in the part."""
    end: int
    """One past its last character."""
    paragraph: int
    """Paragraph of the body from 0; -1 in title and standfirst."""


class VoiceSpan(Record, frozen=True, kw_only=True):
    """A stretch that is somebody's: their words, or a stance of theirs in the outlet's voice."""

    part: Part
    """The part that its span points into."""
    start: int
    """First character in the part."""
    end: int
    """Quotation marks belong to the span."""
    voice: Voice
    """Whose words they are, never ``own``."""
    rule: str = ""
    """Id of the rule that found it, a row of ``patterns.csv``; empty for a quotation that cites
    nobody."""
    speaker: str = ""
    """The speaker as resolved within the article ("Chris Williamson"), empty when unknown."""
    entity: str = ""
    """Id of the entity that speaks, empty when unknown."""
    source: tuple[int, int] | None = None
    """Span of the words that name the speaker, in the same part."""
    cue: tuple[int, int] | None = None
    """Span of the words that attribute ("said", "according to"), in the same part."""


class Doubt(Record, frozen=True, kw_only=True):
    """A place where the reader refused to guess, for instance an unbalanced quotation mark."""

    part: Part
    """The part that its span points into."""
    start: int
    """First character in the part."""
    end: int
    """One past its last character."""
    reason: str
    """One sentence for the reader."""


class VoicedArticle(Record, frozen=True, kw_only=True):
    """An article read sentence by sentence: its passages, and whose words they are."""

    article: str
    """Id of the article."""
    passages: tuple[Passage, ...]
    """Its sentences in reading order: title, standfirst, body."""
    voices: tuple[VoiceSpan, ...]
    """What is not the outlet's own voice; what no span covers is own. Sorted by part and start, not
    overlapping; nested quotation takes the outer voice."""
    stances: tuple[VoiceSpan, ...] = ()
    """What somebody wants, plans, asks for, backs or rejects, in the outlet's own words: the stance
    is theirs, the wording the outlet's. Sorted like ``voices``, overlapping none of them."""
    doubts: tuple[Doubt, ...] = ()
    """Where the marks allow no reading."""
