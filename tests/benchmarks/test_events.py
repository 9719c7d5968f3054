import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from benchmarks.quality import events
from tests.events.night import NIGHT, QUAKE_EAST, QUAKE_WEST, VOTE

TRUTH = {
    **{article.id: "east" for article in QUAKE_EAST},
    **{article.id: "west" for article in QUAKE_WEST},
    **{article.id: "vote" for article in VOTE},
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    labelled = [article for article in NIGHT if article.id in TRUTH]
    texts = [
        {"id": article.id, "event": TRUTH[article.id], "text": f"{article.title}\n{article.text}"}
        for article in labelled
    ]
    (tmp_path / "data" / "events").mkdir(parents=True)
    (tmp_path / "data" / "events" / "texts.jsonl.gz").write_bytes(gzip.compress(_lines(texts)))
    coverage = [
        {
            "outlet": article.outlet,
            "event": TRUTH.get(article.id),
            "title": article.title,
            "paragraphs": [article.text],
        }
        for article in NIGHT
    ]
    (tmp_path / "coverage" / "night").mkdir(parents=True)
    (tmp_path / "coverage" / "night" / "coverage.jsonl").write_bytes(_lines(coverage))
    return tmp_path / "data"


def _lines(rows: Sequence[Mapping[str, object]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_labelled_texts_and_coverage_folders_are_measured(data: Path) -> None:
    rows = list(events.measure(data))
    values = {(row.set, row.system, row.metric): row.value for row in rows}
    assert {row.set for row in rows} == {"texts", "texts_6_outlets", "night"}
    assert {row.system for row in rows} == {"ours", "tfidf"}
    assert values["texts", "ours", "f1"] == 1.0
    assert values["night", "ours", "f1"] == 1.0
    assert {row.n for row in rows} == {len(TRUTH)}


def test_bcubed_of_perfect_one_and_no_groups() -> None:
    truth = ["a", "a", "b", "b"]
    assert set(events.bcubed(truth, truth)) == {(1.0, 1.0)}
    assert set(events.bcubed(["x"] * 4, truth)) == {(0.5, 1.0)}
    assert set(events.bcubed(["1", "2", "3", "4"], truth)) == {(1.0, 0.5)}
