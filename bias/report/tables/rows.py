"""What every row of a table holds, and what a row takes from the evidence it rests on."""

from collections import Counter
from typing import Any

from bias.records import Article, Comparison, LeftOut, Passage, PassageRef, Record, Voice
from bias.release import VERSION
from bias.report.links import sentence_anchor

FIRST = ("edition", "event")
LAST = ("version", "lexicon", "language_model", "sentence_model", "seed")


class Row(Record, frozen=True, kw_only=True):
    """A row of any table: what night and event it is of, and by what it was made."""

    edition: str
    """ISO date of the night."""
    event: str
    """Id of the event; empty where a row is about the night as a whole."""
    version: str
    """Version of the program that made the comparison."""
    lexicon: str
    """First 12 hex digits of the SHA-256 of the rows of the lexicon in use."""
    language_model: str
    """Name, version and digest of the model that annotated the texts; several by a semicolon."""
    sentence_model: str
    """Name and digest of the sentence model that helped to join; empty where rules alone did."""
    seed: int | None
    """Seed of the bootstrap intervals."""


class ArticleKeys(Row, frozen=True, kw_only=True):
    """A row about one article."""

    outlet: str
    """Id of the outlet."""
    article: str
    """Id of the article."""
    url: str
    """Address of the article."""
    title: str
    """Its headline as printed."""
    published: str | None
    """When it was published, ISO 8601 in UTC; missing when unknown."""


class SentenceKeys(ArticleKeys, frozen=True, kw_only=True):
    """A row that rests on one sentence of an article."""

    passage: int
    """Position of the sentence in the article, from 0; those of the title come first."""
    part: str
    """Where it stands: ``title``, ``standfirst`` or ``body``."""
    sentence: str
    """The sentence as printed."""
    anchor: str
    """Its anchor in the page of the article, ``<event>/<article>.html``."""


class Evidence:
    """The columns that the rows of one event share, and those of its articles and sentences."""

    def __init__(self, comparison: Comparison) -> None:
        """Index the articles and sentences of a comparison."""
        self.comparison = comparison
        self.articles = {article.id: article for article in comparison.articles}
        self._passages = {
            PassageRef(article=passage.article, index=passage.index): passage
            for voiced in comparison.voiced
            for passage in voiced.passages
        }
        self.cues = {cue.id: cue for cue in comparison.cues}
        self.left_out = Counter(
            (finding.outlet, finding.category)
            for finding in comparison.findings
            if finding.voice is Voice.OWN and finding.left_out is LeftOut.CATEGORY
        )
        """Loaded words in own voice that a category keeps out, by outlet and category."""
        self.event = self._event()
        """The columns of :class:`Row`."""

    def _event(self) -> dict[str, Any]:
        made = self.comparison.making
        return {
            "edition": self.comparison.event.edition,
            "event": self.comparison.event.id,
            "version": made.version,
            "lexicon": self.comparison.lexicon.digest,
            "language_model": "; ".join(made.language_models),
            "sentence_model": self.comparison.alignment.model,
            "seed": made.seed,
        }

    def article(self, name: str) -> dict[str, Any]:
        """Return the columns of :class:`ArticleKeys`."""
        return {**self.event, **article_columns(self.articles[name])}

    def sentence(self, ref: PassageRef) -> dict[str, Any]:
        """Return the columns of :class:`SentenceKeys`."""
        return {
            **self.article(ref.article),
            "passage": ref.index,
            "part": self.passage(ref).part.value,
            "sentence": self.text(ref),
            "anchor": sentence_anchor(ref),
        }

    def passage(self, ref: PassageRef) -> Passage:
        """Return a passage that the comparison names."""
        return self._passages[ref]

    def text(self, ref: PassageRef) -> str:
        """Return a sentence as printed."""
        passage = self.passage(ref)
        return self.words(ref, passage.start, passage.end)

    def words(self, ref: PassageRef, start: int, end: int) -> str:
        """Return a stretch of the part in which a passage stands."""
        return self.articles[ref.article].part_text(self.passage(ref).part)[start:end]


def night_columns(edition: str) -> dict[str, Any]:
    """Return the columns of :class:`Row` for what is of no event."""
    return {name: "" for name in (*FIRST, *LAST)} | {
        "edition": edition,
        "version": VERSION,
        "seed": None,
    }


def article_columns(article: Article) -> dict[str, Any]:
    """Return what identifies an article."""
    return {
        "outlet": article.outlet,
        "article": article.id,
        "url": article.url,
        "title": article.title,
        "published": article.published,
    }


def listed(names: tuple[str, ...]) -> str:
    """Return ids in one cell, separated by spaces."""
    return " ".join(names)
