"""Events compared in several processes are those compared one after another."""

import logging
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from bias import by_hand, pipeline
from bias.archive import open_archive
from bias.batches import Tick, each_event, silent
from bias.config import Settings
from bias.errors import PartlyError
from bias.given import Given
from bias.pipeline.side_by_side import in_processes
from bias.records import NightEvents
from bias.storage import write_lines
from bias.texts import article_of_text, event_of
from tests.given.files import HERALD, POST, text

EDITION = "2026-03-14"


def settings_at(folder: Path, jobs: int) -> Settings:
    return Settings(
        archive=str(folder / "archive"), reports=str(folder / "reports"), jobs=jobs, _env_file=None
    )


def make_events(settings: Settings, folder: Path, count: int) -> list[str]:
    """Keep some events of two texts each; returns their ids."""
    ids = []
    for number in range(count):
        given = []
        for name, telling in (("herald", HERALD), ("post", POST)):
            path = folder / f"{name}-{number}.txt"
            path.write_text(text((f"{telling[0]} {number}", *telling[1:])), encoding="utf-8")
            given.append(Given(source=str(path), name=name))
        ids.append(by_hand.keep_given(settings, EDITION, given))
    return ids


def tree(settings: Settings) -> dict[str, bytes]:
    roots = Path(settings.archive), Path(settings.reports)
    paths = [path for root in roots for path in root.rglob("*") if path.is_file()]
    return {str(path.relative_to(roots[0].parent)): path.read_bytes() for path in paths}


def test_two_processes_make_the_same_bytes_as_one(tmp_path: Path) -> None:
    trees = []
    for jobs in (1, 2):
        folder = tmp_path / str(jobs)
        folder.mkdir()
        settings = settings_at(folder, jobs)
        ids = make_events(settings, folder, 3)
        pipeline.compare(settings, EDITION, ids)
        trees.append(tree(settings))
    assert trees[0] == trees[1]
    assert sum(name.startswith("archive/comparisons") for name in trees[0]) == 3


@in_processes
def report(
    _settings: Settings, _edition: str, ids: Sequence[str], tick: Tick = silent
) -> list[str]:
    """Stand in for a stage: some events fail, and one ends its process."""

    def work(event: str) -> None:
        if event.startswith("deadly"):
            os.kill(os.getpid(), signal.SIGKILL)
        if event.startswith("bad"):
            raise ValueError(event)

    return each_event(ids, work, tick)


def test_an_event_that_ends_its_process_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    ids = ["a", "b", "deadly", "c", "d"]
    with pytest.raises(PartlyError, match=r"1 of 5 events failed: deadly \(.*BIAS_JOBS") as raised:
        report(settings_at(tmp_path, 2), EDITION, ids)
    assert raised.value.done == ["a", "b", "c", "d"]


def test_what_fails_in_a_process_is_told_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[tuple[int, int]] = []
    with (
        caplog.at_level(logging.ERROR, "bias"),
        pytest.raises(PartlyError, match=r"2 of 4 events failed: bad-1 \(ValueError") as raised,
    ):
        ids = ["a", "bad-1", "bad-2", "b"]
        report(settings_at(tmp_path, 2), EDITION, ids, lambda *each: told.append(each[:2]))
    assert raised.value.done == ["a", "b"]
    assert "ValueError: bad-2" in caplog.text
    assert told[-1] == (2, 4)


def test_a_nightly_event_is_read_alone_and_one_of_an_older_version_from_its_outlets(
    tmp_path: Path,
) -> None:
    archive = open_archive(settings_at(tmp_path, 1))
    herald, post, other = (
        article_of_text(text(telling), name)
        for name, telling in (("herald", HERALD), ("post", POST), ("post", POST[::-1]))
    )
    for article in (herald, post):
        rows = [article] if article is herald else [post, other]
        write_lines(archive.articles_path(EDITION, article.outlet), rows)
    event = event_of([herald, post], (), title="Port", edition=EDITION)
    archive.write_night_events(EDITION, NightEvents(events=(event,)))
    assert archive.read_event_articles(event) == [herald, post]
    archive.write_event_articles(event, [post])
    assert archive.read_event_articles(event) == [herald, post]
    archive.write_event_articles(event, [post, herald])
    archive.articles_path(EDITION, "herald").unlink()
    assert archive.read_event_articles(event) == [post, herald]
