"""A text without a page, as an article: given by a person or a program that has no address."""

import hashlib
import re
from collections.abc import Iterator, Sequence

import msgspec

from bias.articles.extract import article_id
from bias.articles.language import find_language
from bias.articles.plain_text import BREAK, PlainText, read_plain_text
from bias.encoding import encode, whole_text
from bias.errors import UsageError
from bias.events.gaps import gap_of
from bias.languages import is_supported
from bias.records import Article, Event, Gap, GapReason, Quality
from bias.text import count_words, slug

_EXTRACTOR = "plain text"
_HEADLINE = 150
"""Characters of a headline at most."""
_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")


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


def headed(text: str) -> tuple[str, str]:
    r"""Return the headline that a text begins with, and the text below it.

    A headline is a short first paragraph that ends without a full stop and has others below it.

    >>> headed("Port closed\n\nRain fell."), headed("Rain fell.\n\nIt was cold.")[0]
    (('Port closed', 'Rain fell.'), '')
    """
    first, gap, rest = text.partition(BREAK)
    is_headline = bool(gap) and len(first) <= _HEADLINE and not _ENDS.search(first)
    return (first, rest) if is_headline else ("", text)


def event_of(
    articles: Sequence[Article], gaps: Sequence[Gap], *, title: str, edition: str, prefix: str = ""
) -> Event:
    """Return the event that articles make which a person put together.

    Args:
        articles: its articles, in the order they were given.
        gaps: what was asked for and could not be had.
        title: what to call it; the first title of an article where it is empty.
        edition: ISO date, empty for none.
        prefix: of its id, which is the same for the same articles.
    """
    ids = tuple(sorted({article.id for article in articles}))
    title = title or next((a.title for a in articles if a.title), "Texts without a title")
    digest = hashlib.sha256(encode([a.text for a in articles] + list(ids))).hexdigest()[:6]
    untrusted = (gap_of(article) for article in articles if not article.quality.trusted)
    return Event(
        id=f"{prefix}{slug(title) or 'texts'}-{digest}",
        edition=edition,
        title=title,
        articles=ids,
        outlets=tuple(sorted({article.outlet for article in articles})),
        gaps=(*gaps, *untrusted),
    )


def tell_apart(articles: Sequence[Article]) -> list[Article]:
    """Return articles that can be compared: two different ones at least, each with its own id.

    Where all are of one outlet (two versions of a story, two pages of one host), each stands for
    itself, and a number is added to the outlet's name.

    Raises:
        UsageError: there are fewer than two different ones.

    >>> twice = [article_of_text("Rain fell.", "Post"), article_of_text("Hail fell.", "Post")]
    >>> [article.outlet for article in tell_apart(twice)]
    ['Post (1)', 'Post (2)']
    """
    if not differ(articles):
        message = "give at least two different articles; one alone cannot be compared"
        raise UsageError(message)
    if len({article.outlet for article in articles}) > 1:
        return _with_own_ids(articles)
    numbered = [
        msgspec.structs.replace(article, outlet=f"{article.outlet} ({number})")
        for number, article in enumerate(articles, start=1)
    ]
    return _with_own_ids(numbered)


def differ(articles: Sequence[Article]) -> bool:
    """Return whether there are two different ones among some articles."""
    return len({(article.outlet, article.title, article.text) for article in articles}) > 1


def _with_own_ids(articles: Sequence[Article]) -> list[Article]:
    """Number the ids that several have: saved pages of one address."""
    ids = [article.id for article in articles]
    return [
        msgspec.structs.replace(article, id=f"{article.id}-{ids[:place].count(article.id) + 1}")
        if ids.count(article.id) > 1
        else article
        for place, article in enumerate(articles)
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
            f"{count} cannot be read; give a text, a page or an address.",
        )
    if not is_supported(language):
        detail = f"The text is in the language {language!r}, which cannot be read yet."
        yield GapReason.UNSUPPORTED_LANGUAGE, detail
