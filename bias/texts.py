"""A text without a page, as an article: given by a person or a program that has no address."""

import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from bias.articles.extract import article_id
from bias.articles.language import find_language
from bias.articles.plain_text import PlainText, read_plain_text
from bias.encoding import whole_text
from bias.language.registry import is_supported
from bias.records import Article, GapReason, Quality
from bias.text import count_words, slug

_EXTRACTOR = "plain text"


def article_of(plain: PlainText, outlet: str, *, title: str = "", url: str = "") -> Article:
    """Return the article that a text makes; its quality says whether it can be read.

    Args:
        plain: the text and its paragraphs.
        outlet: who printed it, as it is to be shown.
        title: its headline, empty where there is none.
        url: its address, empty where there is none; without one the text names the article.
    """
    language = find_language(plain.text, "")
    key = url or hashlib.sha256(whole_text(f"{title}\n{plain.text}").encode()).hexdigest()
    return Article(
        id=article_id(slug(outlet) or "text", key),
        outlet=whole_text(outlet),
        url=url,
        title=whole_text(title),
        text=whole_text(plain.text),
        language=language,
        quality=_quality(plain, language),
    )


def article_of_text(text: str, outlet: str, *, title: str = "", url: str = "") -> Article:
    """Return the article that a string makes; see :func:`article_of`."""
    return article_of(read_plain_text(whole_text(text).encode()), outlet, title=title, url=url)


def tell_apart(articles: Sequence[Article]) -> list[Article]:
    """Return articles that can be compared: two at least, each with an id of its own.

    Where all are of one outlet (two versions of a story, two pages of one host), each stands for
    itself, and a number is added to the outlet's name.

    >>> twice = [article_of_text("Rain fell.", "Post"), article_of_text("Hail fell.", "Post")]
    >>> [article.outlet for article in tell_apart(twice)]
    ['Post (1)', 'Post (2)']
    """
    if len({article.outlet for article in articles}) > 1:
        return list(articles)
    return [
        msgspec.structs.replace(
            article, id=f"{number}-{article.id}", outlet=f"{article.outlet} ({number})"
        )
        for number, article in enumerate(articles, start=1)
    ]


def _quality(plain: PlainText, language: str) -> Quality:
    """Judge a text that comes without a page: it may be short, but must be words of a language."""
    words = count_words(plain.text)
    reason, detail = next(_faults(plain, words, language), (None, ""))
    return Quality(
        trusted=reason is None, reason=reason, detail=detail, words=words, extractor=_EXTRACTOR
    )


def _faults(plain: PlainText, words: int, language: str) -> Iterator[tuple[GapReason, str]]:
    if not words:
        yield GapReason.NO_TEXT, "The text has no words."
    if plain.broken:
        count = "1 character" if plain.broken == 1 else f"{plain.broken} characters"
        yield (
            GapReason.UNREADABLE,
            f"{count} cannot be read; give a text file, a page or an address.",
        )
    if not is_supported(language):
        detail = f"The text is in the language {language!r}, which cannot be read yet."
        yield GapReason.UNSUPPORTED_LANGUAGE, detail
