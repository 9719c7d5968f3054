"""How near two passages are in meaning, by a sentence model that reads words in their context.

Two readings are made of a pair: how near the passages lie as wholes, counted from the middle of the
event (all of it is about one thing); and how much of their weight finds a word in the other passage
that means the same there, on the scale on which shared words are evidence.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from bias.alignment.joins.sentence_model import Encoded, Matrix, SentenceModel
from bias.alignment.similarity import Floats, Profile, evidence
from bias.alignment.terms.number_spans import term_spans
from bias.alignment.terms.terms import word_terms

Ints = npt.NDArray[np.int64]

UNLIKE, ALIKE = 0.45, 0.85
"""Cosines of two words in context at which they have nothing, and everything, in common."""
_DECIMALS = 4
"""Kept of a cosine: what lies beyond differs between processors."""


class Meaning:
    """The passages of one event as a sentence model reads them."""

    def __init__(
        self, model: SentenceModel, texts: Sequence[str], profiles: Sequence[Profile], language: str
    ) -> None:
        """Read every passage once; equal texts are read together."""
        read = {text: model.encode(text) for text in sorted(set(texts))}
        self._whole = _centred(np.array([read[text].sentence for text in texts]))
        known = {
            text: _words(text, read[text], dict(profile.weights), language)
            for text, profile in zip(texts, profiles, strict=True)
        }
        self._words = [known[text] for text in texts]

    def cosines(self, a: Ints, b: Ints) -> Floats:
        """Return how near the passages of each pair lie as wholes, -1 to 1."""
        return _rounded(np.einsum("ij,ij->i", self._whole[a], self._whole[b]))

    def near(self, floor: float, most: int) -> tuple[Ints, Ints]:
        """Return the pairs of at least this cosine, of each passage its ``most`` nearest."""
        found = [_nearest(row, self._whole, floor, most) for row in range(len(self._whole))]
        size = max(1, len(self._whole))
        codes = np.unique(np.concatenate(found or [np.zeros(0, dtype=np.int64)]))
        return codes // size, codes % size

    def evidence(self, a: Ints, b: Ints) -> Floats:
        """Return how far the words that mean the same go as evidence for each pair, 0 to 1."""
        shared, totals = np.zeros(len(a)), np.zeros((2, len(a)))
        for n, (i, j) in enumerate(zip(a, b, strict=True)):
            (left, heavy), (right, weighty) = self._words[i], self._words[j]
            totals[:, n] = heavy.sum(), weighty.sum()
            if len(left) and len(right):
                near = _share(left @ right.T)
                shared[n] = min(heavy @ near.max(axis=1), weighty @ near.max(axis=0))
        some = totals.max(axis=0) > 0
        found = np.zeros(len(a))
        found[some] = evidence(shared[some], totals[0, some], totals[1, some])
        return _rounded(found)


def _nearest(row: int, whole: Matrix, floor: float, most: int) -> Ints:
    """Return the pairs of one passage with its nearest, each as ``first * size + second``."""
    cosines = _rounded(whole @ whole[row])
    cosines[row] = -1.0
    best = np.argsort(-cosines, kind="stable")[:most]
    best = best[cosines[best] >= floor]
    found: Ints = np.minimum(best, row) * len(whole) + np.maximum(best, row)
    return found


def _words(
    text: str, read: Encoded, weights: Mapping[str, float], language: str
) -> tuple[Matrix, Floats]:
    """Return the words of content of a passage as rows of length 1, and the weight of each."""
    found = list(_rows(text, read, weights, language))
    rows = np.array([row for row, _ in found], dtype=np.float32).reshape(
        len(found), read.sentence.size
    )
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(lengths, 1e-9), np.array([weight for _, weight in found])


def _rows(
    text: str, read: Encoded, weights: Mapping[str, float], language: str
) -> Iterator[tuple[Matrix, float]]:
    starts = np.array([start if end > start else -1 for start, end in read.spans])
    for start, end in term_spans(text):
        keys = [
            term.key for term in word_terms(text[start:end], language, concepts=False) if term.key
        ]
        inside = (starts >= start) & (starts < end)
        if keys and inside.any():
            yield read.pieces[inside].mean(axis=0), max(weights.get(key, 0.0) for key in keys)


def _share(cosines: Matrix) -> Matrix:
    share: Matrix = np.clip((cosines - UNLIKE) / (ALIKE - UNLIKE), 0.0, 1.0)
    return share


def _centred(rows: Matrix) -> Matrix:
    if not len(rows):
        return rows
    moved = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    moved = moved - moved.mean(axis=0)
    centred: Matrix = moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    return centred


def _rounded(values: Floats | Matrix) -> Floats:
    exact: Floats = values.astype(np.float64)
    return np.round(exact, _DECIMALS)
