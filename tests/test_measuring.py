"""What the stages of a night took: kept, added up, shown, apart from what is always the same."""

from pathlib import Path

import pytest

from bias import pipeline
from bias.archive import Archive, open_archive
from bias.config import Settings
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.errors import BiasError, PartlyError
from bias.measuring import measured, measuring
from bias.night_table import counted, write_night_table
from bias.records import STAGES, Facts, GapReason, Measure, NightTable, StageTook
from bias.storage import read_json, write_json
from tests.end_to_end.small import dead_address, declare, environment, write_folder

FACTS = Facts(articles=4, events=1)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(archive=str(tmp_path / "archive"), reports=str(tmp_path / "reports"))


@pytest.fixture
def archive(settings: Settings) -> Archive:
    return open_archive(settings)


def table(archive: Archive) -> dict[str, StageTook]:
    kept = read_json(archive.night_table_path(EDITION), NightTable, "no table")
    return {took.stage: took for took in kept.stages}


def took(stage: str, minute: int, seconds: float, *items: str) -> Measure:
    started = f"2026-03-14T02:{minute:02d}:00+00:00"
    count = len(items)
    return Measure(stage=stage, items=items, count=count, started=started, seconds=seconds)


def test_the_tasks_of_a_stage_are_added_up(settings: Settings, archive: Archive) -> None:
    for item in ("flood-1", "strike-2"):
        with measured(settings, EDITION, "align", [item]) as done:
            done.count = 1
    write_night_table(archive, EDITION, FACTS)
    aligned = table(archive)["align"]
    assert (aligned.tasks, aligned.count) == (2, 2)
    assert table(archive)["score"].tasks == 0


def test_seconds_are_added_up_and_the_span_is_from_first_to_last(archive: Archive) -> None:
    for measure in (took("fetch", 0, 30.0, "herald"), took("fetch", 1, 90.0, "post")):
        write_json(archive.measure_path(EDITION, measure.stage, measure.items[0]), measure)
    write_night_table(archive, EDITION, FACTS)
    fetched = table(archive)["fetch"]
    assert (fetched.seconds, fetched.span) == (120.0, 150.0)


def test_what_was_done_twice_counts_once_and_as_it_was_last() -> None:
    first, again = took("align", 0, 9.0, "flood-1", "strike-2"), took("align", 5, 1.0, "flood-1")
    rest = took("align", 6, 1.0, "strike-2")
    assert counted([first, again]) == [again, first]
    assert counted([first, rest, again]) == [rest, again]


def test_one_that_worked_on_all_stands_for_all_before_it() -> None:
    old, whole, new = took("score", 0, 9.0, "flood-1"), took("score", 1, 5.0), took("score", 2, 1.0)
    assert counted([old, whole]) == [whole]
    assert counted([whole, new, old]) == [new]
    part = took("score", 3, 1.0, "flood-1")
    assert counted([whole, part]) == [part]


def test_a_stage_that_failed_for_some_tells_of_the_others(
    settings: Settings, archive: Archive
) -> None:
    with (
        pytest.raises(PartlyError, match="one failed"),
        measured(settings, EDITION, "score", ["flood-1", "strike-2"]),
    ):
        message = "one failed"
        raise PartlyError(message, ["strike-2"])
    write_night_table(archive, EDITION, FACTS)
    assert table(archive)["score"].count == 1


def test_a_stage_that_did_nothing_leaves_nothing(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(BiasError, match="no such night"), measured(settings, EDITION, "match"):
        message = "no such night"
        raise BiasError(message)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_kept_stops_nothing(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "archive").write_text("a file where the folder should be")
    with measured(settings, EDITION, "match") as done:
        done.count = 1
    assert "what match of 2026-03-14 took was not kept" in caplog.text


def test_a_damaged_measure_costs_no_other(settings: Settings, archive: Archive) -> None:
    with measured(settings, EDITION, "fetch", ["herald"]) as done:
        done.count = 1
    broken = Path(str(archive.measure_path(EDITION, "fetch", "post")))
    broken.write_text("{")
    write_night_table(archive, EDITION, FACTS)
    assert table(archive)["fetch"].tasks == 1


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """A night with a dead outlet, made by stages that are measured."""
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as newsroom:
        outlets = declare(newsroom, tmp_path / "outlets.toml", the_silent_post=dead_address())
        for name, value in environment(tmp_path, outlets).items():
            monkeypatch.setenv(name, value)
        settings = Settings()
        run = measuring(settings, EDITION)
        ids = pipeline.outlets_to_fetch(settings)
        run("fetch", lambda tick: pipeline.fetch_all(settings, EDITION, ids, tick))
        pipeline.make_night(settings, EDITION, run)
    return open_archive(settings)


def test_a_night_says_what_it_holds_and_what_each_stage_took(made: Archive) -> None:
    kept = read_json(made.night_table_path(EDITION), NightTable, "no table")
    assert (kept.facts.articles, kept.facts.events) == (2, 1)
    assert dict(kept.facts.gaps)[GapReason.OUTLET_UNREACHABLE] == 1
    assert kept.facts.programs
    assert kept.facts.lexicons[0].startswith("en, ")
    assert kept.facts.models
    assert [each.stage for each in kept.stages] == list(STAGES)
    assert all(each.tasks == 1 and each.span >= 0 for each in kept.stages)
    assert all(each.bytes > 0 for each in kept.stages)
    assert {each.stage: each.count for each in kept.stages}["align"] == 1


def test_the_night_page_leads_to_what_differs_each_time_and_holds_none_of_it(
    made: Archive,
) -> None:
    front = made.edition_index_path(EDITION)
    page = front.read_text(encoding="utf-8")
    assert f'href="../measured/{EDITION}.html"' in page
    assert "outlet not reachable ×1" in page
    measured_page = made.measured_page_path(EDITION)
    assert "Seconds, first to last" in measured_page.read_text(encoding="utf-8")
    assert "not measured" not in measured_page.read_text(encoding="utf-8")
    path = made.measure_path(EDITION, "align", "all")
    path.write_bytes(path.read_bytes().replace(b'"seconds": ', b'"seconds": 7'))
    before = measured_page.read_bytes()
    pipeline.index(Settings(), EDITION)
    assert front.read_text(encoding="utf-8") == page
    assert measured_page.read_bytes() != before
