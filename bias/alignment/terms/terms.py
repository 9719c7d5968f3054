"""What a passage says, as terms that can be compared: stems, concepts and numbers.

Two words make one term when they share a stem ("arrested", "arrests") or stand on one row of
``words/concepts.csv`` ("arrested", "detained"). Function words make no term.
"""

import re
from functools import cache, lru_cache
from typing import Protocol

import snowballstemmer

from bias.alignment.terms.number_spans import term_spans
from bias.alignment.terms.numbers import english_figure, number_value, scale_word
from bias.alignment.terms.word_lists import concepts, weights
from bias.languages import DEFAULT
from bias.records import Record
from bias.text import fold

_POSSESSIVE = re.compile(r"['’]s?$")
_COUNTRY = {"US": "U.S"}
"""Capitals that would else be read as a pronoun."""
_JOINT = re.compile(r"[\-‐‑'’]")
_LANGUAGES = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    DEFAULT: "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
}
"""Languages with a Snowball stemmer; words of any other are compared as printed."""


class Term(Record, frozen=True, kw_only=True):
    """One word of a passage, made comparable."""

    key: str
    """Its stem, its concept behind "=", or its value if it is a number; empty: function word."""
    weight: float
    """How much the word tells in any news text: 0 for "the", 0.25 for "said", 1 for most."""
    capital: bool
    """Printed with a capital first letter."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802


def read_terms(text: str, language: str = DEFAULT, *, concepts: bool = True) -> tuple[Term, ...]:
    """Return the terms of a text in reading order, function words left out.

    Without ``concepts`` words are one term only where they share a stem.

    >>> [term.key for term in read_terms("Police arrested twelve of the marchers.")]
    ['=police', '=arrest', '12', '=protester']
    """
    return tuple(
        term
        for start, end in term_spans(text)
        for term in word_terms(text[start:end], language, concepts=concepts)
        if term.key
    )


@lru_cache(maxsize=65_536)
def word_terms(printed: str, language: str = DEFAULT, *, concepts: bool = True) -> tuple[Term, ...]:
    """Return the terms of one printed word or number: several where hyphens join them.

    >>> [term.key for term in word_terms("hit-and-run")]
    ['hit', '', 'run']
    >>> [term.key for term in word_terms("4m")]
    ['4000000', 'million']
    """
    word = _POSSESSIVE.sub("", printed)
    capital = printed[0].isupper()
    return tuple(
        _term(fold(_COUNTRY.get(part, part)), capital, language, concepts=concepts)
        for part in _parts(word, language)
    )


def _parts(word: str, language: str) -> tuple[str, ...]:
    folded = english_figure(fold(word), language)
    if number_value(folded) is not None:
        scale = scale_word(folded)
        return (word, scale) if scale else (word,)
    whole = folded in weights(language)
    return (word,) if whole else tuple(part for part in _JOINT.split(word) if part)


def _term(word: str, capital: bool, language: str, *, concepts: bool) -> Term:
    weight = weights(language).get(word, 1.0)
    key = _key(word, language, concepts=concepts) if weight else ""
    return Term(key=key, weight=weight, capital=capital)


def _key(word: str, language: str, *, concepts: bool) -> str:
    value = number_value(english_figure(word, language))
    if value is not None:
        return value
    stem = stem_word(word, language)
    return _concept_of_stem().get(stem, stem) if concepts and language == DEFAULT else stem


@lru_cache(maxsize=65_536)
def stem_word(word: str, language: str = DEFAULT) -> str:
    """Return the Snowball stem of one folded word, the word itself in a language without one.

    Source: Porter, Snowball: a language for stemming algorithms (2001).

    >>> stem_word("protested"), stem_word("protested", "xx")
    ('protest', 'protested')
    """
    stemmer = _stemmer(language)
    return stemmer.stemWord(word) if stemmer else word


@cache
def _stemmer(language: str) -> _Stemmer | None:
    name = _LANGUAGES.get(language)
    return snowballstemmer.stemmer(name) if name else None


@cache
def _concept_of_stem() -> dict[str, str]:
    found: dict[str, str] = {}
    for word, concept in concepts().items():
        found.setdefault(stem_word(word), f"={concept}")
    return found
