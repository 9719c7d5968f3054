import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest

from benchmarks.__main__ import main
from benchmarks.quality import claims
from benchmarks.quality.claim_counts import count_conflicts, count_only
from benchmarks.quality.fact_labels import (
    Alone,
    Compared,
    Fact,
    LabelledEvent,
    Opposed,
    compare_labelled,
)
from bias.records import Conflict, ConflictKind, Only, PassageRef
from bias.wording.lexicon import load_lexicon

LINES = {
    "gazette": [
        "A crane collapsed at the harbour of Orlo on Monday, killing twelve dockers.",
        "Bread will cost more from next week, the bakers of Orlo say.",
    ],
    "herald": ["Twelve dockers died on Monday when a crane fell over at Orlo harbour."],
    "mirror": ["Twelve dockers were killed on Monday by a crane that fell at Orlo harbour."],
}
FACTS = [
    {"fact": "a", "told": {"gazette": [0], "herald": [0], "mirror": [0]}, "salience": 3},
    {"fact": "b", "told": {"gazette": [1], "herald": [], "mirror": []}, "salience": 2},
]


def _event() -> dict[str, Any]:
    articles = [
        {
            "outlet": outlet,
            "title": "",
            "sentences": lines,
            "paragraph_of_sentence": list(range(len(lines))),
        }
        for outlet, lines in LINES.items()
    ]
    side = {"a": ["gazette", 0, "collapsed"], "b": ["herald", 0, "fell over"], "telling": 2}
    return {
        "event": "orlo",
        "articles": articles,
        "facts": FACTS,
        "contrasts": [side],
        "conflicts": [],
        "only": [{"outlet": "gazette", "sentences": [1]}],
        "names": [],
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "claims" / "basil_facts.jsonl.gz"
    path.parent.mkdir()
    path.write_bytes(gzip.compress(json.dumps(_event()).encode()))
    return tmp_path


@pytest.fixture
def compared() -> Compared:
    label = LabelledEvent(
        event="orlo",
        articles=(),
        facts=(),
        contrasts=(),
        conflicts=(Opposed(a=("gazette", 0, "twelve"), b=("herald", 0, "12")),),
        only=(Alone(outlet="gazette", sentences=(1,)), Alone(outlet="herald", sentences=(4,))),
        names=(),
    )
    read = msgspec.convert(_event(), LabelledEvent)
    facts = tuple(msgspec.convert(fact, Fact) for fact in FACTS)
    label = msgspec.structs.replace(label, articles=read.articles, facts=facts)
    return compare_labelled(label, load_lexicon("en", None))


def _with(found: Compared, **claimed: Any) -> Compared:
    alignment = msgspec.structs.replace(found.comparison.alignment, **claimed)
    comparison = msgspec.structs.replace(found.comparison, alignment=alignment)
    return found._replace(comparison=comparison)


def ref(outlet: str, index: int) -> PassageRef:
    return PassageRef(article=f"{outlet}-a", index=index)


def test_every_promised_figure_has_a_row(data: Path) -> None:
    rows = {row.metric: row for row in claims.measure(data)}
    assert set(rows) == set(claims.METRICS)
    assert rows["pair_precision"].value == rows["fact_recall"].value == 1
    assert rows["fact_recall"].n == 3
    assert rows["only_recall"].n == 1
    assert rows["conflict_recall"].n == 0


def test_mistakes_are_listed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quality", "claims", "--data", str(data), "--mistakes"]) == 0
    assert main(["quality", "events", "--data", str(data), "--mistakes"]) == 2
    assert "lists no mistakes" in capsys.readouterr().err


def test_what_is_told_by_one_alone_is_counted(compared: Compared) -> None:
    entries = tuple(
        Only(outlet="gazette", passages=(ref("gazette", i),), nearest=(), weight=1, confidence=1)
        for i in (0, 1)
    )
    counts: Counter[str] = Counter()
    (wrong,) = count_only(_with(compared, only=entries), counts)
    assert "killing twelve dockers" in wrong
    assert (counts["only"], counts["only right"]) == (2, 1)
    assert (counts["alone"], counts["alone found"]) == (2, 1)


def test_a_conflict_counts_by_the_sentences_it_sets_against_each_other(compared: Compared) -> None:
    entries = tuple(
        Conflict(
            kind=ConflictKind.NUMBER,
            a=ref("gazette", index),
            b=ref("herald", 0),
            span_a=(0, 1),
            span_b=(0, 1),
            what="dockers",
            confidence=1,
        )
        for index in (0, 1)
    )
    counts: Counter[str] = Counter()
    (wrong,) = count_conflicts(_with(compared, conflicts=entries), counts)
    assert "Bread" in wrong
    assert (counts["claimed"], counts["claimed right"]) == (2, 1)
    assert (counts["conflicts"], counts["conflicts found"]) == (1, 1)
