"""An Airflow of one's own: SQLite, one home folder, run as a subprocess.

Nothing here imports Airflow; its settings are environment variables and its log goes to a file.
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import httpx

from bias.airflow_command import switched_on
from bias.config import read_settings
from bias.dag_folder import dag_folder
from bias.errors import BiasError, InstallationError, UsageError

QUIET_SECONDS = 120
"""How long an Airflow that starts may say nothing."""
MOST_SECONDS = 900
"""After which it is progress no more that it goes on talking."""
LOOK_SECONDS = 10
DEAD_SECONDS = 60
"""How long a part must be dead to be called so; a machine that slept needs a while."""
HEALTHY = "healthy"
NEEDED = ("metadatabase", "scheduler")

_TASK = re.compile(r"\[DAG TEST\] starting task_id=(\S+) map_index=(-?\d+)")
_NO_MAP = "-1"


class LocalAirflow:
    """Runs DAGs, or the whole of Airflow, with a home folder of its own."""

    def __init__(
        self, home: Path, port: int = 8080, extra: Mapping[str, str] | None = None
    ) -> None:
        """Name the home folder, the port of the UI, and settings of the pipeline (``BIAS_…``)."""
        self.home = home.resolve()
        self.port = port
        told = {**_airflow_settings(self.home, port), **switched_on(read_settings())}
        self.environment = {**os.environ, **told, **(extra or {})}

    @property
    def log(self) -> Path:
        """The file that takes what Airflow prints."""
        return self.home / "last-run.log"

    def prepare(self) -> None:
        """Create the home folder and its database, or bring an older one up to date.

        Raises:
            BiasError: Airflow could not; the message names the log.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            command = [*_airflow(), "db", "migrate"]
            done = subprocess.run(  # noqa: S603 - our own interpreter and words
                command, env=self.environment, stdout=log, stderr=log, check=False
            )
        if done.returncode:
            message = f"Airflow could not set up its database; see {self.log}"
            raise BiasError(message)

    def run_dag(self, dag: str, conf: Mapping[str, object], on_task: Callable[[str], None]) -> None:
        """Run a DAG from beginning to end in this process's subprocess.

        ``on_task`` is told of each task as it starts, as ``fetch`` or ``fetch 3``.

        Raises:
            BiasError: the run failed; the message names the log.
        """
        command = [*_airflow(), "dags", "test", dag, "--conf", json.dumps(conf)]
        with subprocess.Popen(  # noqa: S603 - our own interpreter and words
            command,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # so that all of it can be stopped together
        ) as process:
            try:
                for task in self._follow(process):
                    on_task(task)
            except BaseException:
                self.stop(process, seconds=1)
                raise
        if process.returncode:
            message = f"the DAG {dag} failed; see {self.log}"
            raise BiasError(message)

    def _follow(self, process: "subprocess.Popen[bytes]") -> Iterator[str]:
        """Copy what Airflow prints to the log, and yield the tasks it names."""
        with self.log.open("wb") as log:
            for line in process.stdout or ():
                log.write(line)
                if found := _TASK.search(line.decode(errors="replace")):
                    name, index = found.groups()
                    yield name if index == _NO_MAP else f"{name} {int(index) + 1}"

    def start(self) -> "subprocess.Popen[bytes]":
        """Start all of Airflow: server, scheduler, triggerer and DAG processor.

        Raises:
            UsageError: its port is taken.
        """
        self._require_port()
        self.home.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - our own interpreter and words
                [*_airflow(), "standalone"],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,  # so that all of it can be stopped together
            )

    def _require_port(self) -> None:
        with socket.socket() as probe:
            # As servers do, so that what an earlier one left behind is no hindrance.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", self.port))
            except OSError as error:
                message = (
                    f"port {self.port} cannot be had ({error.strerror}); name another: "
                    f"bias up --port {self.port + 1}, or make up PORT={self.port + 1}"
                )
                raise UsageError(message) from error

    def stop(self, process: "subprocess.Popen[bytes]", seconds: float = 20) -> None:
        """Stop all of Airflow; what still runs after ``seconds`` is ended by force."""
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def wait_until_up(
        self,
        process: "subprocess.Popen[bytes]",
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        """Return once the UI answers and the scheduler works, as long as there is progress.

        Raises:
            BiasError: Airflow ended, or said nothing for :data:`QUIET_SECONDS` and is not up.
        """
        began = heard = clock()
        size = 0
        while process.poll() is None and clock() - heard < QUIET_SECONDS:
            if self.password() and self.health().get("scheduler") == HEALTHY:
                return
            grown = self.log.stat().st_size if self.log.exists() else 0
            if grown > size and clock() - began < MOST_SECONDS:
                size, heard = grown, clock()
            sleep(1)
        message = f"Airflow did not start; see {self.log}"
        raise BiasError(message)

    def watch(
        self,
        process: "subprocess.Popen[bytes]",
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        """Look after an Airflow that is up; returns never.

        Raises:
            BiasError: it ended, or its server, database or scheduler has been dead for
                :data:`DEAD_SECONDS`.
        """
        well = clock()
        while process.poll() is None:
            ill = self._ill()
            well = well if ill else clock()
            if clock() - well >= DEAD_SECONDS:
                message = f"Airflow's {ill} is dead; see {self.log}, and start it again"
                raise BiasError(message)
            sleep(LOOK_SECONDS)
        message = f"Airflow ended by itself; see {self.log}"
        raise BiasError(message)

    def _ill(self) -> str:
        """Return the part of Airflow that does not answer or work, empty where all do."""
        parts = self.health()
        if not parts:
            return "server"
        return next((name for name in NEEDED if parts.get(name) != HEALTHY), "")

    def health(self) -> dict[str, str]:
        """Return how each part of Airflow is, by its own word; empty where nobody answers."""
        address = f"{self.environment['AIRFLOW__API__BASE_URL']}/api/v2/monitor/health"
        try:
            found = httpx.get(address, timeout=5).raise_for_status().json()
        except (httpx.HTTPError, ValueError):
            return {}
        return {name: str((part or {}).get("status")) for name, part in found.items()}

    def password(self) -> str | None:
        """Return the password of the user ``admin``, ``None`` before Airflow has made one."""
        file = self.home / "simple_auth_manager_passwords.json.generated"
        return json.loads(file.read_text())["admin"] if file.exists() else None


def _airflow() -> list[str]:
    return [sys.executable, "-m", "airflow"]


def _airflow_settings(home: Path, port: int) -> dict[str, str]:
    if find_spec("airflow") is None:
        message = "Airflow is not installed; run: pip install 'media-bias-comparison[airflow]'"
        raise InstallationError(message)
    return {
        # "airflow standalone" looks for the command "airflow" where programs are looked for.
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__DAGS_FOLDER": str(dag_folder()),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__PARALLELISM": "4",
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{port}/execution/",
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": str(port),
        "AIRFLOW__API__BASE_URL": f"http://127.0.0.1:{port}",
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "INFO",
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
    }
