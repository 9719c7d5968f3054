"""The terms of an article and how much each says about which happening it tells.

Names weigh double, because look-alikes (two earthquakes in one night) share every other word; the
title and the first words weigh more, because there the happening is named; pairs of neighbouring
words tell "North Korea" from "North Dakota".
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bias.records import Article
from bias.text import fold, word_spans

NAME_WEIGHT = 2.0
TITLE_WEIGHT = 3.0
LEAD_WEIGHT = 2.0
LEAD_WORDS = 60
PAIR_WEIGHT = 0.7
MAX_WORDS = 3_000
"""Words of one article looked at; the happening is told by then."""

_SENTENCE_BREAK = re.compile(r"[.!?:\n\"“”„«»`]")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = ("ing", "ed", "es", "s")


class Token(msgspec.Struct, frozen=True):
    """One word of an article."""

    stem: str
    capital: bool
    opens: bool
    """It opens a sentence or stands in a title, so that its capital says nothing."""
    weight: float


class Terms(msgspec.Struct, frozen=True):
    """The terms of one article: how often each stands in it, weighted, and its kind's weight."""

    counts: dict[str, float]
    kinds: dict[str, float]


def stem(word: str) -> str:
    """Return a word without the commonest English endings, folded.

    >>> [stem(word) for word in ("Earthquakes", "striking", "Guaidó's", "parties")]
    ['earthquak', 'strik', 'guaido', 'party']
    """
    bare = _POSSESSIVE.sub("", fold(word))
    if len(bare) > 4 and bare.endswith("ies"):
        return bare[:-3] + "y"
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 4 and not bare.endswith("ss"):
            return bare[: -len(ending)]
    return bare


def read_terms(articles: Sequence[Article]) -> list[Terms]:
    """Return the terms of each article; what is a name is learnt from all of them together."""
    tokens = [list(_tokens(article)) for article in articles]
    names = _names(tokens)
    return [_count(row, names) for row in tokens]


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of a text that say something, without stop words.

    >>> sorted(content_stems("The march of the opposition"))
    ['march', 'opposition']
    """
    stems = (stem(text[start:end]) for start, end in word_spans(text))
    return frozenset(word for word in stems if _says_something(word))


def _says_something(word: str) -> bool:
    return word not in _stop_words() and (len(word) > 1 or word.isdigit())


def _tokens(article: Article) -> Iterator[Token]:
    yield from _part(article.title, title=True)
    yield from _part(article.text, title=False)


def _part(text: str, *, title: bool) -> Iterator[Token]:
    end_before = 0
    for index, (start, end) in enumerate(word_spans(text)):
        if index == MAX_WORDS:
            return
        word = text[start:end]
        opens = title or index == 0 or bool(_SENTENCE_BREAK.search(text, end_before, start))
        weight = TITLE_WEIGHT if title else LEAD_WEIGHT if index < LEAD_WORDS else 1.0
        yield Token(stem(word), word[0].isupper(), opens, weight)
        end_before = end


def _names(rows: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Return the stems that stand with a capital more often than not inside sentences."""
    balance: Counter[str] = Counter()
    for row in rows:
        for token in row:
            if not token.opens:
                balance[token.stem] += 1 if token.capital else -1
    return frozenset(word for word, excess in balance.items() if excess > 0)


def _count(tokens: Sequence[Token], names: frozenset[str]) -> Terms:
    counts: dict[str, float] = {}
    kinds: dict[str, float] = {}
    before = ""
    for token in tokens:
        word = token.stem
        if not _says_something(word):
            before = ""
            continue
        counts[word] = counts.get(word, 0.0) + token.weight
        kinds[word] = NAME_WEIGHT if word in names else 1.0
        if before:
            pair = f"{before} {word}"
            counts[pair] = counts.get(pair, 0.0) + token.weight
            kinds[pair] = PAIR_WEIGHT * max(kinds[before], kinds[word])
        before = word
    return Terms(counts, kinds)


def _stop_words() -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return ENGLISH_STOP_WORDS
