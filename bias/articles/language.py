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
    guess, probability = _identifier().classify(text[:SAMPLE_CHARS])
    if probability >= SURE or not stated:
        return str(guess)
    return stated


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
