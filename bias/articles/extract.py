"""From a page to an article, or to the reason why there is none."""

import hashlib
from collections.abc import Sequence

import msgspec

from bias.articles.by_metadata import Metadata, read_metadata
from bias.articles.by_newspaper import Reading, read_with_newspaper
from bias.articles.by_trafilatura import read_blocks
from bias.articles.credit import find_credit
from bias.articles.document import Document, Refusal, read_document
from bias.articles.language import find_language
from bias.articles.paragraphs import clean_paragraphs, overlap
from bias.articles.published import find_published
from bias.articles.quality import Facts, judge
from bias.articles.titles import find_title
from bias.config import Settings
from bias.records import Article, Gap, Page

PARAGRAPH_BREAK = "\n\n"


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """What the extractors found in one page, before it is judged."""

    metadata: Metadata
    second: Reading
    title: str
    text: str
    extractor: str


def extract_article(page: Page, settings: Settings) -> Article | Gap:
    """Return the article of a page, trusted or not; a gap where the page shows none at all."""
    document = read_document(page)
    if isinstance(document, Refusal):
        return _gap(page, document)
    found = _read(document, page)
    article = _article(page, document, found, settings)
    if article.title or article.text:
        return article
    detail = article.quality.detail or "The page holds no text."
    return _gap(page, Refusal(reason=article.quality.reason or "no_text", detail=detail))


def article_id(outlet: str, url: str) -> str:
    """Return the id of the article at an address.

    >>> article_id("herald", "https://herald.example/a")
    'herald-08a68a5f1d'
    """
    return f"{outlet}-{hashlib.sha256(url.encode()).hexdigest()[:10]}"


def _gap(page: Page, refusal: Refusal) -> Gap:
    return Gap(
        outlet=page.outlet,
        reason=refusal.reason,
        detail=refusal.detail,
        url=page.url,
        title=page.title,
        published=page.published,
    )


def _read(document: Document, page: Page) -> Reader:
    metadata = read_metadata(document)
    second = read_with_newspaper(document)
    title = find_title(metadata, page.title, second.title)
    paragraphs = clean_paragraphs(read_blocks(document), title)
    return Reader(
        metadata=metadata,
        second=second,
        title=title,
        text=PARAGRAPH_BREAK.join(paragraphs),
        extractor="trafilatura" if paragraphs else "",
    )


def _article(page: Page, document: Document, found: Reader, settings: Settings) -> Article:
    text, whole = _cut(found.text, settings.max_article_chars)
    language = find_language(text, found.metadata.language)
    facts = Facts(
        title=found.title,
        text=text,
        whole=whole,
        language=language,
        metadata=found.metadata,
        extractor=found.extractor,
        agreement=overlap(text, found.second.text),
        page_text=" ".join(
            document.tree.itertext("p", "div", "span", "a", "h2", "h3", "li", "button")
        )[:400_000],
    )
    return Article(
        id=article_id(page.outlet, page.url),
        outlet=page.outlet,
        url=page.url,
        title=found.title,
        text=text,
        quality=judge(facts, settings),
        authors=_authors(found),
        published=find_published(document, found.metadata.published, page.published),
        language=language,
        wire_credit=find_credit(text, found.metadata.authors),
    )


def _authors(found: Reader) -> Sequence[str]:
    return found.metadata.authors or found.second.authors


def _cut(text: str, limit: int) -> tuple[str, bool]:
    """Return at most ``limit`` characters, cut at a paragraph where there is one."""
    if len(text) <= limit:
        return text, True
    return text[:limit].rpartition(PARAGRAPH_BREAK)[0] or text[:limit], False
