"""The records that pass between stages: frozen, typed, and all of them plain data.

Every position is a half-open span ``[start, end)`` of characters into one part of one article,
``article.part_text(part)``, which no stage ever alters. An empty tuple means "looked, found none";
``None`` means "not known".
"""

from enum import StrEnum
from typing import Literal

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every record: immutable, comparable, hashable, encodable as JSON."""


class Part(StrEnum):
    """The part of an article that a span points into."""

    TITLE = "title"
    BODY = "body"


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


class GapReason(StrEnum):
    """Why an expected article is missing or cannot be trusted."""

    NOT_PUBLISHED = "not_published"
    """The outlet was read whole and carried nothing on the event."""
    OUTLET_UNREACHABLE = "outlet_unreachable"
    """None of the outlet's feeds could be read, so nothing is known of that night."""
    FORBIDDEN = "forbidden"
    """robots.txt asks us not to fetch the address."""
    NOT_FETCHED = "not_fetched"
    """The address was announced but did not answer with a page (error, timeout, too large)."""
    PAYWALLED = "paywalled"
    """The page shows only the beginning and asks for a subscription."""
    CUT_SHORT = "cut_short"
    """The text breaks off before its end."""
    NO_TEXT = "no_text"
    """The page holds no article text (a video, a gallery, an index)."""
    LIVE_BLOG = "live_blog"
    """A rolling page of many short entries, not one telling."""
    TOO_SHORT = "too_short"
    """Fewer words than a telling needs."""
    TOO_LONG = "too_long"
    """More text than a news article holds; it is not read further."""
    UNSUPPORTED_LANGUAGE = "unsupported_language"
    """The text is in a language for which there is no lexicon."""
    UNREADABLE = "unreadable"
    """The answer is not a web page (a broken encoding, a binary file)."""


# ---------------------------------------------------------------- coverage: outlets and pages


class Feed(Record, frozen=True, kw_only=True):
    """One place where an outlet announces its articles."""

    url: str
    kind: Literal["rss", "sitemap", "news_sitemap"] = "rss"
    """``rss`` covers RSS and Atom; ``news_sitemap`` is Google's news sitemap."""


class Outlet(Record, frozen=True, kw_only=True):
    """A publisher with feeds, as declared in ``outlets.toml``."""

    id: str
    """Lower-case letters, digits and hyphens; names files and appears in addresses."""
    name: str
    homepage: str
    feeds: tuple[Feed, ...] = ()
    language: str = "en"
    agency: bool = False
    """True for a wire agency, whose text others carry."""
    country: str = ""
    """ISO 3166 two-letter code in lower case, empty when not stated."""


class Announcement(Record, frozen=True, kw_only=True):
    """One article as a feed or sitemap announced it."""

    outlet: str
    url: str
    title: str = ""
    """Empty when the feed gives none."""
    published: str | None = None
    """ISO 8601 in UTC, ``None`` when the feed gives none."""


class Page(Record, frozen=True, kw_only=True):
    """What one address answered, as kept in the WARC."""

    outlet: str
    url: str
    """The address as announced."""
    final_url: str
    """The address that answered, after redirects."""
    status: int
    content_type: str
    fetched_at: str
    """ISO 8601 in UTC."""
    body: bytes
    title: str = ""
    """The title as announced, empty when none was."""
    published: str | None = None
    """The time as announced, ISO 8601 in UTC."""


class Gap(Record, frozen=True, kw_only=True, tag="gap", tag_field="type"):
    """A coverage gap: why an expected article is missing or untrusted."""

    outlet: str
    reason: GapReason
    detail: str
    """One sentence for the reader: what happened, with status, limit or rule."""
    url: str = ""
    """Empty when the gap is not about one address (an unreachable outlet, nothing published)."""
    title: str = ""
    """As announced, empty when unknown."""
    published: str | None = None


# ---------------------------------------------------------------- articles


class Quality(Record, frozen=True, kw_only=True):
    """Whether an article's text can be trusted, and what that was judged by."""

    trusted: bool
    reason: GapReason | None = None
    """``None`` exactly when trusted."""
    detail: str = ""
    """One sentence for the reader, empty when trusted."""
    words: int = 0
    extractor: str = ""
    """Name of the extractor whose text was taken."""
    agreement: float | None = None
    """Share of word 4-grams on which the extractors agree, 0 to 1; ``None`` with only one text."""


