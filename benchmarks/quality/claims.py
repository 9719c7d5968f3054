"""What a report claims of an event, against facts that careful readers labelled (BASIL's articles).

The definitions stand in ``docs/method.md``; every interval is drawn over whole events.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from benchmarks.quality.claim_counts import (
    count_conflicts,
    count_contrasts,
    count_joins,
    count_omissions,
    count_only,
)
from benchmarks.quality.claim_names import count_names
from benchmarks.quality.fact_labels import Compared, LabelledEvent, compare_labelled
from benchmarks.rows import Row, row
from benchmarks.texts import read_rows
from bias.wording.lexicon import load_lexicon

SET = "basil_facts"
METRICS = {
    "pair_precision": ("pairs right", "pairs"),
    "retelling_precision": ("retellings right", "retellings"),
    "shared_quotation_precision": ("shared_quotations right", "shared_quotations"),
    "fact_recall": ("links found", "links"),
    "omission_precision": ("omissions right", "omissions"),
    "absence_recall": ("absences found", "absences"),
    "first_contrasts_telling": ("first telling", "first"),
    "telling_recall_15": ("telling shown", "telling"),
    "conflict_precision": ("claimed right", "claimed"),
    "conflict_recall": ("conflicts found", "conflicts"),
    "only_precision": ("only right", "only"),
    "only_recall": ("alone found", "alone"),
    "form_recall": ("forms found", "forms"),
    "name_precision": ("both", "one row"),
    "name_recall": ("both", "one actor"),
}
"""For every figure what is counted, and of what."""

_COUNTERS: dict[str, Callable[[Compared, Counter[str]], Iterable[str]]] = {
    "pair": count_joins,
    "omission": count_omissions,
    "contrast": count_contrasts,
    "conflict": count_conflicts,
    "only": count_only,
    "name": count_names,
}


def measure(data: Path) -> Iterator[Row]:
    """Yield a row for every kind of claim below a folder of labelled data."""
    counts = [_count(event)[0] for event in _events(data)]
    for metric, (right, of) in METRICS.items():
        found = row(SET, "ours", metric, counts, partial(_share, right, of))
        yield msgspec.structs.replace(found, n=sum(each[of] for each in counts))


def mistakes(data: Path) -> Iterator[str]:
    """Yield every claim that is wrong, with the passages it rests on."""
    for event in _events(data):
        for kind, wrong in _count(event)[1]:
            yield f"{kind} {event.label.event}: {wrong}"


def _events(data: Path) -> Iterator[Compared]:
    lexicon = load_lexicon("en", None)
    for label in read_rows(data / "claims" / f"{SET}.jsonl.gz", LabelledEvent):
        yield compare_labelled(label, lexicon)


def _count(event: Compared) -> tuple[Counter[str], list[tuple[str, str]]]:
    counts: Counter[str] = Counter()
    found = [(kind, wrong) for kind, count in _COUNTERS.items() for wrong in count(event, counts)]
    return counts, found


def _share(right: str, of: str, counts: Sequence[Counter[str]]) -> float:
    total = sum(each[of] for each in counts)
    return sum(each[right] for each in counts) / total if total else 0.0
