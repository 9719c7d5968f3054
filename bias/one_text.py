"""Loaded words of one text, without others to compare it with."""

from collections.abc import Iterator

from bias.articles.guarded import extract_safely
from bias.articles.plain_text import PlainText, read_plain_text
from bias.attribution.attribute import attribute
from bias.attribution.voices import count_words_by_voice, voice_span_at
from bias.config import Settings
from bias.errors import SkipError
from bias.given.files import is_page, read_source
from bias.given.pdf import PDF, pdf_text
from bias.language.read import documents, read
from bias.languages import DEFAULT, is_supported
from bias.people.cast import find_cast
from bias.records import (
    Article,
    Finding,
    Gap,
    Page,
    Part,
    Record,
    Voice,
    VoicedArticle,
)
from bias.texts import article_of
from bias.wording.findings import explain, find
from bias.wording.lexicon import Lexicon, load_lexicon
from bias.wording.scores import MIN_WORDS

OUTLET = "text"


class ScoredRow(Record, frozen=True, kw_only=True):
    """One finding of a single text, for people and programs to read."""

    text: str
    sentence: str
    """The sentence it stands in, as printed."""
    part: str
    start: int
    """Characters of :attr:`ScoredText.text` for a body, of the title or standfirst else."""
    end: int
    voice: str
    speaker: str
    category: str
    strength: int
    rule: str
    """Id of the rule that tells its voice, a row of ``language/en/patterns.csv``; else empty."""
    explanation: str


class ScoredVoice(Record, frozen=True, kw_only=True):
    """A stretch of the text that is not the outlet's own voice."""

    part: str
    start: int
    end: int
    voice: str
    speaker: str
    rule: str
    """Id of the rule that found it; empty for a quotation that cites nobody."""


class ScoredDoubt(Record, frozen=True, kw_only=True):
    """A place where it is not known whose words they are."""

    part: str
    start: int
    end: int
    reason: str


class ScoredText(Record, frozen=True, kw_only=True):
    """The findings of a single text and what they were counted in."""

    source: str
    title: str
    text: str
    """The text as it was given; of a page its body."""
    voices: tuple[ScoredVoice, ...]
    doubts: tuple[ScoredDoubt, ...]
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
    """Find the loaded words of a file (text, HTML or PDF), an address, or ``-`` for standard input.

    Raises:
        UsageError: there is no such file.
        SkipError: the address or page holds no article; the message says why.
    """
    given = _given(settings, source)
    article = given.article
    reading = read(article)
    voiced = attribute(article, reading, find_cast(article, documents(article, reading)))
    language = article.language if is_supported(article.language) else DEFAULT
    lexicon = load_lexicon(language, settings.lexicon)
    found = find(article, voiced, lexicon, reading)
    rows = tuple(_row(given, voiced, finding, lexicon) for finding in found)
    return ScoredText(
        source=source,
        title=article.title,
        text=given.text,
        voices=tuple(_voices(given, voiced)),
        doubts=tuple(_doubts(given, voiced)),
        rows=rows,
        own_words=count_words_by_voice(article, voiced)[Voice.OWN],
        own_findings=sum(row.voice == Voice.OWN for row in rows),
        trusted=article.quality.trusted,
        note=article.quality.detail,
        language=article.language,
    )


class _Given(Record, frozen=True, kw_only=True):
    """An article, and the text it was given as."""

    article: Article
    plain: PlainText | None = None
    """``None`` for a page, whose text is the article's."""

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self.plain.given if self.plain else self.article.text

    def span(self, part: Part, start: int, end: int) -> tuple[int, int]:
        """Return the span in the given text that a span of the article was printed as."""
        return self.plain.given_span(start, end) if self.plain else (start, end)


def _voices(given: _Given, voiced: VoicedArticle) -> Iterator[ScoredVoice]:
    for span in voiced.voices:
        start, end = given.span(span.part, span.start, span.end)
        yield ScoredVoice(
            part=span.part.value,
            start=start,
            end=end,
            voice=span.voice.value,
            speaker=span.speaker,
            rule=span.rule,
        )


def _doubts(given: _Given, voiced: VoicedArticle) -> Iterator[ScoredDoubt]:
    for doubt in voiced.doubts:
        start, end = given.span(doubt.part, doubt.start, doubt.end)
        yield ScoredDoubt(part=doubt.part.value, start=start, end=end, reason=doubt.reason)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _row(given: _Given, voiced: VoicedArticle, finding: Finding, lexicon: Lexicon) -> ScoredRow:
    part = given.article.part_text(finding.part)
    start, end = given.span(finding.part, finding.start, finding.end)
    passage = next(p for p in voiced.passages if p.index == finding.passage)
    span = voice_span_at(voiced, finding.part, finding.start)
    rule = span.rule if span else ""
    return ScoredRow(
        text=part[finding.start : finding.end],
        sentence=part[passage.start : passage.end],
        part=finding.part.value,
        start=start,
        end=end,
        voice=finding.voice.value,
        speaker=finding.speaker,
        category=finding.category,
        strength=finding.strength,
        rule=rule,
        explanation=explain(finding, lexicon.by_id[finding.cue], rule),
    )


def _given(settings: Settings, source: str) -> _Given:
    if source.startswith(("http://", "https://")):
        return _Given(article=_checked(_fetched(source, settings), settings))
    body = read_source(source)
    if is_page(body):
        return _Given(article=_checked(_page(source, body), settings))
    return _plain(pdf_text(body, source).encode() if body.startswith(PDF) else body)


def _fetched(source: str, settings: Settings) -> Page | Gap:
    from bias.coverage.client import Client
    from bias.coverage.fetch import fetch_addresses

    with Client(settings) as client:
        return next(iter(fetch_addresses([source], client, settings, ())))


def _page(source: str, body: bytes) -> Page:
    return Page(
        outlet=OUTLET,
        url=source,
        final_url=source,
        status=200,
        content_type="text/html",
        fetched_at="",
        body=body,
    )


def _checked(item: Page | Gap, settings: Settings) -> Article:
    found = extract_safely(item, settings)
    if isinstance(found, Gap):
        message = f"{found.url}: {found.detail}"
        raise SkipError(message)
    return found


def _plain(body: bytes) -> _Given:
    plain = read_plain_text(body)
    return _Given(article=article_of(plain, OUTLET), plain=plain)
