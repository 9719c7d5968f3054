"""From a page to an article, or to the reason why there is none."""

import hashlib
from collections.abc import Sequence

import msgspec

from bias.articles.added import added_blocks
from bias.articles.age import outside_window
from bias.articles.authors import find_authors
from bias.articles.blocks import TextBlock, texts_of
from bias.articles.body import agreement, choose_body, covered, declared_paragraphs, is_fragment
from bias.articles.by_density import densest_blocks
from bias.articles.by_metadata import Metadata, read_metadata
from bias.articles.by_newspaper import newspaper_paragraphs, newspaper_title
from bias.articles.by_trafilatura import plain_blocks, read_blocks
from bias.articles.byline import printed_authors
from bias.articles.characters import clean_text
from bias.articles.credit import find_credit
from bias.articles.document import Document, Refusal, is_ended, read_document
from bias.articles.furniture import without_furniture
from bias.articles.language import find_language
from bias.articles.outline import outline
from bias.articles.paragraphs import clean_blocks
from bias.articles.published import find_published
from bias.articles.quality import Evidence, judge
from bias.articles.restored import restore
from bias.articles.standfirst import find_standfirst, without_standfirst
from bias.articles.titles import find_title
from bias.articles.turns import find_blocks
from bias.config import Settings
from bias.coverage.times import Window
from bias.encoding import whole_text
from bias.records import Article, Gap, GapReason, Page

PARAGRAPH_BREAK = "\n\n"
ID_DIGITS = 10
ASK_BELOW = 0.75
"""Agreement of the cheap second opinions below which newspaper3k is asked for one, too."""


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    """What the extractors found in one page, before it is judged."""

    metadata: Metadata
    blocks: tuple[TextBlock, ...]
    """trafilatura's, as found: bylines and credits are still there."""
    title: str
    standfirst: str
    paragraphs: tuple[TextBlock, ...]
    extractor: str
    agreement: float | None


def extract_article(page: Page, settings: Settings, window: Window | None = None) -> Article | Gap:
    """Return the article of a page, trusted or not; a gap where the page shows none at all.

    Time is bounded by the size of what is parsed; a page that cannot be read is no error. A page
    whose own date lies outside ``window``, if one is given, is a gap.
    """
    document = read_document(page)
    if isinstance(document, Refusal):
        return _gap(page, document.reason, document.detail)
    found = _find(document, page)
    if window and (detail := outside_window(found.metadata.times, window)):
        return _gap(page, GapReason.OUTSIDE_WINDOW, detail)
    article = _article(page, document, found, settings)
    if article.title or article.text:
        return article
    return _gap(page, GapReason.NO_TEXT, "The page holds neither a title nor a text.")


def extract_item(
    item: Page | Gap, settings: Settings, window: Window | None = None
) -> Article | Gap:
    """Return the article of a page or a gap; what is a gap already stays what it is."""
    return item if isinstance(item, Gap) else extract_article(item, settings, window)


def article_id(outlet: str, url: str) -> str:
    """Return the id of the article at an address.

    >>> article_id("herald", "https://herald.example/a")
    'herald-fea4e1776a'
    """
    return f"{outlet}-{hashlib.sha256(whole_text(url).encode()).hexdigest()[:ID_DIGITS]}"


def _gap(page: Page, reason: GapReason, detail: str) -> Gap:
    return Gap(
        outlet=page.outlet,
        reason=reason,
        detail=detail,
        url=page.url,
        title=clean_text(page.title),
        published=page.published,
    )


def _find(document: Document, page: Page) -> _Found:
    metadata = read_metadata(document)
    title = find_title(metadata, page.title, lambda: newspaper_title(document))
    bare = msgspec.structs.replace(document, tree=without_furniture(document.tree))
    spots = outline(bare.tree)
    blocks = restore(read_blocks(bare), spots)
    extracted = clean_blocks(blocks, title)
    declared = clean_blocks(plain_blocks(iter(declared_paragraphs(metadata.body))), title)
    dense = clean_blocks(densest_blocks(spots), title)
    near = _highest(_best_agreement(extracted, declared, dense), _covered(extracted, dense))
    second: tuple[TextBlock, ...] = ()
    if near is None or near < ASK_BELOW or is_fragment(texts_of(extracted), texts_of(dense)):
        second = clean_blocks(plain_blocks(iter(newspaper_paragraphs(bare))), title)
        near = _highest(near, _best_agreement(extracted, second))
    sources = {"trafilatura": extracted, "json-ld": declared, "newspaper3k": second}
    body = choose_body(*(texts_of(blocks) for blocks in sources.values()))
    told, extractor = sources.get(body.extractor, ()), body.extractor
    name, added = added_blocks(document)
    if added:
        told, extractor = clean_blocks(added, title), name
    standfirst = find_standfirst(document.tree, title, metadata.descriptions, told)
    return _Found(
        metadata=metadata,
        blocks=blocks,
        title=title,
        standfirst=standfirst,
        paragraphs=without_standfirst(told, standfirst),
        extractor=extractor,
        agreement=near if extracted else None,
    )


def _best_agreement(first: Sequence[TextBlock], *others: Sequence[TextBlock]) -> float | None:
    """Return how much of a text the other that is likest to it shares, ``None`` without any."""
    return _highest(*(agreement(texts_of(first), texts_of(other)) for other in others))


def _covered(first: Sequence[TextBlock], part: Sequence[TextBlock]) -> float | None:
    return covered(texts_of(first), texts_of(part))


def _highest(*shares: float | None) -> float | None:
    return max((share for share in shares if share is not None), default=None)


def _article(page: Page, document: Document, found: _Found, settings: Settings) -> Article:
    paragraphs = _cut(found.paragraphs, settings.max_article_chars)
    text = PARAGRAPH_BREAK.join(block.text for block in paragraphs)
    language = find_language(text, found.metadata.language)
    evidence = Evidence(
        text=text,
        whole=paragraphs == found.paragraphs,
        language=language,
        metadata=found.metadata,
        document=document,
        ended=is_ended(page.body),
        announced=page.title,
        linked=sum(block.linked for block in paragraphs) / max(1, len(paragraphs)),
        agreement=found.agreement,
    )
    when = find_published(document, found.metadata.times, page.published)
    authors = find_authors(
        found.metadata.authors, lambda: printed_authors(document.tree), found.metadata.site
    )
    return Article(
        id=article_id(page.outlet, page.url),
        outlet=page.outlet,
        url=page.url,
        title=found.title,
        standfirst=found.standfirst,
        text=text,
        blocks=find_blocks(texts_of(paragraphs), [block.kind for block in paragraphs]),
        quality=msgspec.structs.replace(
            judge(evidence, settings), extractor=found.extractor, agreement=found.agreement
        ),
        authors=authors,
        published=when.moment,
        zone=when.zone,
        language=language,
        reserved=page.reserved,
        wire_credit=find_credit([block.text for block in found.blocks] or [text], authors),
        announced_title=clean_text(page.title),
    )


def _cut(paragraphs: tuple[TextBlock, ...], limit: int) -> tuple[TextBlock, ...]:
    """Return as many paragraphs as have ``limit`` characters; of the first, at least a part."""
    kept: list[TextBlock] = []
    length = -len(PARAGRAPH_BREAK)
    for block in paragraphs:
        length += len(PARAGRAPH_BREAK) + len(block.text)
        if length > limit:
            break
        kept.append(block)
    if paragraphs and not kept:
        kept = [msgspec.structs.replace(paragraphs[0], text=paragraphs[0].text[:limit])]
    return tuple(kept)
