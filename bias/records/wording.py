"""Cues of the lexicon, where they were found, how often, and who is called what."""

from enum import StrEnum
from typing import Literal

from bias.records.articles import Part
from bias.records.base import Record
from bias.records.passages import Voice


class Cue(Record, frozen=True, kw_only=True):
    """A row of the lexicon."""

    id: str
    """``<category>/<term-with-hyphens>``."""
    term: str
    """Lemma or phrase; inflections are derived."""
    category: str
    """Which list of the lexicon it is a row of."""
    strength: int
    """1 (mild) to 3 (strong)."""
    sense: str
    """The sense in which the term is loaded."""
    not_sense: str
    """Senses in which it is not, in words; empty when there is none."""
    alternative: str
    """A neutral wording, or "leave out"."""
    in_quotes: bool
    """Whether it is listed when it stands in somebody else's words."""
    source: str
    """Style guide by name and section, dictionary label, or study."""
    match: str
    """A sentence in which it must be found."""
    no_match: str
    """A sentence in which it must not be found."""
    not_before: tuple[str, ...] = ()
    """What cancels the cue when it stands right after it: lower-case words, or token patterns."""
    not_after: tuple[str, ...] = ()
    """What cancels the cue when it stands right before it: lower-case words, or token patterns."""
    pos: str = ""
    """``noun``, ``verb``, ``adjective``, ``adverb`` (rules the inflections), empty: a phrase."""
    only_as: str = ""
    """Part of speech that the parse must give it for the cue to hold, empty: any."""


class LexiconUse(Record, frozen=True, kw_only=True):
    """Which lexicon made the findings."""

    language: str
    """ISO 639-1."""
    rows: int
    """How many rows it has."""
    digest: str
    """First 12 hex digits of the SHA-256 of its rows."""
    changes: tuple[str, ...] = ()
    """What the user's own rows added, overrode or silenced, one line each."""


class LeftOut(StrEnum):
    """Why a finding is shown but stays out of the headline rate."""

    NOT = ""
    """It counts."""
    DOUBT = "doubt"
    """In its paragraph the quotation marks do not show whose words these are."""
    CATEGORY = "category"
    """People confirm words of its category in fewer than six of ten cases."""


class Finding(Record, frozen=True, kw_only=True):
    """One hit of a cue at a span of an article, with its voice."""

    article: str
    """Id of the article."""
    outlet: str
    """Id of the outlet."""
    part: Part
    """The part that its span points into."""
    start: int
    """First character in the part."""
    end: int
    """One past its last character."""
    passage: int
    """Index of the passage it stands in."""
    cue: str
    """Id of the cue; ``contested/<term>`` where the comparison, not the list, found it."""
    category: str
    """Of its cue: a category of the lexicon."""
    strength: int
    """Of its cue, 1 to 3."""
    weight: int
    """Its strength, one more in an opening sentence about a name of the headline, one less in the
    last two fifths of the article; it counts from 2 on, or where it is contested."""
    voice: Voice
    """Whose word it is."""
    speaker: str = ""
    """Who says it as resolved within the article, empty when unknown or the outlet itself."""
    negated: bool = False
    """It is denied ("no thug")."""
    contested: bool = False
    """The outlets of the event differ about this word."""
    groups: tuple[str, ...] = ()
    """Passage groups in which its passage stands."""
    left_out: LeftOut = LeftOut.NOT
    """Why it stays out of the headline rate, empty where it counts."""
    stance_of: str = ""
    """Whose wish, request or judgement the outlet tells with this word of its own, by name; empty
    where it tells none, or not whose."""


class Score(Record, frozen=True, kw_only=True):
    """A count of findings set against the words it was counted in."""

    scope: Literal["article", "outlet", "event"]
    """What it counts: one article, all of one outlet in the event, or the event."""
    id: str
    """Article id, outlet id, or event id."""
    outlet: str
    """Empty for the event."""
    voice: Voice
    """Whose words are counted."""
    category: str
    """A category of the lexicon, or ``all`` of those whose findings count in the headline rate."""
    place: Literal["all", "title", "lead", "body"]
    """``lead`` is the first paragraph; ``body`` is the text without the title."""
    findings: int
    """Loaded words counted."""
    words: int
    """Words of that voice at that place."""
    per_1000: float | None
    """Findings per 1,000 words; ``None`` means too little text."""
    low: float | None
    """Lower end of the interval."""
    high: float | None
    """95 % bootstrap interval over passages; ``None`` with ``per_1000``."""
    strength: int = 0
    """1 to 3 for one strength only, 0 for all."""


class Naming(Record, frozen=True, kw_only=True):
    """What an outlet calls an actor, a happening or a thing, at a span."""

    entity: str
    """Name that joins the namings within the event ("Nicolas Maduro", "uprising")."""
    kind: Literal["actor", "happening", "thing"]
    """Persons, groups, bodies and places act; what happens; everything else."""
    article: str
    """Id of the article."""
    outlet: str
    """Id of the outlet."""
    part: Part
    """The part that its span points into."""
    start: int
    """First character in the part."""
    end: int
    """One past its last character."""
    text: str
    """The words as printed, title and modifiers included."""
    head: str
    """Lower-case head word ("tyrant")."""
    modifiers: tuple[str, ...]
    """Lower-case words before the head, titles included."""
    voice: Voice
    """Whose words they are."""
    passage: int
    """Index of the passage it stands in."""


class Deed(Record, frozen=True, kw_only=True):
    """Who did what, in an outlet's own voice at the beginning of an article."""

    article: str
    """Id of the article."""
    outlet: str
    """Id of the outlet."""
    sentence: int
    """Sentence of the body it stands in, from 0; 0 for the headline and the standfirst, too."""
    who: str
    """Name over the event of who did it; empty where the program knows none."""
    subject: str
    """The words for who did it, without articles and owners."""
    plural: bool
    """Whether these are several."""
    verb: str
    """Its base form."""
    does: str
    """The form behind one who does it now ("signs")."""
    whole: bool
    """Whether the verb tells what happened without an object ("resigns")."""
    done: str
    """The participle as printed where the clause is passive ("arrested"), else empty."""
    whom: str
    """Name over the event of the object; empty for none that is known."""
    thing: str
    """The words for the object, without articles and owners; empty for none."""
