"""Which passages of one event tell the same, in which words, and who leaves them out."""

from enum import StrEnum
from typing import Literal

from bias.records.articles import Article, WireCopy
from bias.records.base import Record
from bias.records.events import Event
from bias.records.passages import VoicedArticle
from bias.records.people import Cast, Entity
from bias.records.reading import Reading


class PassageRef(Record, frozen=True, kw_only=True, order=True):
    """Names one passage of an event."""

    article: str
    """Id of the article."""
    index: int
    """Position of the passage in the article, from 0."""


class GroupKind(StrEnum):
    """What the passages of a group share."""

    VERBATIM = "verbatim"
    """Agency copy or the same sentence in own voice: one telling, however often printed."""
    SHARED_QUOTATION = "shared_quotation"
    """The same quoted words."""
    RETELLING = "retelling"
    """The same fact in each outlet's own words."""


class Join(Record, frozen=True, kw_only=True):
    """Two passages of a group that were joined because they tell the same thing."""

    a: PassageRef
    """A member of the group."""
    b: PassageRef
    """After ``a``; of another outlet."""
    similarity: float
    """0 to 1."""
    confidence: float
    """Share of joins as strong as this that held where people checked them, 0 to 1."""


class NumberClash(Record, frozen=True, kw_only=True):
    """The passages of a group give different numbers for the same thing."""

    what: str
    """The counted noun as it stands beside the numbers ("dead"), empty when none does."""
    values: tuple[tuple[PassageRef, str], ...]
    """Each passage with the number as printed."""


class Denial(Record, frozen=True, kw_only=True):
    """Some passages of a group deny what others affirm ("has not resigned", "has resigned")."""

    what: str
    """The denied word as printed where it is denied ("resigned")."""
    denied_by: tuple[PassageRef, ...]
    """Sorted."""
    affirmed_by: tuple[PassageRef, ...]
    """Sorted; passages of other outlets than those that deny it."""


class PassageGroup(Record, frozen=True, kw_only=True):
    """Passages of different outlets that tell the same thing."""

    id: str
    """``g`` and a number from 1, in reading order of the event."""
    kind: GroupKind
    """What the passages share."""
    members: tuple[PassageRef, ...]
    """Sorted; at least two outlets."""
    similarity: float
    """Lowest similarity of a member to its nearest other member, 0 to 1."""
    joins: tuple[Join, ...] = ()
    """Every two members of different outlets, sorted."""
    copies: tuple[tuple[PassageRef, ...], ...] = ()
    """Members of different outlets that print one text: each row is one telling."""
    told_by: tuple[str, ...]
    """Outlets with a member, sorted."""
    not_told_by: tuple[str, ...]
    """Outlets whose trusted article on the event has no member, sorted."""
    unknown: tuple[str, ...]
    """Outlets whose article on the event is missing or untrusted, sorted."""
    number_clashes: tuple[NumberClash, ...] = ()
    """Where its members give other numbers for one thing."""
    denials: tuple[Denial, ...] = ()
    """What some members deny and others affirm; a group with any is never verbatim."""


class ContrastStep(Record, frozen=True, kw_only=True):
    """One stretch of the word-by-word comparison of two passages."""

    kind: Literal["same", "replaced", "only_a", "only_b"]
    """Whether both have these words, other words, or one of them alone has any."""
    a: tuple[int, int]
    """Span in the part of passage ``a``; empty span where ``kind`` is ``only_b``."""
    b: tuple[int, int]
    """Span in the part of passage ``b``; empty span where ``kind`` is ``only_a``."""


class OppositionKind(StrEnum):
    """In what two passages differ that tell one thing."""

    AGENCY = "agency"
    """One leaves out who did it, the other names who did."""
    CAUSE = "cause"
    """Another cause of one thing, or somebody else to blame for it."""
    CERTAINTY = "certainty"
    """One tells as so what the other tells as alleged or possible."""
    NAMING = "naming"
    """Other words for the same person, group or thing."""
    ACTION = "action"
    """Another verb between the same participants."""
    QUALITY = "quality"
    """The same noun, described in other words."""
    ROLE = "role"
    """Something else in the same place beside the same word ("an inquiry into …")."""
    WORDS = "words"
    """Words of one kind put for each other in one place of the two sentences."""


class Opposition(Record, frozen=True, kw_only=True):
    """Phrases of two passages that mean something else of one thing, wherever they stand."""

    kind: OppositionKind
    """In what they differ."""
    a: tuple[int, int]
    """Half-open span in the part of passage ``a``."""
    b: tuple[int, int]
    """Half-open span in the part of passage ``b``."""


