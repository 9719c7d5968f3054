"""What the tasks of a run learn of it, and how they are tried."""

import os
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from bias.errors import BiasError, DataError, PartlyError, RetryError, StorageError, UsageError

pytestmark = [pytest.mark.airflow, pytest.mark.xdist_group("airflow")]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    os.environ.setdefault("AIRFLOW_HOME", str(tmp_path_factory.mktemp("airflow")))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Airflow's own, while its modules load
        from bias import airflow_runs
    return airflow_runs


@pytest.fixture
def run(runs: ModuleType, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The context of a scheduled run, which a test may change."""
    dag_run = SimpleNamespace(
        logical_date=None,
        run_after=datetime(2026, 3, 14, 2, 30, tzinfo=UTC),
        triggering_user_name=None,
        conf={},
    )
    context = {
        "params": {},
        "dag": SimpleNamespace(params={"edition": None, "outlets": None}),
        "dag_run": dag_run,
        "ti": SimpleNamespace(try_number=1, max_tries=2),
    }
    monkeypatch.setattr(runs, "get_current_context", lambda: context)
    return SimpleNamespace(**context, context=context)


def test_the_edition_is_the_parameter_that_was_given(
    runs: ModuleType, run: SimpleNamespace
) -> None:
    run.params["edition"] = "2020-01-01"
    assert runs.run_edition() == "2020-01-01"


@pytest.mark.parametrize(
    ("timezone", "edition"),
    [
        ("UTC", "2026-03-14"),
        ("America/Caracas", "2026-03-13"),
        ("Pacific/Auckland", "2026-03-14"),
    ],
)
def test_else_it_is_the_runs_own_date_in_the_time_zone(
    runs: ModuleType,
    run: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    timezone: str,
    edition: str,
) -> None:
    monkeypatch.setenv("BIAS_TIMEZONE", timezone)
    run.params["edition"] = None
    assert runs.run_edition() == edition


@pytest.mark.parametrize(
    ("try_number", "user", "last"),
    [(1, None, False), (2, "admin", False), (3, None, True), (1, "dag_test", True)],
)
def test_a_dead_outlet_is_tried_again_unless_somebody_waits_for_the_run(
    runs: ModuleType, run: SimpleNamespace, try_number: int, user: str | None, *, last: bool
) -> None:
    run.ti.try_number = try_number
    run.dag_run.triggering_user_name = user
    assert runs.is_last_try() is last


def test_the_label_of_a_mapped_task_is_shown(runs: ModuleType, run: SimpleNamespace) -> None:
    runs.show_label("the-herald")
    assert run.context["label"] == "the-herald"


@pytest.mark.parametrize("kind", [UsageError, DataError, BiasError])
def test_what_cannot_heal_is_not_tried_again(runs: ModuleType, kind: type[Exception]) -> None:
    from airflow.sdk.exceptions import AirflowFailException

    message = "no such outlet"
    with pytest.raises(AirflowFailException, match=message), runs.no_second_try():
        raise kind(message)


def test_what_may_heal_is_tried_again(runs: ModuleType) -> None:
    message = "dead"
    with pytest.raises(RetryError, match=message), runs.no_second_try():
        raise RetryError(message)


@pytest.mark.parametrize(("try_number", "kind"), [(1, "StorageError"), (2, "AirflowFailException")])
def test_a_store_that_may_answer_again_is_tried_once_more(
    runs: ModuleType, run: SimpleNamespace, try_number: int, kind: str
) -> None:
    run.ti.try_number, run.ti.max_tries = try_number, 1
    with pytest.raises(Exception, match="cannot write") as raised, runs.no_second_try():
        message = "cannot write s3://night/archive"
        raise StorageError(message)
    assert raised.type.__name__ == kind


def test_a_result_that_is_missing_fails_the_task(runs: ModuleType) -> None:
    from airflow.sdk.exceptions import AirflowFailException

    runs.require([], "an empty list is a result")
    with pytest.raises(AirflowFailException, match="no events"):
        runs.require(None, "no events")


def test_retries_wait_longer_and_longer(runs: ModuleType) -> None:
    assert runs.NETWORK_RETRIES["retries"] == 2
    assert runs.NETWORK_RETRIES["retry_delay"] >= timedelta(minutes=1)


def test_a_chosen_logical_date_is_the_edition(runs: ModuleType, run: SimpleNamespace) -> None:
    run.dag_run.logical_date = datetime(2026, 2, 1, 12, tzinfo=UTC)
    assert runs.run_edition() == "2026-02-01"


def test_a_misspelt_parameter_is_refused(runs: ModuleType, run: SimpleNamespace) -> None:
    from airflow.sdk.exceptions import AirflowFailException

    run.dag_run.conf = {"edition": "2026-03-14"}
    runs.check_parameters()
    run.dag_run.conf = {"editon": "2026-03-14"}
    with pytest.raises(AirflowFailException, match="no parameter editon; there are edition, outl"):
        runs.check_parameters()


def test_some_failed_events_fail_the_task_for_good(runs: ModuleType) -> None:
    from airflow.sdk.exceptions import AirflowFailException

    message = "1 of 2 events failed"
    with pytest.raises(AirflowFailException, match=message), runs.no_second_try():
        raise PartlyError(message, ["a-0a1b2c"])


def test_a_form_is_there_though_the_outlets_are_at_fault(
    runs: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "bbc" in " ".join(runs.declared_outlets())
    monkeypatch.setenv("BIAS_OUTLETS", "/no/such/outlets.toml")
    assert runs.declared_outlets() == []


def test_whom_the_settings_name_is_told_of_a_failed_run_and_of_one_unlike_others(
    runs: ModuleType, run: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from bias import notices

    told: list[notices.Notice | None] = []
    monkeypatch.setattr(notices, "tell", lambda _, notice: told.append(notice))
    monkeypatch.setenv("BIAS_ARCHIVE", str(tmp_path))
    monkeypatch.setenv("BIAS_NOW", "2026-03-14T12:30:00Z")
    runs.tell_of_failure({**run.context, "reason": "task_failure"})
    runs.tell_of_failure({"run_id": "manual__1", "reason": "timed_out"})
    run.dag_run.run_type = "scheduled"
    runs.tell_of_night()
    run.dag_run.run_type = "manual"
    runs.tell_of_night()
    failed, unknown, late, usual = told
    assert failed is not None and "night of 2026-03-14 failed: task_failure" in failed.body
    assert unknown is not None and "manual__1 failed: timed_out" in unknown.body
    assert late is not None and late.title.endswith(": late")
    assert usual is None
