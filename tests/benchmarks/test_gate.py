import gzip
from pathlib import Path

import msgspec
import pytest

from benchmarks.quality import gate
from benchmarks.quality.extraction import Truth
from benchmarks.quality.fields import compare, local_day, measure_fields
from bias.articles.extract import extract_article
from bias.config import Settings
from bias.records import Article
from tests.articles.pages import article_html, make_page, sentences


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "extraction" / "made_up"
    folder.mkdir(parents=True)
    rows = []
    for name, told in (("whole", sentences(20)), ("short", sentences(2))):
        (folder / f"{name}.html.gz").write_bytes(gzip.compress(article_html(told).encode()))
        rows.append(
            {"url": "https://a.example/1", "html": f"{name}.html.gz", "text": "\n".join(told)}
        )
    lines = b"\n".join(msgspec.json.encode(row) for row in rows)
    (folder / "ground_truth.jsonl.gz").write_bytes(gzip.compress(lines))
    return tmp_path


def test_half_the_pages_are_trusted_and_those_are_whole(data: Path) -> None:
    values = {row.metric: row.value for row in gate.measure(data)}
    assert values == {"trusted_share": 0.5, "doubtful_share": 0.0, "trusted_f1": 1.0}


def article() -> Article:
    head = (
        "<head><meta property='article:published_time' content='2026-03-13T22:30:00-05:00'>"
        "<meta name='author' content='Ada Ray and Ben Ode'>"
    )
    page = article_html(sentences(20)).replace("<head>", head)
    found = extract_article(make_page(page), Settings())
    assert isinstance(found, Article)
    return found


def test_the_day_is_taken_in_the_zone_that_the_page_states() -> None:
    assert local_day(article()) == "2026-03-13"
    assert local_day(None) == ""


def test_title_day_and_authors_are_counted_where_they_are_labelled() -> None:
    labels = Truth(
        url="",
        html="",
        text="",
        title="The miller counts his sacks",
        date="2026-03-13",
        authors="Ada Ray, Ben Ode, Cy Quill",
    )
    rows = measure_fields("made_up", [labels, Truth(url="", html="", text="")], [article(), None])
    values = {row.metric: row.value for row in rows}
    assert (values["title_exact"], values["published_day"]) == (1.0, 1.0)
    assert values["authors_f1"] == pytest.approx(0.8)
    assert compare("Ada Ray", []).labelled == 1
