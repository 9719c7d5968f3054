"""Headlines side by side, and each article whole, sentence by sentence."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from bias.records import (
    Article,
    Doubt,
    Part,
    Passage,
    PassageRef,
    Record,
    Voice,
    VoicedArticle,
)
from bias.report.catalogue import Said, say
from bias.report.links import article_href, kept_page_href, safe_url, sentence_anchor
from bias.report.outlets import OutletLook
from bias.report.plain import GAPS, VOICES, moment
from bias.report.reading import Note, Reading, Sentence
from bias.report.runs import Run
from bias.report.views.places import Place, marked_word

WHOLE_SENTENCES = 400
"""An article is printed whole up to here; of what follows, only sentences that a claim rests on."""
UNREAD_CHARS = 600
"""How much of an untrusted text is shown, so that a reader can judge the judgement."""


RESERVED: Mapping[str, str] = Said(
    {
        "noarchive": "asks not to be archived",
        "tdm-reservation": "reserves text and data mining",
    }
)
"""How a report says what a page asks for."""


class Headline(Record, frozen=True, kw_only=True):
    """One article's headline and what is known about the article."""

    article: str
    href: str
    """The way from the page of the event to the marked article."""
    outlet: OutletLook
    language: str
    runs: tuple[Run, ...]
    url: str
    """Empty when the address cannot be linked."""
    kept: str
    """The way from the page of the event to the page as it was kept; empty where the address is to
    be followed."""
    published: str
    authors: str
    words: int
    wire: str
    """The agency credited, empty when none is."""
    reserved: str
    """What the page asks of those who keep or mine it, empty when nothing."""
    untrusted: str
    """Why the text is left out of every figure, empty when it is trusted."""
    untrusted_detail: str


class Paragraph(Record, frozen=True, kw_only=True):
    """Sentences of one paragraph; ``skipped`` ones in it or before it are not shown."""

    sentences: tuple[Sentence, ...]
    skipped: int = 0


class Digest(Record, frozen=True, kw_only=True):
    """The loaded words of an article in one voice, and where they stand."""

    voice: Voice
    label: str
    words: tuple[tuple[str, Place], ...]


class ArticleView(Record, frozen=True, kw_only=True):
    """One article as printed."""

    headline: Headline
    title_anchors: tuple[str, ...]
    standfirst: tuple[Sentence, ...]
    """The sentences below the headline that sum the article up, empty when it has none."""
    paragraphs: tuple[Paragraph, ...]
    skipped: int
    """Sentences left out at the end."""
    beginning: str
    """The first words of an untrusted text, empty for a trusted one."""
    digest: tuple[Digest, ...]
    notes: tuple[Note, ...]
    """Why its words are marked."""
    doubts: tuple[tuple[str, str], ...]
    """Places where voices could not be told: the words there, and why."""


def headline(reading: Reading, article: Article) -> Headline:
    """Return the headline of an article with its loaded words marked."""
    quality = article.quality
    return Headline(
        article=article.id,
        href=article_href(reading.home, article.id),
        outlet=reading.look(article.id),
        language=article.language,
        runs=reading.runs(article.id, Part.TITLE, 0, len(article.title)),
        url=safe_url(article.url),
        kept=kept_page_href(reading.home, article.id) if article.id in reading.kept else "",
        published=moment(article.published),
        authors=", ".join(article.authors),
        words=quality.words,
        wire=article.wire_credit,
        reserved=say(" and ").join(RESERVED.get(each, each) for each in article.reserved),
        untrusted=GAPS[quality.reason].label if quality.reason else "",
        untrusted_detail=quality.detail,
    )


def article_views(reading: Reading, linked: frozenset[str]) -> tuple[ArticleView, ...]:
    """Return every article of the event; ``linked`` are anchors that must stay on the page."""
    voiced = {item.article: item for item in reading.comparison.voiced}
    return tuple(
        _article(reading, article, voiced.get(article.id), linked)
        for article in reading.ordered(reading.articles)
    )


def _article(
    reading: Reading, article: Article, voiced: VoicedArticle | None, linked: frozenset[str]
) -> ArticleView:
    passages = voiced.passages if voiced else ()
    body = [passage for passage in passages if passage.part is Part.BODY]
    below = [passage for passage in passages if passage.part is Part.STANDFIRST]
    paragraphs, skipped = _paragraphs(reading, body, linked)
    return ArticleView(
        headline=headline(reading, article),
        title_anchors=tuple(
            sentence_anchor(_ref(passage)) for passage in passages if passage.part is Part.TITLE
        ),
        standfirst=tuple(reading.sentence(_ref(passage)) for passage in below),
        paragraphs=paragraphs,
        skipped=skipped,
        beginning="" if voiced else _beginning(article.text),
        digest=_digest(reading, article),
        notes=_notes(reading, article),
        doubts=tuple(_doubt(article, doubt) for doubt in (voiced.doubts if voiced else ())),
    )


def _paragraphs(
    reading: Reading, body: list[Passage], linked: frozenset[str]
) -> tuple[tuple[Paragraph, ...], int]:
    """Return the paragraphs shown, and how many sentences are left out after the last."""
    shown: list[Paragraph] = []
    skipped = 0
    for _, members in groupby(enumerate(body), key=lambda item: item[1].paragraph):
        refs = [(place, _ref(passage)) for place, passage in members]
        kept = [
            ref for place, ref in refs if place < WHOLE_SENTENCES or sentence_anchor(ref) in linked
        ]
        skipped += len(refs) - len(kept)
        if kept:
            sentences = tuple(reading.sentence(ref) for ref in kept)
            shown.append(Paragraph(sentences=sentences, skipped=skipped))
            skipped = 0
    return tuple(shown), skipped


def _ref(passage: Passage) -> PassageRef:
    return PassageRef(article=passage.article, index=passage.index)


def _digest(reading: Reading, article: Article) -> tuple[Digest, ...]:
    mine = [item for item in reading.comparison.findings if item.article == article.id]
    by_voice = {voice: [item for item in mine if item.voice is voice] for voice in VOICES}
    return tuple(
        Digest(
            voice=voice,
            label=VOICES[voice].label,
            words=tuple(marked_word(reading, finding) for finding in findings),
        )
        for voice, findings in by_voice.items()
        if findings
    )


def _notes(reading: Reading, article: Article) -> tuple[Note, ...]:
    mine = [item for item in reading.comparison.findings if item.article == article.id]
    return tuple({reading.note_of(item).id: reading.note_of(item) for item in mine}.values())


def _doubt(article: Article, doubt: Doubt) -> tuple[str, str]:
    return _beginning(article.part_text(doubt.part)[doubt.start : doubt.end], 120), doubt.reason


def _beginning(text: str, limit: int = UNREAD_CHARS) -> str:
    """Return the first words of a text, cut at a word, with an ellipsis where it goes on.

    >>> _beginning("The square was full by noon.", 15)
    'The square was …'
    """
    if len(text) <= limit:
        return text
    return (text[:limit].rpartition(" ")[0] or text[:limit]) + " …"


def headlines(reading: Reading) -> tuple[Headline, ...]:
    """Return the headline of every article, in the order of outlets."""
    articles: Iterable[Article] = reading.ordered(reading.articles)
    return tuple(headline(reading, article) for article in articles)
