"""How much two passages tell the same thing: one number from 0 to 1.

Three readings of the terms two passages share are blended (``docs/alignment.md`` explains them):

- evidence: the weight of the shared terms, full at three rare words (more in long passages);
- balance: the share of both passages' weight that they have in common (Dice);
- wording: rapidfuzz's ``token_set_ratio`` over the terms.
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from bias.alignment.terms.rarity import term_weights
from bias.alignment.terms.terms import read_terms
from bias.languages import DEFAULT
from bias.records import Record
from bias.text import fold

Floats = npt.NDArray[np.float64]

CUTOFF = 0.58
"""From here on two passages are held to tell the same thing; set for precision."""
FULL_EVIDENCE = 3.0
"""Shared weight, in words that only one passage has, that is full evidence for short passages."""
LONG, GROWTH = 6.0, 0.2
"""Beyond this weight of the shorter passage, so much more is needed for each further word."""
EVIDENCE, BALANCE, WORDING = 0.7, 0.15, 0.15
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

    def __init__(
        self, corpus: Sequence[str], language: str = DEFAULT, *, concepts: bool = False
    ) -> None:
        """Read the corpus; with ``concepts``, words for one thing are one term."""
        self._language, self._concepts = language, concepts
        self._read = {text: read_terms(text, language, concepts=concepts) for text in corpus}
        self._weights = term_weights([self._read[text] for text in corpus])
        self.profile = lru_cache(maxsize=65_536)(self._profile)

    def score(self, a: str, b: str) -> float:
        """Return the similarity of two texts, 0 to 1; symmetric, and 1 for a text with itself."""
        return compare(self.profile(a), self.profile(b))

    def scores(self, pairs: Iterable[tuple[str, str]]) -> list[float]:
        """Return the similarity of every pair, in the order given."""
        return [self.score(a, b) for a, b in pairs]

    def _profile(self, text: str) -> Profile:
        terms = self._read.get(text) or read_terms(text, self._language, concepts=self._concepts)
        background = {term.key: term for term in terms}
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
    balance = _share(2 * shared, total_a + total_b)
    mixed = EVIDENCE * evidence(shared, total_a, total_b) + BALANCE * balance + WORDING * wording
    rounded: Floats = np.clip(np.round(mixed, _DECIMALS), 0.0, 1.0)
    return rounded


def evidence(shared: Floats, total_a: Floats, total_b: Floats) -> Floats:
    """Return how far the shared weight goes as evidence, 0 to 1; short texts need all they have."""
    longer, shorter = np.maximum(total_a, total_b), np.minimum(total_a, total_b)
    needed = np.minimum(FULL_EVIDENCE + GROWTH * np.maximum(0.0, shorter - LONG), longer)
    full: Floats = np.minimum(1.0, _share(shared, needed))
    return full


def _share(part: Floats, whole: Floats) -> Floats:
    """Return part by whole, 0 where a text has no weight at all: all its words are light."""
    zero = np.zeros(np.broadcast_shapes(np.shape(part), np.shape(whole)))
    share: Floats = np.divide(part, whole, out=zero, where=np.asarray(whole) > 0)
    return share
