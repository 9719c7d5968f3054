import gzip
import json
from pathlib import Path

import pytest

from benchmarks.quality import voice
from benchmarks.quality.voice_counts import Attribution
from benchmarks.quality.voice_speakers import has_name, own_words

TEXT = "“The bridge is safe,” Ada Ray said. Ben Ode said that it was not. A cable broke."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    quoted = {"source": [[22, 29]], "content": [[0, 21]], "quote_type": "direct"}
    reported = {"source": [[36, 43]], "content": [[49, 64]], "quote_type": "indirect"}
    labelled = {"id": "a", "outlet": "gazette", "text": TEXT, "attributions": [quoted, reported]}
    split = {
        "sentences": ["A cable broke.", "Nobody was hurt.", "Why?"],
        "paragraph_of_sentence": [0, 0, 1],
    }
    for name, row in (("voice/polnear", labelled), ("wording/basil", split)):
        path = tmp_path / f"{name}.jsonl.gz"
        path.parent.mkdir()
        path.write_bytes(gzip.compress(json.dumps(row).encode()))
    return tmp_path


def test_figures_of_a_text_that_is_read_right(data: Path) -> None:
    rows = {(row.system, row.metric): row.value for row in voice.measure(data)}
    assert rows["ours", "f1_direct"] == 1
    assert rows["ours", "f1_all"] == 1
    assert rows["ours", "speaker_accuracy"] == 1
    assert rows["ours", "boundary_f1"] == rows["syntok", "boundary_f1"] == 1


def test_baselines_are_measured_in_the_same_run(data: Path) -> None:
    rows = {(row.system, row.metric): row.value for row in voice.measure(data)}
    assert rows["marks", "f1_direct"] == 1
    # 4 words quoted, 4 reported: the marks find half, the sentences all and 6 too many.
    assert rows["marks", "f1_all"] == pytest.approx(2 / 3)
    assert rows["marks_and_verbs", "f1_all"] == pytest.approx(16 / 22)


@pytest.mark.parametrize(
    ("speaker", "name", "borne"),
    [
        ("Ada Ray", "Ray", True),
        ("Ada Ray-Lind", "Lind", True),
        ("Harbour Board", "HB", True),
        ("Harbour Board", "H.B.", True),
        ("Ada Ray", "Ode", False),
    ],
)
def test_a_speaker_bears_a_name(speaker: str, name: str, borne: bool) -> None:
    assert has_name(speaker, name) is borne


def test_words_of_a_speaker_within_are_not_those_of_the_one_around() -> None:
    outer = Attribution(source=[(0, 3)], content=[(10, 40)], quote_type="indirect")
    inner = Attribution(source=[(10, 13)], content=[(20, 40)], quote_type="indirect")
    assert own_words(outer, [outer, inner]).content == [(10, 20)]
    assert own_words(inner, [outer, inner]).content == [(20, 40)]


def test_who_has_no_words_but_those_of_a_speaker_within_keeps_them() -> None:
    outer = Attribution(source=[(0, 3)], content=[(10, 40)], quote_type="indirect")
    one = Attribution(source=[(10, 13)], content=[(10, 20)], quote_type="indirect")
    other = Attribution(source=[(10, 13)], content=[(20, 40)], quote_type="indirect")
    assert own_words(outer, [outer, one, other]) == outer
