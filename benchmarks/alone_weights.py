"""``python -m benchmarks.alone_weights --data DIR``: how sure it is that one outlet tells it alone.

A sentence tells something alone where one of its labelled facts is told by no other outlet, not
even in part.
Every event is judged by weights learned without it. Prints the rows of
``bias/alignment/words/alone_signs.csv`` and a table of reliability, for the rules alone and, where
it is installed, with the sentence model.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.join_weights import STEPS, Signed, apply, learn, read_pairs
from benchmarks.quality.fact_labels import Compared, LabelledEvent, compare_labelled
from benchmarks.texts import read_rows
from bias.alignment.align import SURE
from bias.alignment.alone import SIGNS, alone_signs
from bias.alignment.joins.sentence_model import SentenceModel, load_model
from bias.records import Part, PassageRef
from bias.wording.lexicon import load_lexicon


def main() -> None:
    """Print weights and reliability."""
    parser = argparse.ArgumentParser(prog="benchmarks.alone_weights", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of labelled data")
    path = parser.parse_args().data / "claims" / "basil_facts.jsonl.gz"
    lexicon = load_lexicon("en", None)
    events = [compare_labelled(row, lexicon) for row in read_rows(path, LabelledEvent)]
    for name, model in (("rules", None), ("model", load_model())):
        if name == "rules" or model:
            for line in _lines(name, [_signed(event, model) for event in events]):
                print(line)


def _signed(event: Compared, model: SentenceModel | None) -> Signed:
    """Return the sentences that are joined with nothing."""
    passages, pairs = read_pairs(event, model)
    sure = pairs.confidence >= SURE
    joined = {*pairs.a[sure].tolist(), *pairs.b[sure].tolist()}
    kept = [i for i, p in enumerate(passages) if p.part is Part.BODY and i not in joined]
    signs = alone_signs(passages, pairs)
    alone = [_is_alone(event, passages[i].ref, passages[i].outlet) for i in kept]
    return Signed(np.column_stack([signs[name][kept] for name in SIGNS]), np.array(alone))


def _is_alone(event: Compared, ref: PassageRef, outlet: str) -> bool:
    others = {article.outlet for article in event.label.articles} - {outlet}
    facts = (event.label.facts[fact] for fact in event.facts(ref))
    return any(fact.told.get(outlet) and all(map(fact.absent_from, others)) for fact in facts)


def _lines(name: str, events: Sequence[Signed]) -> Iterator[str]:
    constant, weights = learn(events)
    yield f"{name}: constant {constant:.2f}, " + ", ".join(
        f"{sign} {weight:.2f}" for sign, weight in zip(SIGNS, weights, strict=True)
    )
    left_out = [apply(learn([*events[:i], *events[i + 1 :]]), e) for i, e in enumerate(events)]
    sure, alone = np.concatenate(left_out), np.concatenate([event.shared for event in events])
    for low, high in zip(STEPS, STEPS[1:], strict=False):
        within = (sure >= low) & (sure < high)
        true = alone[within].mean() if within.any() else 0.0
        yield f"  {low:.1f} to {min(high, 1):.1f}: {within.sum()} sentences, {true:.2f} alone"


if __name__ == "__main__":
    main()
