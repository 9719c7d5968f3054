from pathlib import Path

import numpy as np
import pytest

from bias.alignment.joins import sentence_model
from bias.alignment.joins.meaning import Meaning
from bias.alignment.similarity import PassageSimilarity
from bias.errors import InstallationError

from .toy_model import ToyModel

TEXTS = (
    "Orlo objected vehemently.",
    "Orlo opposed fiercely.",
    "Bread costs more.",
    "…",
)


def meaning() -> Meaning:
    similarity = PassageSimilarity(TEXTS)
    return Meaning(ToyModel(), TEXTS, [similarity.profile(text) for text in TEXTS], "en")


def test_words_of_one_meaning_are_evidence() -> None:
    at = np.array([0, 0, 0]), np.array([1, 2, 3])
    near, far, none = meaning().evidence(*at)
    assert near == pytest.approx(1, abs=0.01)
    assert far < 0.3
    assert none == 0


def test_passages_are_found_by_their_meaning() -> None:
    a, b = meaning().near(0.3, most=5)
    assert (0, 1) in set(zip(a.tolist(), b.tolist(), strict=True))
    assert all(a < b)


def test_a_model_that_is_not_installed_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_model, "_file", lambda *_: None)
    assert sentence_model.load_model.__wrapped__() is None


def test_a_file_that_was_not_measured_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "model.onnx"
    other.write_bytes(b"other weights")
    monkeypatch.setattr(sentence_model, "_file", lambda *_: other)
    monkeypatch.setattr(sentence_model, "find_spec", lambda _: object())
    with pytest.raises(InstallationError, match="not the file that was measured"):
        sentence_model.load_model.__wrapped__()
