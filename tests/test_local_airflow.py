"""The environment in which Airflow is started: its own home, its own port, its own commands."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bias.errors import BiasError
from bias.local_airflow import LocalAirflow


def test_everything_lies_in_its_home_and_answers_on_loopback(tmp_path: Path) -> None:
    environment = LocalAirflow(tmp_path / "home", port=8123).environment
    assert environment["AIRFLOW_HOME"] == str(tmp_path / "home")
    assert environment["AIRFLOW__API__HOST"] == "127.0.0.1"
    assert environment["AIRFLOW__API__PORT"] == "8123"
    assert (Path(environment["AIRFLOW__CORE__DAGS_FOLDER"]) / "nightly_coverage.py").exists()


def test_airflow_finds_its_own_command_without_an_activated_environment(tmp_path: Path) -> None:
    found = shutil.which("airflow", path=LocalAirflow(tmp_path).environment["PATH"])
    assert found
    assert Path(found).parent == Path(sys.executable).parent


def test_settings_of_the_pipeline_are_passed_on(tmp_path: Path) -> None:
    airflow = LocalAirflow(tmp_path, extra={"BIAS_ARCHIVE": "elsewhere"})
    assert airflow.environment["BIAS_ARCHIVE"] == "elsewhere"


def test_the_password_is_the_one_that_airflow_made(tmp_path: Path) -> None:
    airflow = LocalAirflow(tmp_path)
    assert airflow.password() is None
    made = tmp_path / "simple_auth_manager_passwords.json.generated"
    made.write_text(json.dumps({"admin": "kestrel"}))
    assert airflow.password() == "kestrel"


def test_the_tasks_are_told_as_they_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (
        "[info] [DAG TEST] starting task_id=list_outlets map_index=-1 [airflow]",
        "some other line",
        "[info] [DAG TEST] starting task_id=fetch map_index=0 [airflow]",
    )
    program = f"print({os.linesep.join(lines)!r})"
    monkeypatch.setattr("bias.local_airflow._airflow", lambda: [sys.executable, "-c", program])
    airflow, told = LocalAirflow(tmp_path), list[str]()
    airflow.run_dag("nightly_coverage", {}, told.append)
    assert told == ["list_outlets", "fetch 1"]
    assert airflow.log.read_text().split() == " ".join(lines).split()


def test_a_run_that_fails_names_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bias.local_airflow._airflow", lambda: [sys.executable, "-c", "exit(1)"])
    with pytest.raises(BiasError, match=f"the DAG nightly_coverage failed; see {tmp_path}"):
        LocalAirflow(tmp_path).run_dag("nightly_coverage", {}, lambda _: None)
    with pytest.raises(BiasError, match="could not set up its database"):
        LocalAirflow(tmp_path).prepare()


def test_an_airflow_that_ends_early_is_not_waited_for(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
        with pytest.raises(BiasError, match="Airflow did not start"):
            LocalAirflow(tmp_path).wait_until_up(ended, 60, lambda: 0.0, lambda _: None)


def test_an_airflow_that_never_answers_is_given_up(tmp_path: Path) -> None:
    seconds = iter(range(100))
    naps: list[float] = []
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as silent:
        with pytest.raises(BiasError, match="Airflow did not start"):
            LocalAirflow(tmp_path).wait_until_up(silent, 5, lambda: next(seconds), naps.append)
        silent.kill()
    assert len(naps) == 4


FAMILY = """
import signal, subprocess, sys, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print("started", flush=True)
time.sleep(60)
"""


def test_all_of_it_is_stopped_even_what_will_not_listen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bias.local_airflow._airflow", lambda: [sys.executable, "-c", FAMILY])
    airflow = LocalAirflow(tmp_path)
    process = airflow.start()
    while "started" not in airflow.log.read_text():
        time.sleep(0.01)
    airflow.stop(process, seconds=0.1)
    assert process.returncode == -signal.SIGKILL
    with pytest.raises(ProcessLookupError):
        while True:
            os.killpg(process.pid, 0)
            time.sleep(0.01)
