"""Every DAG parses, in the shape it should have, and without loading the heavy libraries."""

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bias.batches import mapped

if TYPE_CHECKING:
    from airflow.sdk import DAG

pytestmark = [pytest.mark.airflow, pytest.mark.xdist_group("airflow")]

DAGS = Path(__file__).resolve().parents[2] / "dags"
HEAVY = (
    *("newspaper", "trafilatura", "matplotlib", "sklearn", "scipy", "pandas", "pyarrow"),
    *("spacy", "numpy", "lxml", "rapidfuzz", "fastapi", "httpx", "jinja2", "bias.pipeline"),
)

GRAPHS = {
    "nightly_coverage": {
        "list_outlets": {"fetch", "list_fetched", "extract"},
        "fetch": {"list_fetched", "all_made"},
        "list_fetched": {"extract", "all_made"},
        "extract": {"match_events", "all_made"},
        "match_events": {"align", "score", "report", "index", "all_made"},
        "align": {"score", "all_made"},
        "score": {"report", "all_made"},
        "report": {"index", "all_made"},
        "index": {"all_made"},
        "all_made": set(),
    },
    "compare_event": {
        "gather": {"align", "score", "report", "index"},
        "align": {"score"},
        "score": {"report"},
        "report": {"index"},
        "index": set(),
    },
    "prune_archive": {"list_old": {"approve", "prune"}, "approve": {"prune"}, "prune": set()},
    "rebuild_reports": {"list_editions": {"rebuild"}, "rebuild": set()},
}


@pytest.fixture(scope="module")
def dags(tmp_path_factory: pytest.TempPathFactory) -> "dict[str, DAG]":
    os.environ.setdefault("AIRFLOW_HOME", str(tmp_path_factory.mktemp("airflow")))
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Airflow's own, while its modules load
        from airflow.dag_processing.dagbag import DagBag

        bag = DagBag(dag_folder=str(DAGS))
    assert bag.import_errors == {}
    return dict(bag.dags)


def test_the_dags_are_those_documented(dags: "dict[str, DAG]") -> None:
    assert set(dags) == set(GRAPHS)


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_the_graph_has_its_shape(dags: "dict[str, DAG]", name: str) -> None:
    graph = {task.task_id: set(task.downstream_task_ids) for task in dags[name].tasks}
    assert graph == GRAPHS[name]


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_it_is_documented_and_never_catches_up(dags: "dict[str, DAG]", name: str) -> None:
    dag = dags[name]
    assert dag.doc_md
    assert not dag.catchup
    tasks: list[Any] = [task for task in dag.tasks if hasattr(task, "python_callable")]
    assert tasks
    assert all(task.python_callable.__doc__ for task in tasks)


def test_the_night_runs_at_half_past_two_one_at_a_time(dags: "dict[str, DAG]") -> None:
    from airflow.sdk import CronTriggerTimetable

    dag = dags["nightly_coverage"]
    assert isinstance(dag.timetable, CronTriggerTimetable)
    assert dag.timetable.expression == "30 2 * * *"
    assert dag.max_active_runs == 1


def test_one_failed_task_does_not_stop_the_night_but_fails_it(dags: "dict[str, DAG]") -> None:
    from airflow.sdk import TriggerRule

    rules = {
        task.task_id: TriggerRule(task.trigger_rule).value
        for task in dags["nightly_coverage"].tasks
        if TriggerRule(task.trigger_rule).value != "all_success"
    }
    assert rules == {
        "list_fetched": "all_done_min_one_success",
        "match_events": "all_done_min_one_success",
        "score": "all_done",
        "report": "all_done",
        "index": "all_done",
        "all_made": "none_failed",
    }


def test_half_past_two_is_that_of_the_configured_time_zone(tmp_path: Path) -> None:
    code = (
        "import runpy; dag = runpy.run_path({file!r})['dag'];print('zone', dag.timetable.timezone)"
    ).format(file=str(DAGS / "nightly_coverage.py"))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "AIRFLOW_HOME": str(tmp_path), "BIAS_TIMEZONE": "America/Caracas"},
    )
    assert "America/Caracas" in done.stdout.splitlines()[-1]


