import gzip
import json
from pathlib import Path

import pytest

from benchmarks.quality import extraction
from tests.articles.pages import article_html, sentences


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "extraction" / "made_up"
    (folder / "html").mkdir(parents=True)
    rows = []
    for number in range(2):
        paragraphs = sentences(10, first=number * 20)
        page = article_html(paragraphs, title=f"Page {number} of the miller")
        (folder / "html" / f"{number}.html.gz").write_bytes(gzip.compress(page.encode()))
        url = f"https://herald.example/{number}"
        rows.append({"url": url, "html": f"html/{number}.html.gz", "text": "\n".join(paragraphs)})
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "ground_truth.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return tmp_path


def test_plain_pages_are_read_right_by_every_system(data: Path) -> None:
    rows = list(extraction.measure(data))
    assert {row.set for row in rows} == {"made_up"}
    assert {row.system for row in rows} == {"ours", *extraction.SYSTEMS}
    assert {row.metric for row in rows} == {"precision", "recall", "f1", "seconds"}
    values = {(row.system, row.metric): row.value for row in rows}
    assert values["ours", "f1"] == 1.0
    rows = [row for row in rows if row.metric != "seconds"]
    assert all(row.n == 2 and (row.low or 0) <= row.value <= (row.high or 0) for row in rows)


@pytest.mark.parametrize(
    ("truth", "found", "shares"),
    [
        ("a b c d", "a b c d", (1.0, 0.0, 0.0)),
        ("a b c d", "", (0.0, 0.0, 1.0)),
        ("", "a b c d e", (0.0, 1.0, 0.0)),
        ("", "", (0.0, 0.0, 0.0)),
        ("a b", "a b", (1.0, 0.0, 0.0)),
        ("a b c d e", "b c d e f", (1 / 3, 1 / 3, 1 / 3)),
    ],
)
def test_overlap_of_shingles(truth: str, found: str, shares: tuple[float, ...]) -> None:
    assert extraction.overlap(truth, found) == pytest.approx(shares)
