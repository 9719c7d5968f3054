"""A whole night of sixty events: the seconds of each stage, and Airflow's own share of the run.

The coverage is the bundled one ten times over, with other names each time, so that the night has
sixty events of natural size without any data from outside.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.rows import Row
from benchmarks.speed.renaming import renamed
from benchmarks.timing import wall_seconds
from bias import pipeline
from bias.config import Settings
from bias.demo.folder import BUNDLED, EDITION, coverage_file
from bias.demo.newsroom import Newsroom
from bias.demo.replay import Replay, prepare_replay
from bias.local_airflow import LocalAirflow

NIGHTS = 10


def measure() -> Iterator[Row]:
    """Yield seconds by stage, of the night in one process and in Airflow, and Airflow's share."""
    with TemporaryDirectory() as folder:
        base = Path(folder)
        coverage = _sixty_events(base / "coverage")
        with Newsroom(coverage, EDITION, slow_seconds=0) as newsroom:
            plain = prepare_replay(base / "plain", coverage, EDITION, newsroom)
            seconds, events = _stage_by_stage(plain.settings)
            replay = prepare_replay(base / "airflow", coverage, EDITION, newsroom)
            in_airflow = _in_airflow(base / "home", replay)
    work = sum(seconds.values())
    for stage, value in seconds.items():
        yield _row(stage, "seconds", value, events)
    yield _row("one process", "seconds", work, events)
    yield _row("airflow", "seconds", in_airflow, events)
    yield _row("airflow", "engine_share", max(0.0, 1 - work / in_airflow), events)


def _row(system: str, metric: str, value: float, events: int) -> Row:
    return Row(set="sixty_events", system=system, metric=metric, value=value, n=events)


def _stage_by_stage(settings: Settings) -> tuple[dict[str, float], int]:
    ids = pipeline.outlets_to_fetch(settings)
    events: list[str] = []
    stages: dict[str, Callable[[], object]] = {
        "fetch": lambda: [pipeline.fetch(settings, EDITION, outlet) for outlet in ids],
        "extract": lambda: pipeline.extract(settings, EDITION),
        "match": lambda: events.extend(pipeline.match(settings, EDITION)),
        "align": lambda: pipeline.align(settings, EDITION, events),
        "score": lambda: pipeline.score(settings, EDITION, events),
        "report": lambda: pipeline.report(settings, EDITION, events),
        "index": lambda: pipeline.index(settings, EDITION),
    }
    return {name: wall_seconds(stage) for name, stage in stages.items()}, len(events)


def _in_airflow(home: Path, replay: Replay) -> float:
    airflow = LocalAirflow(home, extra=replay.environment)
    airflow.prepare()
    conf = {"edition": EDITION, "outlets": []}
    return wall_seconds(lambda: airflow.run_dag("nightly_coverage", conf, lambda _: None))


def _sixty_events(folder: Path) -> Path:
    """Write the bundled coverage ten times, each with other names."""
    folder.mkdir()
    lines = coverage_file(BUNDLED).read_text(encoding="utf-8").splitlines()
    stories = [json.loads(line) for line in lines]
    renamed = [_renamed(story, night) for night in range(NIGHTS) for story in stories]
    text = "".join(json.dumps(story, ensure_ascii=False) + "\n" for story in renamed)
    (folder / "coverage.jsonl").write_text(text, encoding="utf-8")
    return folder


def _renamed(story: dict[str, object], night: int) -> dict[str, object]:
    paragraphs = story["paragraphs"]
    assert isinstance(paragraphs, list)  # noqa: S101 - the bundled coverage has no saved pages
    return {
        **{key: value for key, value in story.items() if key != "served"},
        "event": f"{story['event']}-{night}" if story["event"] else None,
        "title": renamed(str(story["title"]), night),
        "paragraphs": [renamed(str(paragraph), night) for paragraph in paragraphs],
    }