def test_tasks_that_reach_out_are_tried_again_later_and_later(dags: "dict[str, DAG]") -> None:
    for dag, task_id in (("nightly_coverage", "fetch"), ("compare_event", "gather")):
        task = dags[dag].get_task(task_id)
        assert task.retries == 2
        assert task.retry_exponential_backoff


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_every_task_is_tried_again_and_ends_some_day(dags: "dict[str, DAG]", name: str) -> None:
    from datetime import timedelta

    tasks: list[Any] = list(dags[name].tasks)
    for task in tasks:
        assert task.retries >= 1, task.task_id
        assert timedelta() < task.execution_timeout <= timedelta(hours=25), task.task_id
    assert name == "prune_archive" or dags[name].dagrun_timeout == timedelta(hours=12)


def test_the_night_makes_assets_that_others_can_start_on(dags: "dict[str, DAG]") -> None:
    made = {
        task.task_id: [asset.name for asset in task.outlets]
        for task in dags["nightly_coverage"].tasks
        if task.outlets
    }
    assert made == {
        "match_events": ["media_bias_articles", "media_bias_events"],
        "index": ["media_bias_reports"],
    }


def test_no_list_makes_more_tasks_than_airflow_allows() -> None:
    from airflow.configuration import conf

    for count in (1_024, 1_025, 100_000):
        assert len(mapped(["a"] * count, 1)) <= conf.getint("core", "max_map_length")
        assert sum(map(len, mapped(["a"] * count, 1))) == count


@pytest.mark.parametrize(
    ("given", "accepted"),
    [
        (["https://a.example/1", "https://b.example/1"], True),
        (["https://a.example/1"], False),
        (["https://a.example/1 https://b.example/1", "https://c.example/1"], False),
        ([], False),
        (["a.example/1", "b.example/1"], False),
    ],
)
def test_a_form_takes_two_addresses_one_a_line(
    dags: "dict[str, DAG]", given: list[str], accepted: bool
) -> None:
    from airflow.sdk.exceptions import ParamValidationError

    param = dags["compare_event"].params.get_param("addresses")
    with nullcontext() if accepted else pytest.raises(ParamValidationError):
        param.resolve(value=given)


def test_the_outlets_are_a_list_to_pick_from(dags: "dict[str, DAG]") -> None:
    param = dags["nightly_coverage"].params.get_param("outlets")
    assert len(param.schema["examples"]) > 10


def test_kept_editions_are_a_list_to_pick_from_and_others_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from airflow.sdk import Param
    from airflow.sdk.exceptions import ParamValidationError

    from bias.airflow_runs import kept_edition

    monkeypatch.setenv("BIAS_ARCHIVE", str(tmp_path))
    assert kept_edition(type="string") == {"type": "string", "format": "date"}
    (tmp_path / "summaries").mkdir()
    for name in ("2026-03-13.json", "2026-03-14.json", "notes.json", ".2026-03-15.json.1f.part"):
        (tmp_path / "summaries" / name).touch()
    schema = kept_edition(type="string")
    assert schema["examples"] == ["2026-03-14", "2026-03-13"]
    param = Param(**schema)
    assert param.resolve(value="2025-12-24") == "2025-12-24"
    with pytest.raises(ParamValidationError):
        param.resolve(value="last Friday")
    monkeypatch.setenv("BIAS_ARCHIVE", "s3://bucket/archive")
    assert "examples" not in kept_edition(type="string")


def test_mapped_tasks_show_what_they_work_on(dags: "dict[str, DAG]") -> None:
    tasks = {task.task_id: task for task in dags["nightly_coverage"].tasks}
    for name in ("fetch", "align", "score", "report"):
        assert tasks[name].is_mapped
        assert tasks[name].map_index_template == "{{ label }}"


@pytest.mark.parametrize("file", sorted(path.name for path in DAGS.glob("*.py")))
def test_parsing_loads_none_of_the_heavy_libraries(file: str, tmp_path: Path) -> None:
    code = (
        "import runpy, sys; import airflow.sdk; before = set(sys.modules);"
        f"runpy.run_path({str(DAGS / file)!r});"
        f"print([name for name in {HEAVY!r} if name in set(sys.modules) - before])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "AIRFLOW_HOME": str(tmp_path)},
    )
    assert done.stdout.splitlines()[-1] == "[]"
