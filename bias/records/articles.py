"""Articles as they were read from their pages, and which of them are one telling."""

from enum import StrEnum

from bias.records.base import Record
from bias.records.gaps import GapReason


class Part(StrEnum):
    """The part of an article that a span points into."""

    TITLE = "title"
    BODY = "body"


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
