"""A sentence model that knows a few words of one meaning; everything else is itself."""

import re
import zlib

import numpy as np

from bias.alignment.joins.sentence_model import Encoded

SAME = {"objected": "opposed", "vehemently": "fiercely", "law": "bill"}


class ToyModel:
    """Gives every word a row drawn from its letters, words of one meaning the same."""

    name = "toy"

    def encode(self, text: str) -> Encoded:
        """Return the rows of a sentence's words, and their mean."""
        found = list(re.finditer(r"\w+", text.lower()))
        rows = [_row(SAME.get(word[0], word[0])) for word in found] or [np.zeros(32, np.float32)]
        pieces = np.array(rows, dtype=np.float32)
        return Encoded(pieces.mean(axis=0), pieces, tuple(word.span() for word in found))


def _row(word: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.random.default_rng(zlib.crc32(word.encode())).standard_normal(32)
