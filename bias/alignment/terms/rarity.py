"""How much each term of a corpus tells: rare ones more than common ones, names of two words once.

A weight is the product of three factors: how much the word tells in any news text
(``words/common.csv``), how rare it is among the texts compared, and what kind of term it is.
Source of the second: Spärck Jones, A statistical interpretation of term specificity (1972).
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bias.alignment.terms.terms import Term

NUMBER_FACTOR = 1.3
"""A number tells more than a word: that two passages share one by chance is rare."""
_NAME_SHARE = 0.7
"""A term is a name when the corpus prints at least this share of it with a capital."""

_Texts = Sequence[tuple[Term, ...]]


def term_weights(corpus: _Texts) -> dict[str, float]:
    """Return the weight of every term of a corpus; a rare plain word weighs 1.

    >>> from bias.alignment.terms.terms import read_terms
    >>> texts = ["Ada Stone spoke", "Ada Stone left", "it rained 12 hours", "it rained"]
    >>> weights = term_weights([read_terms(text) for text in texts])
    >>> [round(weights[key], 2) for key in ("ada", "rain", "12")]
    [0.34, 0.68, 1.3]
    """
    texts = Counter(key for terms in corpus for key in {term.key for term in terms})
    background: dict[str, float] = {}
    for term in _all(corpus):
        background[term.key] = max(term.weight, background.get(term.key, 0.0))
    names = _name_factors(corpus)
    return {
        key: background[key]
        * _rarity(texts[key], len(corpus))
        * (NUMBER_FACTOR if key[0].isdigit() else names.get(key, 1.0))
        for key in sorted(texts)
    }


def _rarity(texts: int, size: int) -> float:
    """Return 1 for a term of one text, towards 0 for one of them all."""
    return math.log1p(size / texts) / math.log1p(size)


def _name_factors(corpus: _Texts) -> Mapping[str, float]:
    """Return for every name its average share of the whole name: 1/2 for "Ada" in "Ada Stone"."""
    printed = Counter(term.key for term in _all(corpus))
    capitals = Counter(term.key for term in _all(corpus) if term.capital)
    names = {key for key, count in capitals.items() if count >= _NAME_SHARE * printed[key]}
    shares: dict[str, list[float]] = {}
    for terms in corpus:
        for is_name, run in groupby(terms, key=lambda term: term.capital and term.key in names):
            keys = [term.key for term in run] if is_name else []
            for key in keys:
                shares.setdefault(key, []).append(1 / len(keys))
    return {key: math.fsum(found) / len(found) for key, found in shares.items()}


def _all(corpus: _Texts) -> Iterator[Term]:
    return (term for terms in corpus for term in terms)
