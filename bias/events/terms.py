"""The terms of an article and how much each says about which happening it tells.

Names and numbers weigh double, because look-alikes (two earthquakes in one night) share every
other word. The title and the first words weigh more, and the end less, because the happening is
named first and digressions come last. Pairs of neighbouring words tell North Korea from North
Dakota.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

import msgspec

from bias.records import Article
from bias.text import fold, word_spans

NAME_WEIGHT = 2.0
NUMBER_WEIGHT = 2.0
PAIR_WEIGHT = 0.7
TITLE_WEIGHT = 3.0
BODY_WEIGHTS = ((60, 2.0), (200, 1.0), (1_000, 0.4))
"""Weight of a word of the body up to that word; what follows is not looked at."""

_SENTENCE_BREAK = re.compile(r"[.!?:\n\"“”„«»`]")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = ("ing", "ed", "es", "s")
_MIN_STEM = 4


class Token(msgspec.Struct, frozen=True):
    """One word of an article."""

    stem: str
    capital: bool
    opens: bool
    """It opens a sentence or stands in a title, where a capital says nothing."""
    weight: float


class Terms(msgspec.Struct, frozen=True):
    """The terms of one article: words and pairs of neighbouring words."""

    counts: dict[str, float]
    """How often each stands in the article, weighted by place."""
    kinds: dict[str, float]
    """What each weighs for what it is: a name, a number, a pair, a plain word."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return a word without accents, capitals and the commonest English endings.

    >>> [stem(word) for word in ("Earthquakes", "striking", "Guaidó's", "parties")]
    ['earthquak', 'strik', 'guaido', 'party']
    """
    bare = _POSSESSIVE.sub("", fold(word))
    if bare.endswith("ies") and len(bare) > _MIN_STEM:
        return bare[:-3] + "y"
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _MIN_STEM:
            return bare if bare.endswith("ss") else bare[: -len(ending)]
    return bare


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of a text that say something, without stop words.

    >>> sorted(content_stems("The march of the opposition"))
    ['march', 'opposition']
    """
    stems = (stem(text[start:end]) for start, end in word_spans(text))
    return frozenset(word for word in stems if _says_something(word))


def read_terms(articles: Sequence[Article]) -> list[Terms]:
    """Return the terms of each article; what is a name is learnt from all of them together."""
    tokens = [[*_title(article.title), *_body(article.text)] for article in articles]
    names = _names(tokens)
    return [_terms(row, names) for row in tokens]


def _title(title: str) -> Iterator[Token]:
    for start, end in word_spans(title):
        yield Token(stem(title[start:end]), title[start].isupper(), True, TITLE_WEIGHT)


def _body(text: str) -> Iterator[Token]:
    spans = word_spans(text)
    first, end_before = 0, 0
    for last, weight in BODY_WEIGHTS:
        for start, end in islice(spans, last - first):
            opens = not end_before or bool(_SENTENCE_BREAK.search(text, end_before, start))
            yield Token(stem(text[start:end]), text[start].isupper(), opens, weight)
            end_before = end
        first = last


def _names(rows: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Return the stems that stand with a capital more often than not inside sentences."""
    balance: Counter[str] = Counter()
    for row in rows:
        for token in row:
            if not token.opens:
                balance[token.stem] += 1 if token.capital else -1
    return frozenset(word for word, excess in balance.items() if excess > 0)


def _terms(tokens: Sequence[Token], names: frozenset[str]) -> Terms:
    counts: dict[str, float] = {}
    kinds: dict[str, float] = {}
    before = ""
    for token in tokens:
        word = token.stem
        if not _says_something(word):
            before = ""
            continue
        counts[word] = counts.get(word, 0.0) + token.weight
        kinds[word] = _kind(word, names)
        if before:
            pair = f"{before} {word}"
            counts[pair] = counts.get(pair, 0.0) + token.weight
            kinds[pair] = PAIR_WEIGHT * max(kinds[before], kinds[word])
        before = word
    return Terms(counts, kinds)


def _kind(word: str, names: frozenset[str]) -> float:
    if word in names:
        return NAME_WEIGHT
    return NUMBER_WEIGHT if word[0].isdigit() else 1.0


def _says_something(word: str) -> bool:
    return word not in _stop_words() and (len(word) > 1 or word.isdigit())


@cache
def _stop_words() -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return frozenset(ENGLISH_STOP_WORDS)
