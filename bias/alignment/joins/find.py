"""Finds the passages of different outlets that may tell one thing, and how sure that is."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from bias.alignment.boilerplate import is_boilerplate
from bias.alignment.candidates import Ints, PassageIndex
from bias.alignment.event_passages import EventPassage
from bias.alignment.joins.confidence import confidences
from bias.alignment.joins.meaning import Meaning
from bias.alignment.joins.quoted import quotation_signs
from bias.alignment.joins.sentence_model import SentenceModel
from bias.alignment.joins.shared import shared_signs, telling_word
from bias.alignment.joins.signs import context_signs, places
from bias.alignment.joins.told import Told
from bias.alignment.similarity import Floats, Profile, compare
from bias.languages import DEFAULT

FLOOR = 0.25
"""Pairs that are less alike by their words are found by their meaning alone."""
NEAR, MOST_NEAR = 0.3, 30
"""Least cosine of a pair found by its meaning, and how many are kept for one passage."""
RULES, SOFT, COSINE = 0.5, 0.3, 0.2
"""What shared words, words of one meaning, and nearness as a whole count in a similarity."""
_DECIMALS = 6


class Pairs(NamedTuple):
    """Pairs of passages by position, ``a`` before ``b``, with all that is known of each."""

    a: Ints
    b: Ints
    similarity: Floats
    signs: dict[str, Floats]
    confidence: Floats
    model: str
    """Name of the sentence model that took part; empty where rules alone did."""


def find_pairs(
    passages: Sequence[EventPassage],
    profiles: Sequence[Profile],
    language: str,
    told: Sequence[Told] = (),
    texts: Sequence[str] = (),
    model: SentenceModel | None = None,
) -> Pairs:
    """Return the pairs of different outlets worth looking at, in order of position.

    ``told`` is who takes part in each passage, where that is known; ``texts`` is what the profiles
    were made of, where it is not the passages as printed.
    """
    owners = [passage.ref.article for passage in passages]
    found = PassageIndex(profiles, owners).pairs(FLOOR)
    known = {(pair.a, pair.b): pair.similarity for pair in found}
    read = texts or [passage.text for passage in passages]
    meaning = _meaning(read, profiles, language, model)
    if meaning:
        for i, j in zip(*meaning.near(NEAR, MOST_NEAR), strict=True):
            at = int(i), int(j)
            if at not in known:
                known[at] = compare(profiles[at[0]], profiles[at[1]])
    news = [not is_boilerplate(passage.text) for passage in passages]
    pairs = [
        (i, j)
        for i, j in sorted(known)
        if passages[i].outlet != passages[j].outlet and news[i] and news[j]
    ]
    a, b = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    similarity = np.array([known[pair] for pair in pairs])
    if meaning:
        similarity = mixed(similarity, meaning, a, b)
    where = places(owners, [passage.ref.index for passage in passages])
    signs = context_signs(a, b, similarity, where)
    signs |= quotation_signs(passages, profiles, (a, b), language)
    signs |= shared_signs(told, (a, b))
    signs["telling word"] = telling_word(profiles, owners, (a, b))
    sure = confidences(signs, "model" if meaning else "rules")
    name = model.name if model and meaning else ""
    return Pairs(a, b, similarity, signs, sure, name)


def mixed(rules: Floats, meaning: Meaning, a: Ints, b: Ints) -> Floats:
    """Return the similarity by words and meaning together, 0 to 1."""
    near = np.clip(meaning.cosines(a, b), 0.0, 1.0)
    return np.round(RULES * rules + SOFT * meaning.evidence(a, b) + COSINE * near, _DECIMALS)


def _meaning(
    texts: Sequence[str],
    profiles: Sequence[Profile],
    language: str,
    model: SentenceModel | None,
) -> Meaning | None:
    """Read the passages by the sentence model, where there is one and it knows the language."""
    if model is None or language != DEFAULT or not texts:
        return None
    return Meaning(model, texts, profiles, language)
