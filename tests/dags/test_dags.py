"""Every DAG parses, in the shape it should have, and without loading the heavy libraries."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from airflow.sdk import DAG

pytestmark = [pytest.mark.airflow, pytest.mark.xdist_group("airflow")]

DAGS = Path(__file__).resolve().parents[2] / "dags"
HEAVY = ("newspaper", "trafilatura", "matplotlib", "sklearn", "scipy", "pandas", "pyarrow")

GRAPHS = {
    "nightly_coverage": {
        "list_outlets": {"fetch", "extract"},
        "fetch": {"extract", "all_made"},
        "extract": {"match_events", "all_made"},
        "match_events": {"align", "score", "report", "index", "all_made"},
        "align": {"score", "all_made"},
        "score": {"report", "all_made"},
        "report": {"index", "all_made"},
        "index": set(),
        "all_made": set(),
    },
    "compare_event": {
        "gather": {"align", "score", "report", "index"},
        "align": {"score"},
        "score": {"report"},
        "report": {"index"},
        "index": set(),
    },
    "prune_archive": {"prune": set()},
    "rebuild_reports": {"rebuild": set()},
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
    tasks: list[Any] = list(dag.tasks)
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
        "extract": "all_done_min_one_success",
        "score": "all_done",
        "report": "all_done",
        "index": "all_done",
        "all_made": "one_failed",
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
