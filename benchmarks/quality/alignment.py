"""Passage similarity against human labels: ECB+ sentence pairs that tell the same happenings.

Texts that the pairs connect are taken as the passages of one event, as the product would compare
them; the labels play no part in that. ``ours`` has the sentence model where installed; measured
beside it: the rules alone, rapidfuzz's ``token_set_ratio`` and the cosine of TF-IDF vectors.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from rapidfuzz import fuzz

from benchmarks.rows import Row, row
from benchmarks.texts import read_rows
from bias.alignment.joins.find import mixed
from bias.alignment.joins.meaning import Meaning
from bias.alignment.joins.sentence_model import load_model
from bias.alignment.similarity import CUTOFF, PassageSimilarity

SET = "ecbplus_pairs"
ROUNDS = 200
"""Bootstrap rounds; a round ranks all pairs anew."""

_SIDES = ("text_a", "text_b")

Scored = tuple[bool, float]


class Pair(msgspec.Struct, frozen=True):
    """Two sentences, and whether both tell at least two of the same happenings."""

    text_a: str
    text_b: str
    aligned: bool


def measure(data: Path) -> Iterator[Row]:
    """Yield AUC and average precision of ours and its peers, and ours at the cutoff."""
    pairs = read_rows(data / "alignment" / f"{SET}.jsonl.gz", Pair)
    for system, scores in _systems(pairs):
        units = [(pair.aligned, score) for pair, score in zip(pairs, scores, strict=True)]
        yield row(SET, system, "auc", units, _auc, rounds=ROUNDS)
        yield row(SET, system, "average_precision", units, _average_precision, rounds=ROUNDS)
        if system in ("ours", "rules"):
            yield row(SET, system, "precision", units, _precision, rounds=ROUNDS)
            yield row(SET, system, "recall", units, _recall, rounds=ROUNDS)


def _systems(pairs: Sequence[Pair]) -> Iterator[tuple[str, Sequence[float]]]:
    rules = _rules(pairs)
    yield "ours", _with_meaning(pairs, rules)
    yield "rules", rules
    yield "token_set_ratio", [fuzz.token_set_ratio(p.text_a, p.text_b) for p in pairs]
    yield "tfidf", _tfidf(pairs)


def _with_meaning(pairs: Sequence[Pair], rules: Sequence[float]) -> Sequence[float]:
    """Return the similarities by words and meaning, by the rules alone without a model."""
    model = load_model()
    if model is None:
        return rules
    found = list(rules)
    events = _events(pairs)
    for name, texts in _members(events).items():
        similarity, at = PassageSimilarity(texts), {text: i for i, text in enumerate(texts)}
        meaning = Meaning(model, texts, [similarity.profile(text) for text in texts], "en")
        rows = [n for n, pair in enumerate(pairs) if events[pair.text_a] == name]
        a, b = (np.array([at[getattr(pairs[n], side)] for n in rows]) for side in _SIDES)
        scores = mixed(np.array([rules[n] for n in rows]), meaning, a, b)
        for n, score in zip(rows, scores, strict=True):
            found[n] = float(score)
    return found


def _rules(pairs: Sequence[Pair]) -> list[float]:
    events = _events(pairs)
    models = {name: PassageSimilarity(texts) for name, texts in _members(events).items()}
    return [models[events[pair.text_a]].score(pair.text_a, pair.text_b) for pair in pairs]


def _events(pairs: Sequence[Pair]) -> dict[str, str]:
    """Return for every text a representative of the texts that pairs connect it with."""
    parents = {text: text for pair in pairs for text in (pair.text_a, pair.text_b)}

    def root(text: str) -> str:
        while parents[text] != text:
            parents[text] = text = parents[parents[text]]
        return text

    for pair in pairs:
        parents[root(pair.text_a)] = root(pair.text_b)
    return {text: root(text) for text in parents}


def _members(events: dict[str, str]) -> dict[str, list[str]]:
    members: dict[str, list[str]] = {}
    for text, name in events.items():
        members.setdefault(name, []).append(text)
    return members


def _tfidf(pairs: Sequence[Pair]) -> list[float]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True)
    vectors.fit(sorted({text for pair in pairs for text in (pair.text_a, pair.text_b)}))
    left = vectors.transform([pair.text_a for pair in pairs])
    right = vectors.transform([pair.text_b for pair in pairs])
    return [float(value) for value in np.asarray(left.multiply(right).sum(axis=1)).ravel()]


def _auc(units: Sequence[Scored]) -> float:
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(*_columns(units)))


def _average_precision(units: Sequence[Scored]) -> float:
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(*_columns(units)))


def _columns(units: Sequence[Scored]) -> tuple[list[bool], list[float]]:
    return [label for label, _ in units], [score for _, score in units]


def _precision(units: Sequence[Scored]) -> float:
    found = [label for label, score in units if score >= CUTOFF]
    return sum(found) / len(found) if found else 0.0


def _recall(units: Sequence[Scored]) -> float:
    true = [score for label, score in units if label]
    return sum(score >= CUTOFF for score in true) / len(true) if true else 0.0