class Article(Record, frozen=True, kw_only=True, tag="article", tag_field="type"):
    """Title, body text, authors, time, language and quality of one page."""

    id: str
    """``<outlet>-<10 hex digits of the address>``; stable over re-runs."""
    outlet: str
    url: str
    title: str
    text: str
    """Body text as printed; paragraphs are separated by one empty line (``\\n\\n``)."""
    quality: Quality
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 in UTC, ``None`` when unknown."""
    language: str = "en"
    """ISO 639-1."""
    wire_credit: str = ""
    """The agency the article credits in its byline, dateline or foot ("Reuters"), else empty."""

    def part_text(self, part: Part) -> str:
        """Return the text that spans of ``part`` point into."""
        return self.title if part is Part.TITLE else self.text


class WireCopy(Record, frozen=True, kw_only=True):
    """Articles that are one telling: near copies of one text."""

    articles: tuple[str, ...]
    """Ids, the likely original first (an agency's own, else the earliest), then by id."""
    agency: str
    """The outlet or credited agency it comes from, empty when unknown."""
    similarity: float
    """Lowest Jaccard similarity of word shingles between the first and another, 0 to 1."""


# ---------------------------------------------------------------- events


class Event(Record, frozen=True, kw_only=True):
    """Articles, from at least two outlets, about one happening."""

    id: str
    """Readable slug of the central title plus 6 hex digits; stable over re-runs."""
    edition: str
    """ISO date of the nightly run."""
    title: str
    """Title of the most central trusted article."""
    articles: tuple[str, ...]
    """Ids, sorted."""
    outlets: tuple[str, ...]
    """Sorted, at least two."""
    gaps: tuple[Gap, ...] = ()
    """Expected articles on this event that are missing, and outlets that told nothing of it."""


# ---------------------------------------------------------------- passages and voice


class Passage(Record, frozen=True, kw_only=True):
    """One sentence of an article, a half-open span of its text."""

    article: str
    index: int
    """Position in the article, from 0; a title's passages come first."""
    part: Part
    start: int
    end: int
    paragraph: int
    """Paragraph of the body from 0; -1 in the title."""


class VoiceSpan(Record, frozen=True, kw_only=True):
    """A stretch that is not the outlet's own voice; what no span covers is own."""

    part: Part
    start: int
    end: int
    """Quotation marks belong to the span."""
    voice: Voice
    speaker: str = ""
    """The speaker as resolved within the article ("Chris Williamson"), empty when unknown."""
    source: tuple[int, int] | None = None
    """Span of the words that name the speaker, in the same part."""
    cue: tuple[int, int] | None = None
    """Span of the words that attribute ("said", "according to"), in the same part."""


class Doubt(Record, frozen=True, kw_only=True):
    """A place where the reader refused to guess, for instance an unbalanced quotation mark."""

    part: Part
    start: int
    end: int
    reason: str


class VoicedArticle(Record, frozen=True, kw_only=True):
    """An article read sentence by sentence: its passages, and whose words they are."""

    article: str
    passages: tuple[Passage, ...]
    voices: tuple[VoiceSpan, ...]
    """Sorted by part and start, not overlapping; nested quotation takes the outer voice."""
    doubts: tuple[Doubt, ...] = ()


# ---------------------------------------------------------------- alignment


class PassageRef(Record, frozen=True, kw_only=True, order=True):
    """Names one passage of an event."""

    article: str
    index: int


class GroupKind(StrEnum):
    """What the passages of a group share."""

    VERBATIM = "verbatim"
    """Agency copy or the same sentence in own voice: one telling, however often printed."""
    SHARED_QUOTATION = "shared_quotation"
    """The same quoted words."""
    RETELLING = "retelling"
    """The same fact in each outlet's own words."""


class NumberClash(Record, frozen=True, kw_only=True):
    """The passages of a group give different numbers for the same thing."""

    what: str
    """The counted noun as it stands beside the numbers ("dead"), empty when none does."""
    values: tuple[tuple[PassageRef, str], ...]
    """Each passage with the number as printed."""


class PassageGroup(Record, frozen=True, kw_only=True):
    """Passages of different outlets that tell the same thing."""

    id: str
    """``g`` and a number from 1, in reading order of the event."""
    kind: GroupKind
    members: tuple[PassageRef, ...]
    """Sorted; at least two outlets."""
    similarity: float
    """Lowest similarity of a member to its nearest other member, 0 to 1."""
    told_by: tuple[str, ...]
    """Outlets with a member, sorted."""
    not_told_by: tuple[str, ...]
    """Outlets whose trusted article on the event has no member, sorted."""
    unknown: tuple[str, ...]
    """Outlets whose article on the event is missing or untrusted, sorted."""
    number_clashes: tuple[NumberClash, ...] = ()


class ContrastStep(Record, frozen=True, kw_only=True):
    """One stretch of the word-by-word comparison of two passages."""

    kind: Literal["same", "replaced", "only_a", "only_b"]
    a: tuple[int, int]
    """Span in the part of passage ``a``; empty span where ``kind`` is ``only_b``."""
    b: tuple[int, int]
    """Span in the part of passage ``b``; empty span where ``kind`` is ``only_a``."""


class Contrast(Record, frozen=True, kw_only=True):
    """Two passages of one group compared word by word."""

    group: str
    a: PassageRef
    b: PassageRef
    steps: tuple[ContrastStep, ...]
    """In reading order; together they cover both passages."""
    strength: float
    """How much the two say the same thing with different words, 0 to 1; ranks contrasts."""


class Omission(Record, frozen=True, kw_only=True):
    """A fact that at least two thirds of the trusted outlets tell and this one does not."""

    group: str
    outlet: str
    told_by: tuple[str, ...]
    nearest: PassageRef | None
    """The passage of the outlet that comes nearest; ``None`` when it has none at all."""
    nearest_similarity: float
    """0 to 1; below the cutoff by definition."""


class Alignment(Record, frozen=True, kw_only=True):
    """Everything said about which passages of one event tell the same."""

    event: str
    groups: tuple[PassageGroup, ...]
    contrasts: tuple[Contrast, ...]
    """Strongest first; in a comparison those with a loaded word opposite another one come first."""
    omissions: tuple[Omission, ...]


class AlignedEvent(Record, frozen=True, kw_only=True):
    """What the alignment stage leaves for one event; the wording stage reads it."""

    event: Event
    articles: tuple[Article, ...]
    """Sorted by id, trusted or not."""
    voiced: tuple[VoicedArticle, ...]
    """One for each trusted article, sorted by article id."""
    copies: tuple[WireCopy, ...]
    alignment: Alignment


# ---------------------------------------------------------------- wording


class Cue(Record, frozen=True, kw_only=True):
    """A row of the lexicon."""

    id: str
    """``<category>/<term-with-hyphens>``."""
    term: str
    """Lemma or phrase; inflections are derived."""
    category: str
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
    """Lower-case words or phrases that cancel the cue when they stand right after it."""
    not_after: tuple[str, ...] = ()
    """Lower-case words or phrases that cancel the cue when they stand right before it."""
    pos: str = ""
    """``noun``, ``verb``, ``adjective``, ``adverb`` (rules the inflections), empty: a phrase."""


class Finding(Record, frozen=True, kw_only=True):
    """One hit of a cue at a span of an article, with its voice."""

    article: str
    outlet: str
    part: Part
    start: int
    end: int
    passage: int
    """Index of the passage it stands in."""
    cue: str
    """Id of the cue; ``contested/<term>`` where the comparison, not the list, found it."""
    category: str
    strength: int
    """Of its cue, 1 to 3."""
    weight: int
    """Its strength, one more in an opening sentence about a name of the headline, one less in the
    last two fifths of the article; it counts from 2 on, or where it is contested."""
    voice: Voice
    speaker: str = ""
    negated: bool = False
    contested: bool = False
    """The outlets of the event differ about this word."""
    groups: tuple[str, ...] = ()
    """Passage groups in which its passage stands."""


class Score(Record, frozen=True, kw_only=True):
    """A count of findings set against the words it was counted in."""

    scope: Literal["article", "outlet", "event"]
    id: str
    """Article id, outlet id, or event id."""
    outlet: str
    """Empty for the event."""
    voice: Voice
    category: str
    """A category of the lexicon, or ``all``."""
    place: Literal["all", "title", "lead", "body"]
    """``lead`` is the first paragraph; ``body`` is the text without the title."""
    findings: int
    words: int
    """Words of that voice at that place."""
    per_1000: float | None
    """Findings per 1,000 words; ``None`` means too little text."""
    low: float | None
    high: float | None
    """95 % bootstrap interval over passages; ``None`` with ``per_1000``."""
    strength: int = 0
    """1 to 3 for one strength only, 0 for all."""


class Naming(Record, frozen=True, kw_only=True):
    """What an outlet calls an actor or happening, at a span."""

    entity: str
    """Name that joins the namings within the event ("Nicolas Maduro", "uprising")."""
    kind: Literal["actor", "happening"]
    article: str
    outlet: str
    part: Part
    start: int
    end: int
    text: str
    """The words as printed, title and modifiers included."""
    head: str
    """Lower-case head word ("tyrant")."""
    modifiers: tuple[str, ...]
    voice: Voice
    passage: int


class LexiconUse(Record, frozen=True, kw_only=True):
    """Which lexicon made the findings."""

    language: str
    rows: int
    digest: str
    """First 12 hex digits of the SHA-256 of its rows."""
    changes: tuple[str, ...] = ()
    """What the user's own rows added, overrode or silenced, one line each."""


class Comparison(Record, frozen=True, kw_only=True):
    """All of the above for one event."""

    event: Event
    articles: tuple[Article, ...]
    voiced: tuple[VoicedArticle, ...]
    copies: tuple[WireCopy, ...]
    alignment: Alignment
    findings: tuple[Finding, ...]
    """Sorted by article, part and start."""
    scores: tuple[Score, ...]
    namings: tuple[Naming, ...]
    cues: tuple[Cue, ...]
    """The lexicon rows that the findings rest on, sorted by id."""
    lexicon: LexiconUse
