"""The terms of an article and how much each says about which happening it tells.

Names and numbers weigh double, because look-alikes (two earthquakes in one night) share every
other word. The title and the first words weigh more, and the end less, because the happening is
named first and digressions come last. Pairs of neighbouring words tell North Korea from North
Dakota. The headline and the opening are kept apart as well: they say which happening is meant.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from runpy import run_path

import msgspec

from bias.languages import DEFAULT
from bias.records import Article
from bias.text import fold, word_spans

NAME_WEIGHT = 2.0
NUMBER_WEIGHT = 2.0
PAIR_WEIGHT = 0.7
TITLE_WEIGHT = 3.0
BODY_WEIGHTS = ((60, 2.0), (200, 1.0), (1_000, 0.4))
"""Weight of a word of the body up to that word; what follows is not looked at."""

LEAD_WORDS = 100
"""Words of the body that are its opening."""
HEAD_WORDS = 20
"""Words of the opening that stand for a title where there is none."""

_SENTENCE_BREAK = re.compile(r"[.!?:\n\"“”„«»`]")
_POSSESSIVE = re.compile(r"['’]s?$")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=\w)")
_PLURALS = ("es", "s", "x")
_ENDINGS = ("ing", "ed", "es", "s")
_MIN_STEM = 4
_SAY_SOMETHING = frozenset({"make", "regarding", "say", "used", "using", "various"})
"""Words of the list of stop words that are no function words."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word of an article."""

    stem: str
    capital: bool
    opens: bool
    """It opens a sentence or stands in a title, where a capital says nothing."""
    weight: float


class Terms(msgspec.Struct, frozen=True):
    """The terms of a night: words, and pairs of neighbouring words joined by a space."""

    counts: list[dict[str, float]]
    """For each article, how often each term stands in it, weighted by place."""
    heads: list[tuple[str, ...]]
    """For each article, the words of its title that say something, sorted."""
    leads: list[tuple[str, ...]]
    """For each article, those of its title and of its opening, sorted."""
    names: frozenset[str]
    """The words that are names, as learnt from all articles together."""

    def is_plain(self, term: str) -> bool:
        """Tell whether a term is a word that is neither a name nor a number."""
        return " " not in term and term not in self.names and not term[0].isdigit()

    def weight(self, term: str) -> float:
        """Return what a term weighs for what it is: a name, a number, a pair, a plain word."""
        first, _, second = term.partition(" ")
        if second:
            return PAIR_WEIGHT * max(self.weight(first), self.weight(second))
        if first in self.names:
            return NAME_WEIGHT
        return NUMBER_WEIGHT if first[0].isdigit() else 1.0


@lru_cache(maxsize=200_000)
def stem(word: str, language: str = DEFAULT) -> str:
    """Return a word without accents, capitals and the commonest endings of its language.

    Of another language than English only the plural's are known, and an article or pronoun that an
    apostrophe ties to the word.

    >>> [stem(word) for word in ("Earthquakes", "striking", "Guaidó's", "parties")]
    ['earthquak', 'strik', 'guaido', 'party']
    >>> stem("l’opposition", "fr"), stem("manifestaciones", "es"), stem("manifestación", "es")
    ('opposition', 'manifestacion', 'manifestacion')
    """
    if language != DEFAULT:
        return _plain_stem(word)
    bare = _POSSESSIVE.sub("", fold(word))
    if bare.endswith("ies") and len(bare) > _MIN_STEM:
        return bare[:-3] + "y"
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _MIN_STEM:
            return bare if bare.endswith("ss") else bare[: -len(ending)]
    return bare


def _plain_stem(word: str) -> str:
    bare = _ELIDED.sub("", fold(word))
    endings = (end for end in _PLURALS if bare.endswith(end) and len(bare) - len(end) >= _MIN_STEM)
    return bare.removesuffix(next(endings, ""))


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of a text that say something, without stop words.

    >>> sorted(content_stems("The march of the opposition"))
    ['march', 'opposition']
    """
    stems = (stem(text[start:end]) for start, end in word_spans(text))
    return frozenset(word for word in stems if _says_something(word))


def read_terms(articles: Iterable[Article]) -> Terms:
    """Return the terms of a night's articles, which are of one language."""
    capitals: Counter[str] = Counter()
    counts, heads, leads = [], [], []
    for article in articles:
        language = article.language
        title, body = list(_title(article.title, language)), list(_body(article.text, language))
        for token in body:
            if not token.opens:
                capitals[token.stem] += 1 if token.capital else -1
        counts.append(_count([*title, *body], language))
        heads.append(_stems(title or body[:HEAD_WORDS], language))
        leads.append(_stems([*title, *body[:LEAD_WORDS]], language))
    names = frozenset(word for word, excess in capitals.items() if excess > 0)
    return Terms(counts, heads, leads, names)


def _title(title: str, language: str) -> Iterator[Token]:
    for start, end in word_spans(title):
        yield Token(stem(title[start:end], language), title[start].isupper(), True, TITLE_WEIGHT)


def _body(text: str, language: str) -> Iterator[Token]:
    spans = word_spans(text)
    first, end_before = 0, 0
    for last, weight in BODY_WEIGHTS:
        for start, end in islice(spans, last - first):
            opens = not end_before or _is_break(text, end_before, start)
            word = stem(text[start:end], language)
            yield Token(word, text[start].isupper(), opens, weight)
            end_before = end
        first = last


def _is_break(text: str, end_before: int, start: int) -> bool:
    """Tell whether a sentence or quotation begins between two words; one sign is but a space."""
    return start - end_before > 1 and bool(_SENTENCE_BREAK.search(text, end_before, start))


def _count(tokens: Iterable[Token], language: str) -> dict[str, float]:
    counts: dict[str, float] = {}
    before = ""
    for token in tokens:
        word = token.stem
        if not _says_something(word, language):
            before = ""
            continue
        counts[word] = counts.get(word, 0.0) + token.weight
        if before:
            pair = f"{before} {word}"
            counts[pair] = counts.get(pair, 0.0) + token.weight
        before = word
    return counts


def _stems(tokens: Iterable[Token], language: str) -> tuple[str, ...]:
    return tuple(sorted({token.stem for token in tokens if _says_something(token.stem, language)}))


@lru_cache(maxsize=200_000)
def _says_something(word: str, language: str = DEFAULT) -> bool:
    return word not in _stop_words(language) and (len(word) > 1 or word.isdigit())


@cache
def _stop_words(language: str) -> frozenset[str]:
    """Read spaCy's list from its file; to load the library takes longer than to match.

    A language of which spaCy has none has no stop words here: rarity must tell them.
    """
    found = find_spec("spacy")
    folder = next(iter((found and found.submodule_search_locations) or ()))
    file = Path(folder) / "lang" / language / "stop_words.py"
    if not file.is_file():
        return frozenset()
    listed = frozenset(run_path(str(file))["STOP_WORDS"])
    if language == DEFAULT:
        return listed - _SAY_SOMETHING
    return frozenset(map(_plain_stem, listed))