class Contrast(Record, frozen=True, kw_only=True):
    """Two passages of one group, or two headlines, compared word by word."""

    group: str
    """Empty for headlines that were not joined: they are of one event."""
    a: PassageRef
    """The passage, or headline, that is compared."""
    b: PassageRef
    """The one it is compared with; of another outlet."""
    steps: tuple[ContrastStep, ...]
    """In reading order; together they cover both passages."""
    strength: float
    """How much the two say the same thing with different words, 0 to 1; ranks contrasts."""
    confidence: float = 0.0
    """That both tell one thing, as in their join, 0 to 1; not how telling the contrast is."""
    oppositions: tuple[Opposition, ...] = ()
    """What differs by what the sentences say, not by where words stand; the most telling first."""
    own_words: int = 0
    """Telling words that each of the two outlets has for itself in its own voice, 0 to 8: of either
    kind of word those of the passage that has fewer."""


class Omission(Record, frozen=True, kw_only=True):
    """A fact that at least two thirds of the trusted outlets tell and this one does not."""

    group: str
    """Id of the passage group that tells the fact."""
    outlet: str
    """Id of the outlet in which it is not found."""
    told_by: tuple[str, ...]
    """Ids of the outlets that tell it, sorted."""
    nearest: PassageRef | None
    """The passage of the outlet that comes nearest; ``None`` when it has none at all."""
    nearest_similarity: float
    """0 to 1; below the cutoff by definition."""
    confidence: float = 0.0
    """Share of omissions like this that held where people checked them, 0 to 1; 0: not known."""


class Nearest(Record, frozen=True, kw_only=True):
    """The passage of an outlet that comes nearest to what another one tells."""

    outlet: str
    """Id of the other outlet."""
    passage: PassageRef | None
    """``None`` where the outlet has none at all."""
    similarity: float
    """0 to 1."""


class Only(Record, frozen=True, kw_only=True):
    """What one outlet tells alone, of all whose article on the event could be read whole."""

    outlet: str
    """Id of the outlet."""
    passages: tuple[PassageRef, ...]
    """The passages that tell it, sorted; all of this outlet."""
    nearest: tuple[Nearest, ...]
    """What comes nearest to it in each of the other outlets, sorted by outlet."""
    weight: float
    """How much it concerns the event, 0 to 1; ranks what an outlet tells alone."""
    confidence: float
    """That its surest sentence tells what no other outlet tells, 0 to 1, as a share of labelled
    sentences."""


class ConflictKind(StrEnum):
    """What two outlets say differently."""

    NUMBER = "number"
    DATE = "date"
    WHO = "who"
    """Another person, group or place in the same part."""
    DENIAL = "denial"
    """One denies what the other affirms."""
    QUOTATION = "quotation"
    """Other words between quotation marks, of one speaker on one occasion."""
    OTHER = "other"


class Conflict(Record, frozen=True, kw_only=True):
    """Two passages that cannot both be right, or that quote one speaker in other words."""

    kind: ConflictKind
    """What they disagree about."""
    a: PassageRef
    """A passage of one outlet."""
    b: PassageRef
    """After ``a``; of another outlet."""
    span_a: tuple[int, int]
    """The words at issue: a half-open span of the part in which passage ``a`` stands."""
    span_b: tuple[int, int]
    """The same in the part in which passage ``b`` stands."""
    what: str
    """What the two disagree about as printed ("dead"), empty where no word says so."""
    confidence: float
    """Share of conflicts like this that held where people checked them, 0 to 1."""


class Alignment(Record, frozen=True, kw_only=True):
    """Everything said about which passages of one event tell the same."""

    event: str
    """Id of the event."""
    groups: tuple[PassageGroup, ...]
    """What several outlets tell, in reading order of the event."""
    contrasts: tuple[Contrast, ...]
    """Strongest first; in a comparison in the order in which a reader should see them."""
    omissions: tuple[Omission, ...]
    """What most outlets tell and one does not, in the order of groups."""
    only: tuple[Only, ...] = ()
    """By outlet, and of each the weightiest first."""
    conflicts: tuple[Conflict, ...] = ()
    """Surest first."""
    model: str = ""
    """Name and digest of the sentence model that helped to join; empty where rules alone did.

    Figures of the two kinds are never put into one series.
    """


class AlignedEvent(Record, frozen=True, kw_only=True):
    """What the alignment stage leaves for one event; the wording stage reads it."""

    event: Event
    """Which articles are compared, and which are missing."""
    articles: tuple[Article, ...]
    """Sorted by id, trusted or not."""
    voiced: tuple[VoicedArticle, ...]
    """One for each trusted article, sorted by article id."""
    readings: tuple[Reading, ...] = ()
    """The annotated text of each of these articles, in the same order: no stage parses again."""
    casts: tuple[Cast, ...] = ()
    """Who and what each of these articles names, in the same order."""
    people: tuple[Entity, ...] = ()
    """The entities of the event; each member of one is an entity of a cast."""
    copies: tuple[WireCopy, ...]
    """Articles that are one telling."""
    alignment: Alignment
    """What was found to tell the same, and what follows from it."""
