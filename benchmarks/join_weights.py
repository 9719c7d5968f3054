"""``python -m benchmarks.join_weights --data DIR``: the weights of the signs of a join.

Learned from labelled facts; every event is judged by weights that were learned without it. Prints
the rows of ``bias/alignment/words/join_signs.csv`` (weight, and what a sign is on average) and a
table of reliability, for the rules alone and, where it is installed, with the sentence model.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from benchmarks.quality.fact_labels import Compared, LabelledEvent, compare_labelled
from benchmarks.texts import read_rows
from bias.alignment.event_passages import EventPassage, event_passages
from bias.alignment.joins.confidence import SIGNS
from bias.alignment.joins.find import Pairs, find_pairs
from bias.alignment.joins.named import named_texts
from bias.alignment.joins.sentence_model import SentenceModel, load_model
from bias.alignment.joins.told import read_told
from bias.alignment.similarity import Floats, PassageSimilarity
from bias.language.read import documents, read
from bias.people.cast import find_cast
from bias.wording.lexicon import load_lexicon

Truths = npt.NDArray[np.bool_]
STEPS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


class Signed(NamedTuple):
    """Pairs or sentences of one event."""

    signs: Floats
    """A row for each."""
    shared: Truths
    """Whether each pair shares a labelled fact, or each sentence is told alone."""


def main() -> None:
    """Print weights and reliability."""
    parser = argparse.ArgumentParser(prog="benchmarks.join_weights", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of labelled data")
    path = parser.parse_args().data / "claims" / "basil_facts.jsonl.gz"
    lexicon = load_lexicon("en", None)
    events = [compare_labelled(row, lexicon) for row in read_rows(path, LabelledEvent)]
    for name, model in (("rules", None), ("model", load_model())):
        if name == "rules" or model:
            for line in _lines(name, [_signed(event, model) for event in events]):
                print(line)


def read_pairs(
    event: Compared, model: SentenceModel | None
) -> tuple[tuple[EventPassage, ...], Pairs]:
    """Return the passages of a labelled event, and what is known of their pairs."""
    articles = sorted(event.texts.values(), key=lambda article: article.id)
    passages = event_passages(articles, event.comparison.voiced)
    readings = [read(each) for each in articles]
    casts = [
        find_cast(each, documents(each, reading))
        for each, reading in zip(articles, readings, strict=True)
    ]
    texts = named_texts(passages, casts)
    similarity = PassageSimilarity(texts)
    profiles = [similarity.profile(text) for text in texts]
    told = read_told(passages, articles, readings, casts)
    return passages, find_pairs(passages, profiles, "en", told, texts, model)


def _signed(event: Compared, model: SentenceModel | None) -> Signed:
    passages, pairs = read_pairs(event, model)
    facts = [event.facts(passage.ref) for passage in passages]
    shared = [bool(facts[a] & facts[b]) for a, b in zip(pairs.a, pairs.b, strict=True)]
    return Signed(np.column_stack([pairs.signs[name] for name in SIGNS]), np.array(shared))


def _lines(name: str, events: Sequence[Signed]) -> Iterator[str]:
    constant, weights = learn(events)
    usual = np.concatenate([event.signs for event in events]).mean(axis=0)
    yield f"{name}: constant {constant:.2f}"
    for sign, weight, mean in zip(SIGNS, weights, usual, strict=True):
        yield f"  {sign} {weight:.2f}, usually {mean:.2f}"
    left_out = [apply(learn([*events[:i], *events[i + 1 :]]), e) for i, e in enumerate(events)]
    sure, shared = np.concatenate(left_out), np.concatenate([event.shared for event in events])
    for low, high in zip(STEPS, STEPS[1:], strict=False):
        within = (sure >= low) & (sure < high)
        true = shared[within].mean() if within.any() else 0.0
        yield f"  {low:.1f} to {min(high, 1):.1f}: {within.sum()} pairs, {true:.2f} true"


def learn(events: Sequence[Signed]) -> tuple[float, Floats]:
    """Return the constant and the weight of each sign."""
    from sklearn.linear_model import LogisticRegression

    signs = np.concatenate([event.signs for event in events])
    shared = np.concatenate([event.shared for event in events])
    found = LogisticRegression(C=10, max_iter=2000).fit(signs, shared)
    return float(found.intercept_[0]), found.coef_[0]


def apply(learned: tuple[float, Floats], event: Signed) -> Floats:
    """Return how sure it is of each row of an event, 0 to 1."""
    chances: Floats = 1 / (1 + np.exp(-(event.signs @ learned[1] + learned[0])))
    return chances


if __name__ == "__main__":
    main()
