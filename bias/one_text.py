"""Loaded words of one text, without others to compare it with."""

import sys
from collections.abc import Callable
from pathlib import Path

from bias.articles.extract import article_id
from bias.articles.guarded import extract_safely
from bias.articles.language import find_language
from bias.articles.quality import SUPPORTED_LANGUAGES
from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.fetch import fetch_addresses
from bias.errors import SkipError, UsageError
from bias.passages.voice import read_article
from bias.passages.words import count_words_by_voice
from bias.records import Article, Finding, Gap, GapReason, Page, Quality, Record, Voice
from bias.text import count_words
from bias.wording.findings import explain, find
from bias.wording.lexicon import Lexicon, load_lexicon
from bias.wording.scores import MIN_WORDS

OUTLET = "text"
_EXTRACTOR = "plain text"
_UNREADABLE = "\ufffd"  # what a byte that is no UTF-8 is read as


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
    language: str
    """ISO 639-1 code, from what the words look like; "en" where they are too few to tell."""

    @property
    def summary(self) -> str:
        """The counts in one sentence, and what to bear in mind about them."""
        others = len(self.rows) - self.own_findings
        counts = (
            f"{_count(self.own_findings, 'loaded word')} in "
            f"{_count(self.own_words, 'own word')}; {others} in other voices."
        )
        notes = [f"Not to be trusted: {self.note}"] if self.note else []
        if self.own_words < MIN_WORDS:
            notes.append(f"Too little text for a rate: fewer than {MIN_WORDS} own words.")
        return " ".join([counts, *notes])


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
        language=article.language,
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


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
    found = extract_safely(item, settings)
    if isinstance(found, Gap):
        message = f"{found.url}: {found.detail}"
        raise SkipError(message)
    return found


def _plain(source: str, text: str) -> Article:
    paragraphs = [" ".join(block.split()) for block in text.replace("\r\n", "\n").split("\n\n")]
    body = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    language = find_language(body, "")
    return Article(
        id=article_id(OUTLET, source),
        outlet=OUTLET,
        url="",
        title="",
        text=body,
        language=language,
        quality=_quality(body, language),
    )


def _quality(body: str, language: str) -> Quality:
    """Judge a text that comes without a page: it may be short, but must be words of a language."""
    words, unreadable = count_words(body), body.count(_UNREADABLE)
    faults = (
        (GapReason.NO_TEXT, not words, "The text has no words."),
        (
            GapReason.UNREADABLE,
            unreadable,
            f"{_count(unreadable, 'character')} cannot be read as UTF-8.",
        ),
        (
            GapReason.UNSUPPORTED_LANGUAGE,
            language not in SUPPORTED_LANGUAGES,
            f"The text is in the language {language!r}, for which there is no lexicon.",
        ),
    )
    for reason, applies, detail in faults:
        if applies:
            return Quality(
                trusted=False, reason=reason, detail=detail, words=words, extractor=_EXTRACTOR
            )
    return Quality(trusted=True, words=words, extractor=_EXTRACTOR)
