"""The measurement of names, on labels and texts of our own."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.quality import names
from benchmarks.quality.coreference import conll, count

TEXT = "Mayor Ada Ray closed the pier. Ray left."


def _mention(start: int, end: int, entity: str) -> dict[str, object]:
    words = TEXT[start:end]
    return {
        "doc": "a", "part": "body", "start": start, "end": end, "text": words, "entity": entity,
        "type": "person", "coreferent": True, "head": [end - len(words.split()[-1]), end],
        "pos": "PROPN", "surface": words.split()[-1].lower(),
    }  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    second = TEXT.index("Ray left")
    event = {
        "event": "e", "documents": [
            {"id": "a", "outlet": "herald", "title": "", "text": TEXT, "annotated": None},
            {"id": "b", "outlet": "post", "title": "", "text": TEXT, "annotated": None},
        ],
        "mentions": [_mention(6, 13, "ray"), _mention(second, second + 3, "ray")],
    }  # fmt: skip
    (tmp_path / "names").mkdir()
    for name in ("newswcl50", "ecbplus"):
        with gzip.open(tmp_path / "names" / f"{name}.jsonl.gz", "wt") as file:
            file.write(json.dumps(event) + "\n")
    return tmp_path


def test_equal_clusterings_score_one_and_a_split_costs() -> None:
    key = {1: "a", 2: "a", 3: "b"}
    assert conll([count(key, key)]) == pytest.approx(1)
    assert 0 < conll([count(key, {1: "x", 2: "y", 3: "y"})]) < 1


def test_what_is_not_found_costs_recall() -> None:
    key = {1: "a", 2: "a", 3: "b"}
    assert conll([count(key, {1: "a", 2: "a"})]) < 1
    assert conll([count(key, {})]) == 0


def test_rows_are_measured_beside_same_heads(data: Path) -> None:
    rows = {(r.set, r.system, r.metric): r.value for r in names.measure(data)}
    assert rows["newswcl50", "ours", "found"] == 1
    assert rows["ecbplus", "ours", "person_conll"] == pytest.approx(
        rows["ecbplus", "ours", "conll"]
    )
    assert ("newswcl50", "same_head", "conll") in rows


def test_mistakes_are_listed(data: Path) -> None:
    assert list(names.mistakes(data)) == []
