"""Loaded words of one text, without others to compare it with."""

import sys
from collections.abc import Callable
from pathlib import Path

from bias.articles.extract import article_id, extract_item
from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.fetch import fetch_addresses
from bias.errors import SkipError, UsageError
from bias.passages.voice import read_article
from bias.passages.words import count_words_by_voice
from bias.records import Article, Finding, Gap, Page, Quality, Record, Voice
from bias.text import count_words
from bias.wording.findings import explain, find
from bias.wording.lexicon import Lexicon, load_lexicon

OUTLET = "text"


class ScoredRow(Record, frozen=True, kw_only=True):
    """One finding of a single text, for people and programs to read."""

    text: str
    part: str
    start: int
    end: int
    voice: str
    speaker: str
    category: str
    strength: int
    explanation: str


class ScoredText(Record, frozen=True, kw_only=True):
    """The findings of a single text and what they were counted in."""

    source: str
    title: str
    rows: tuple[ScoredRow, ...]
    own_words: int
    own_findings: int
    trusted: bool
    note: str
    """Why the text is not to be trusted; empty when it is."""

    @property
    def summary(self) -> str:
        """The counts in one sentence."""
        others = len(self.rows) - self.own_findings
        note = f" Not to be trusted: {self.note}" if self.note else ""
        return (
            f"{self.own_findings} loaded words in {self.own_words} own words; "
            f"{others} in other voices.{note}"
        )


def score_text(settings: Settings, source: str) -> ScoredText:
    """Find the loaded words of a file (text or HTML), an address, or ``-`` for standard input.

    Raises:
        UsageError: there is no such file.
        SkipError: the address or page holds no article; the message says why.
    """
    article = _article(settings, source)
    voiced = read_article(article)
    lexicon = load_lexicon("en", settings.lexicon)
    rows = tuple(_row(article, finding, lexicon) for finding in find(article, voiced, lexicon))
    return ScoredText(
        source=source,
        title=article.title,
        rows=rows,
        own_words=count_words_by_voice(article, voiced)[Voice.OWN],
        own_findings=sum(row.voice == Voice.OWN for row in rows),
        trusted=article.quality.trusted,
        note=article.quality.detail,
    )


def _row(article: Article, finding: Finding, lexicon: Lexicon) -> ScoredRow:
    return ScoredRow(
        text=article.part_text(finding.part)[finding.start : finding.end],
        part=finding.part.value,
        start=finding.start,
        end=finding.end,
        voice=finding.voice.value,
        speaker=finding.speaker,
        category=finding.category,
        strength=finding.strength,
        explanation=explain(finding, lexicon.by_id[finding.cue]),
    )


def _article(settings: Settings, source: str) -> Article:
    if source.startswith(("http://", "https://")):
        with Client(settings) as client:
            return _checked(next(iter(fetch_addresses([source], client, settings, ()))), settings)
    text = _read_text(source)
    if text.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<?xml")):
        return _checked(_page(source, text), settings)
    return _plain(source, text)


def _read_text(source: str) -> str:
    read: Callable[[], bytes] = sys.stdin.buffer.read if source == "-" else Path(source).read_bytes
    try:
        return read().decode("utf-8", errors="replace")
    except OSError as error:
        message = f"{source}: {error.strerror}; give a file, an address, or - for standard input"
        raise UsageError(message) from error


def _page(source: str, text: str) -> Page:
    return Page(
        outlet=OUTLET,
        url=source,
        final_url=source,
        status=200,
        content_type="text/html; charset=utf-8",
        fetched_at="",
        body=text.encode(),
    )


def _checked(item: Page | Gap, settings: Settings) -> Article:
    found = extract_item(item, settings)
    if isinstance(found, Gap):
        message = f"{found.url}: {found.detail}"
        raise SkipError(message)
    return found


def _plain(source: str, text: str) -> Article:
    paragraphs = [" ".join(block.split()) for block in text.replace("\r\n", "\n").split("\n\n")]
    body = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return Article(
        id=article_id(OUTLET, source),
        outlet=OUTLET,
        url="",
        title="",
        text=body,
        quality=Quality(trusted=True, words=count_words(body), extractor="plain text"),
    )
