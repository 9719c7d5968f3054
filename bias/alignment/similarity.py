"""How much two passages tell the same thing: one number from 0 to 1.

Three readings of the terms two passages share are blended (``docs/alignment.md`` explains them):

- evidence: the weight of the shared terms, full at three rare words;
- balance: the share of both passages' weight that they have in common (Dice);
- wording: rapidfuzz's ``token_set_ratio`` over the terms.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from bias.alignment.terms import Term, read_terms
from bias.records import Record
from bias.text import fold

Floats = npt.NDArray[np.float64]

CUTOFF = 0.62
"""From here on two passages are held to tell the same thing; set for precision."""
FULL_EVIDENCE = 3.0
"""Shared weight, in words that only one passage of the corpus has, that is evidence enough."""
EVIDENCE, BALANCE, WORDING = 0.7, 0.15, 0.15
NAME_FACTOR = 0.8
"""A name tells less than another word: whoever the event is about stands in most passages."""
NUMBER_FACTOR = 1.3
"""A number tells more: that two passages share one by chance is rare."""
_NAME_SHARE = 0.7
"""A term is a name when the corpus prints at least this share of it with a capital."""
_DECIMALS = 6


class Profile(Record, frozen=True, kw_only=True):
    """What one text says: its distinct terms and their weights."""

    folded: str
    """The text in lower case, for texts without any term."""
    weights: tuple[tuple[str, float], ...]
    """Distinct terms in alphabetical order, each with its weight in the corpus."""
    total: float
    phrase: str
    """The terms joined by spaces, as rapidfuzz reads them."""


class PassageSimilarity:
    """Passage similarity with rare words of one corpus weighing more than common ones."""

    def __init__(self, corpus: Sequence[str], language: str = "en") -> None:
        self._language = language
        self._weights = _corpus_weights([read_terms(text, language) for text in corpus])
        self.profile = lru_cache(maxsize=65_536)(self._profile)

    def score(self, a: str, b: str) -> float:
        """Return the similarity of two texts, 0 to 1; symmetric, and 1 for a text with itself."""
        return compare(self.profile(a), self.profile(b))

    def scores(self, pairs: Iterable[tuple[str, str]]) -> list[float]:
        """Return the similarity of every pair, in the order given."""
        return [self.score(a, b) for a, b in pairs]

    def _profile(self, text: str) -> Profile:
        background = {term.key: term for term in read_terms(text, self._language)}
        weights = tuple(
            (key, self._weights.get(key, background[key].weight)) for key in sorted(background)
        )
        return Profile(
            folded=fold(text),
            weights=weights,
            total=math.fsum(weight for _, weight in weights),
            phrase=" ".join(key for key, _ in weights),
        )


def compare(a: Profile, b: Profile) -> float:
    """Return the similarity of two profiles of one corpus, 0 to 1."""
    if not a.weights or not b.weights:
        return float(a.folded == b.folded)
    others = dict(b.weights)
    shared = math.fsum(weight for key, weight in a.weights if key in others)
    wording = fuzz.token_set_ratio(a.phrase, b.phrase) / 100
    return float(blend(*(np.array([x]) for x in (shared, a.total, b.total, wording)))[0])


def blend(shared: Floats, total_a: Floats, total_b: Floats, wording: Floats) -> Floats:
    """Return similarities from shared weights, the passages' own weights and rapidfuzz ratios."""
    balance = 2 * shared / (total_a + total_b)
    mixed = EVIDENCE * evidence(shared, total_a, total_b) + BALANCE * balance + WORDING * wording
    rounded: Floats = np.clip(np.round(mixed, _DECIMALS), 0.0, 1.0)
    return rounded


def evidence(shared: Floats, total_a: Floats, total_b: Floats) -> Floats:
    """Return how far the shared weight goes as evidence, 0 to 1; short texts need all they have."""
    needed = np.minimum(FULL_EVIDENCE, np.maximum(total_a, total_b))
    full: Floats = np.minimum(1.0, shared / needed)
    return full


def _corpus_weights(corpus: Sequence[tuple[Term, ...]]) -> dict[str, float]:
    texts = Counter(key for terms in corpus for key in {term.key for term in terms})
    printed = Counter(term.key for terms in corpus for term in terms)
    capitals = Counter(term.key for terms in corpus for term in terms if term.capital)
    background: dict[str, float] = {}
    for terms in corpus:
        for term in terms:
            background[term.key] = max(term.weight, background.get(term.key, 0.0))
    return {
        key: background[key]
        * _rarity(texts[key], len(corpus))
        * _kind_factor(key, capitals[key] / printed[key])
        for key in sorted(texts)
    }


def _rarity(texts: int, size: int) -> float:
    """Return 1 for a term of one text, towards 0 for one of them all (inverse frequency)."""
    return math.log1p(size / texts) / math.log1p(size)


def _kind_factor(key: str, capital_share: float) -> float:
    if key[0].isdigit():
        return NUMBER_FACTOR
    return NAME_FACTOR if capital_share >= _NAME_SHARE else 1.0
