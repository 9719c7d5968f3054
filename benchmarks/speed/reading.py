"""What a reading costs beside bare spaCy for the same texts, and what memory many readings take.

Seconds are processor time, the fewest of several rounds, by turns. The texts are invented and
hold words that none before them held, for what a pipeline remembers of new words is what grows.
"""

import resource
from collections.abc import Iterator
from itertools import product

import numpy as np

from benchmarks.rows import SEED, Row
from benchmarks.texts import plain_article
from benchmarks.timing import fewest_seconds
from bias.language.en.model import model_folder
from bias.language.read import read
from bias.records import Article

ROUNDS = 3
TIMED, MANY = 12, 2000
_SENTENCES = 24
_SYLLABLES = ["".join(pair) for pair in product("bdfgklmnprstvz", "aeiou")]
_SHAPES = (
    "{} {}, who runs the port of {}, told the council on Monday that {} would have to wait.",
    "The mayor of {} called the {} of {} a sham, and the {} of the harbour left the hall.",
    "“We have waited for three {} since {},” said {}, “and nobody asked {} about the bridge.”",
    "About four hundred {} stood in the square of {} until the {} began, the {} said.",
)


def measure() -> Iterator[Row]:
    """Yield words a second of both, the ratio of their seconds, and megabytes that many take."""
    from spacy.util import load_model_from_path

    bare = load_model_from_path(model_folder())
    draw = np.random.default_rng(SEED)
    articles = [_article(draw, _SENTENCES) for _ in range(TIMED)]
    words = sum(len(bare.make_doc(article.text)) for article in articles)
    theirs = fewest_seconds(lambda: [bare(article.text) for article in articles], ROUNDS)
    ours = fewest_seconds(lambda: [read(article) for article in articles], ROUNDS)
    yield _row("ours", "words_per_second", words / ours, TIMED)
    yield _row("spacy", "words_per_second", words / theirs, TIMED)
    yield _row("ours", "seconds_ratio_to_spacy", ours / theirs, TIMED)
    yield _row("ours", "megabytes_grown", _megabytes_grown(draw), MANY // 2)


def _megabytes_grown(draw: np.random.Generator) -> float:
    """Return by how much the most memory held rises over the second half of many readings."""
    half = 0.0
    for number in range(MANY):
        if number == MANY // 2:
            half = _peak_megabytes()
        read(_article(draw, len(_SHAPES)))
    return _peak_megabytes() - half


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def _article(draw: np.random.Generator, sentences: int) -> Article:
    shapes = (_SHAPES[number % len(_SHAPES)] for number in range(sentences))
    body = " ".join(shape.format(*(_word(draw) for _ in range(4))) for shape in shapes)
    return plain_article("invented", "o", body)


def _word(draw: np.random.Generator) -> str:
    """Return an invented word, with a capital every other time."""
    word = "".join(_SYLLABLES[number] for number in draw.integers(0, len(_SYLLABLES), 3))
    return word.title() if draw.random() < 1 / 2 else word


def _row(system: str, metric: str, value: float, count: int) -> Row:
    return Row(set="generated", system=system, metric=metric, value=value, n=count)
