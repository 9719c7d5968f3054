"""All that is known of one event: what the report shows."""

from bias.records.alignment import Alignment
from bias.records.articles import Article, WireCopy
from bias.records.base import Record
from bias.records.events import Event
from bias.records.passages import VoicedArticle
from bias.records.wording import Cue, Finding, LexiconUse, Naming, Score


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
