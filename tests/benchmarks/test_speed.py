"""Every speed is measured beside a peer in the same run; here on the smallest amount of work."""

from types import ModuleType

import pytest

from benchmarks.speed import (
    alignment,
    articles,
    coverage,
    events,
    growth,
    opening,
    passages,
    reading,
    report,
    wording,
)
from benchmarks.speed.real_nights import night, texts
from tests.programs import required_program


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "SIZES", (30,))
    monkeypatch.setattr(growth, "SIZES", (30,))
    monkeypatch.setattr(alignment, "SIZES", (80,))
    monkeypatch.setattr(alignment, "DIFFLIB_PAIRS", 5)
    monkeypatch.setattr(articles, "PAGES", 1)
    monkeypatch.setattr(coverage, "OUTLETS", 2)
    monkeypatch.setattr(coverage, "PAGES", 6)
    monkeypatch.setattr(coverage, "MANY", 8)
    monkeypatch.setattr(coverage, "ROUNDS", 1)
    monkeypatch.setattr(articles, "ROUNDS", 1)
    monkeypatch.setattr(passages, "_REPEATS", 2)
    monkeypatch.setattr(wording, "ARTICLES", 2)
    monkeypatch.setattr(opening, "OUTLETS", 3)
    monkeypatch.setattr(opening, "THINGS", 5)
    monkeypatch.setattr(opening, "ROUNDS", 1)
    monkeypatch.setattr(report, "ROUNDS", 1)
    monkeypatch.setattr(reading, "ROUNDS", 1)
    monkeypatch.setattr(reading, "TIMED", 1)
    monkeypatch.setattr(reading, "MANY", 4)


@pytest.mark.parametrize(
    "stage", [coverage, articles, events, growth, passages, reading, alignment, wording, report]
)
def test_ours_is_measured_beside_a_peer(stage: ModuleType) -> None:
    rows = list(stage.measure())
    systems = {row.system for row in rows}
    assert "ours" in systems
    assert systems - {"ours"}
    assert all(row.value >= 0 and row.n > 0 for row in rows)


@pytest.mark.browser
def test_a_page_is_opened_beside_an_empty_one() -> None:
    required_program("chromium")
    values = {(row.system, row.metric): row.value for row in opening.measure()}
    assert values["ours", "passages"] == 3 * (5 + 1)
    assert values["ours", "seconds_until_loaded"] > 0
    assert values["empty", "seconds_until_loaded"] > 0


def test_every_happening_of_the_invented_night_is_found() -> None:
    values = {row.metric: row.value for row in events.measure() if row.system == "ours"}
    assert values["share_of_events_found"] == 1.0


def test_a_night_of_real_texts_has_so_many_articles_each_with_words_of_its_own() -> None:
    known = texts(None)
    articles = night(known, 2 * len(known))
    assert len({article.id for article in articles}) == len(articles)
    again = zip(articles[: len(known)], articles[len(known) :], strict=True)
    assert all(a.text != b.text and a.outlet != b.outlet for a, b in again)
