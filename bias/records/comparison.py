"""All that is known of one event: what the report shows."""

from bias.records.alignment import Alignment
from bias.records.articles import Article, WireCopy
from bias.records.base import Record
from bias.records.events import Event
from bias.records.passages import VoicedArticle
from bias.records.wording import Cue, Deed, Finding, LexiconUse, Naming, Score


class Making(Record, frozen=True, kw_only=True):
    """By what a comparison was made; the same making of the same pages gives the same bytes."""

    version: str = ""
    """Version of this program; empty in comparisons older than this field."""
    language_models: tuple[str, ...] = ()
    """Name, version and digest of each model that annotated an article, sorted."""
    seed: int | None = None
    """Of the bootstrap intervals, ``None`` in comparisons older than this field."""


class Comparison(Record, frozen=True, kw_only=True):
    """One event: its articles, and all that is said of them."""

    event: Event
    """Which articles are compared, and which are missing."""
    articles: tuple[Article, ...]
    """Sorted by id, trusted or not."""
    voiced: tuple[VoicedArticle, ...]
    """The sentences of each trusted article and whose words they are, sorted by article id."""
    copies: tuple[WireCopy, ...]
    """Articles that are one telling, so that it counts once for the event."""
    alignment: Alignment
    """What tells the same, how it differs, what is missing and what conflicts."""
    findings: tuple[Finding, ...]
    """Sorted by article, part and start."""
    scores: tuple[Score, ...]
    """Of every article, then every outlet, then the event."""
    namings: tuple[Naming, ...]
    """What the outlets call whom and what, by article and place."""
    cues: tuple[Cue, ...]
    """The lexicon rows that the findings rest on, sorted by id."""
    lexicon: LexiconUse
    """Which list of loaded words was used."""
    deeds: tuple[Deed, ...] = ()
    """Who did what as the articles open, by article; titles are made from what several tell."""
    making: Making = Making()
    """By what this was made."""
