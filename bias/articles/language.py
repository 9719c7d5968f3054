"""The language of a text, from what the page declares and what its words look like."""

import re
from functools import cache
from typing import Any

from bias.languages import DEFAULT

MIN_CHARS = 200
"""Shorter texts are too little evidence against what the page declares."""
SURE = 0.99
"""Probability from which the words win over the declaration."""
SAMPLE_CHARS = 4_000

_ENGLISH = frozenset(
    {
        "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has",
        "have", "he", "her", "his", "in", "is", "it", "not", "of", "on", "or", "she", "that", "the",
        "their", "they", "this", "to", "was", "were", "which", "who", "will", "with", "would",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_SURELY_THE, _SURELY_ENGLISH = 0.025, 0.22
"""Shares of "the" and of English function words that no text of another language has."""

_CODE = re.compile(r"[a-zA-Z]{2}(?![a-zA-Z])")


def find_language(text: str, declared: str, *, default: str = DEFAULT) -> str:
    """Return the ISO 639-1 code of a text.

    Args:
        text: The body, of which the beginning is looked at.
        declared: What the page says ("en-GB"), or empty.
        default: What is returned where neither words nor page say enough.

    >>> find_language("Bon.", "fr-FR")
    'fr'
    """
    found = _CODE.match(declared.strip())
    stated = found.group().lower() if found else ""
    if len(text) < MIN_CHARS:
        return stated or default
    sample = text[:SAMPLE_CHARS]
    if _is_plainly_english(sample):
        return DEFAULT
    guess, probability = _identifier().classify(sample)
    if probability >= SURE or not stated:
        return str(guess)
    return stated


def _is_plainly_english(text: str) -> bool:
    """Return whether a text need not be given to the model, which takes long to load."""
    words = _WORD.findall(text.lower())
    english = sum(word in _ENGLISH for word in words)
    return (
        words.count("the") >= _SURELY_THE * len(words)
        and english >= _SURELY_ENGLISH * len(words) > 0
    )


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
