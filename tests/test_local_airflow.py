"""The environment in which Airflow is started: its own home, its own port, its own commands."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bias.errors import BiasError, UsageError
from bias.local_airflow import (
    DEAD_SECONDS,
    LOOK_SECONDS,
    MOST_SECONDS,
    QUIET_SECONDS,
    LocalAirflow,
)


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


HEALTHY = {"metadatabase": "healthy", "scheduler": "healthy", "triggerer": "healthy"}


class Told(LocalAirflow):
    """An Airflow of which is told how its parts are, one look after the other, each a second."""

    def __init__(self, home: Path, *looks: dict[str, str], talks: int = 0) -> None:
        super().__init__(home)
        self.looks, self.talks = list(looks), talks
        self.second = 0.0
        home.mkdir(exist_ok=True)
        made = home / "simple_auth_manager_passwords.json.generated"
        made.write_text(json.dumps({"admin": "kestrel"}))

    def health(self) -> dict[str, str]:
        return self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]

    def sleep(self, seconds: float) -> None:
        self.second += seconds
        if self.second <= self.talks:
            with self.log.open("a") as log:
                log.write("migrating\n")

    def clock(self) -> float:
        return self.second


@pytest.fixture
def silent() -> Iterator["subprocess.Popen[bytes]"]:
    """A process that goes on until the test ends."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


@pytest.fixture
def ended() -> "subprocess.Popen[bytes]":
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process


Process = subprocess.Popen[bytes]


def test_an_airflow_that_ends_early_is_not_waited_for(tmp_path: Path, ended: Process) -> None:
    airflow = Told(tmp_path, {})
    with pytest.raises(BiasError, match="Airflow did not start"):
        airflow.wait_until_up(ended, airflow.clock, airflow.sleep)
    assert airflow.second == 0


def test_an_airflow_that_says_nothing_is_given_up(tmp_path: Path, silent: Process) -> None:
    airflow = Told(tmp_path, {})
    with pytest.raises(BiasError, match="Airflow did not start"):
        airflow.wait_until_up(silent, airflow.clock, airflow.sleep)
    assert airflow.second == QUIET_SECONDS


def test_one_that_goes_on_talking_is_waited_for_but_not_for_ever(
    tmp_path: Path, silent: Process
) -> None:
    slow = Told(tmp_path / "slow", *[{}] * 300, HEALTHY, talks=300)
    slow.wait_until_up(silent, slow.clock, slow.sleep)
    assert slow.second == 300
    chatty = Told(tmp_path / "chatty", {}, talks=10_000)
    with pytest.raises(BiasError, match="Airflow did not start"):
        chatty.wait_until_up(silent, chatty.clock, chatty.sleep)
    assert chatty.second < MOST_SECONDS + 2 * QUIET_SECONDS


def test_it_is_up_when_the_scheduler_works_too(tmp_path: Path, silent: Process) -> None:
    server_alone = HEALTHY | {"scheduler": "unhealthy"}
    airflow = Told(tmp_path, {}, server_alone, server_alone, HEALTHY)
    airflow.wait_until_up(silent, airflow.clock, airflow.sleep)
    assert airflow.second == 3


@pytest.mark.parametrize(
    ("ill", "part"),
    [
        ({}, "server"),
        (HEALTHY | {"scheduler": "unhealthy"}, "scheduler"),
        (HEALTHY | {"metadatabase": "unhealthy"}, "metadatabase"),
    ],
)
def test_a_part_that_dies_is_noticed_and_a_pause_is_none(
    tmp_path: Path, silent: Process, ill: dict[str, str], part: str
) -> None:
    airflow = Told(tmp_path, HEALTHY, ill, ill, HEALTHY, ill)
    with pytest.raises(BiasError, match=f"Airflow's {part} is dead; see {airflow.log}"):
        airflow.watch(silent, airflow.clock, airflow.sleep)
    assert airflow.second == 3 * LOOK_SECONDS + DEAD_SECONDS


def test_one_that_ends_by_itself_is_told(tmp_path: Path, ended: Process) -> None:
    airflow = Told(tmp_path, HEALTHY)
    with pytest.raises(BiasError, match="Airflow ended by itself"):
        airflow.watch(ended, airflow.clock, airflow.sleep)


def test_a_port_that_is_taken_is_named_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bias.local_airflow._airflow", lambda: [sys.executable, "-c", ""])
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} cannot be had .*PORT={port + 1}"):
            LocalAirflow(tmp_path / "home", port).start()
    assert not (tmp_path / "home").exists()
    LocalAirflow(tmp_path / "home", port).start().wait()


def test_how_it_is_comes_from_its_own_word(tmp_path: Path) -> None:
    with answering(b'{"metadatabase": {"status": "healthy"}, "triggerer": null}') as port:
        assert LocalAirflow(tmp_path, port).health() == {
            "metadatabase": "healthy",
            "triggerer": "None",
        }
    with answering(b"<p>starting</p>") as port:
        assert LocalAirflow(tmp_path, port).health() == {}
    assert LocalAirflow(tmp_path, port).health() == {}


@contextmanager
def answering(body: bytes) -> Iterator[int]:
    """Answer every request on loopback until the block ends; yields the port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


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
    airflow = LocalAirflow(tmp_path, port=0)
    process = airflow.start()
    while "started" not in airflow.log.read_text():
        time.sleep(0.01)
    airflow.stop(process, seconds=0.1)
    assert process.returncode == -signal.SIGKILL
    with pytest.raises(ProcessLookupError):
        while True:
            os.killpg(process.pid, 0)
            time.sleep(0.01)
