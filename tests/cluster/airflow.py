"""The services of docker-compose.yml as processes: what differs is where they find each other."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.containers import filled_example
from tests.s3 import BUCKET, Storage

from .compose import ROOT, Service, read_services
from .database import HOST, Postgres, Redis
from .processes import Process, until

WORKERS = ("worker-1", "worker-2")
SETTINGS = {"AIRFLOW_TASKS_AT_ONCE": "2", "BIAS_EVENTS_PER_BATCH": "2"}
"""What is filled in in ``.env`` beside the secrets: a machine of two cores, events in batches."""
SOONER = {
    "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "30",
    "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT_DETECTION_INTERVAL": "2",
    "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD": "20",
    "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "10",
    "AIRFLOW__SCHEDULER__TASK_QUEUED_TIMEOUT": "90",
    "AIRFLOW__SCHEDULER__TASK_QUEUED_TIMEOUT_CHECK_INTERVAL": "10",
}
"""A task that was killed, or whose scheduler was, is missed after half a minute and not five, and
one that a killed worker had taken and not begun after 90 seconds."""
POLICY = """
from datetime import timedelta

from airflow.sdk.definitions.timetables.simple import NullTimetable

def task_policy(task):
    task.retries, task.retry_delay = 4, timedelta(seconds=1)

def dag_policy(dag):
    dag.timetable = NullTimetable()
"""
"""A task is tried again after a second, and more than once, since a machine at its limits may miss
a living one too; no night, which would be of today, comes by itself. This is Airflow's own way to
say so of all tasks."""


def free_ports(count: int) -> list[int]:
    """Return ports of this machine on which nothing listens."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind((HOST, 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


class Cluster:
    """Everything that runs, by the names of the compose file; workers are numbered."""

    def __init__(self, folder: Path, storage: Storage, settings: Mapping[str, str]) -> None:
        """Read the compose file; nothing runs yet."""
        self.folder, self.storage = folder, storage
        self.env = filled_example()
        env_file = folder / "env"
        env_file.write_text(self.env + "".join(f"{k}={v}\n" for k, v in SETTINGS.items()))
        self.services = read_services(env_file)
        names = ("postgres", "redis", "api", "scheduler", "triggerer", *WORKERS)
        self.ports = dict(zip(names, free_ports(len(names)), strict=True))
        self.settings = dict(settings)
        self.processes: dict[str, Process] = {}

    @property
    def address(self) -> str:
        """Where Airflow's server answers."""
        return f"http://{HOST}:{self.ports['api']}"

    def login(self, kind: str) -> tuple[str, str]:
        """Return the name and the password of the admin, the operator or the reader."""
        lines = dict(line.split("=", 1) for line in self.env.splitlines() if "=" in line)
        return lines[f"AIRFLOW_{kind}_USER"], lines[f"AIRFLOW_{kind}_PASSWORD"]

    def start(self) -> None:
        """Start all, in the order in which they wait for each other."""
        self.postgres = Postgres(
            self.folder, self.ports["postgres"], self.services["postgres"].environment
        )
        self.processes["postgres"] = self.postgres.process
        redis = Redis(self.folder, self.ports["redis"], self.services["redis"].command)
        self.processes["redis"] = redis.process
        self.run_to_the_end(self.services["airflow-init"])
        for name in ("api-server", "scheduler", "dag-processor", "triggerer"):
            self.run(name, self.services[name])
        for name in WORKERS:
            self.run(name, self.services["worker"])
        until(self.is_up, "Airflow's server", 300, self.processes["api-server"].log)

    def is_up(self) -> bool:
        """Return whether server, scheduler, DAG processor and triggerer are there."""
        try:
            health = httpx.get(f"{self.address}/api/v2/monitor/health", timeout=5).json()
        except (httpx.HTTPError, ValueError):
            return False
        return all(part["status"] == "healthy" for part in health.values())

    def run(self, name: str, service: Service) -> None:
        """Start a service."""
        self.processes[name] = Process(
            self._command(name, service),
            self.environment(name, service),
            self.folder / f"{name}.log",
            restarts=service.restarts,
        )

    def run_to_the_end(self, service: Service) -> None:
        """Run a service that ends."""
        log = self.folder / f"{service.name}.log"
        with log.open("ab") as stream:
            done = subprocess.run(
                service.command, env=self.environment(service.name, service), cwd=self.folder,
                stdout=stream, stderr=stream, check=False,
            )  # fmt: skip
        assert done.returncode == 0, log.read_text(errors="replace")[-4000:]

    def is_healthy(self, name: str) -> bool:
        """Return what the compose file's own check says of a service."""
        service = self.services[name.partition("-")[0] if name in WORKERS else name]
        done = subprocess.run(
            [self.here(word) for word in service.health],
            env=self.environment(name, service) | {"HOSTNAME": name}, cwd=self.folder,
            check=False, capture_output=True, timeout=120,
        )  # fmt: skip
        return done.returncode == 0

    def _command(self, name: str, service: Service) -> list[str]:
        # Two containers have two names; two processes of one machine are told theirs.
        names = ["--celery-hostname", f"celery@{name}"] if name in WORKERS else []
        return service.command + names

    def environment(self, name: str, service: Service) -> dict[str, str]:
        """Return the variables of a service: its own, then what a process needs to be told."""
        home, scratch = self.folder / name / "airflow", self.folder / name / "tmp"
        scratch.mkdir(parents=True, exist_ok=True)
        (home / "config").mkdir(parents=True, exist_ok=True)
        (home / "config" / "airflow_local_settings.py").write_text(POLICY)
        own = {key: self.here(value) for key, value in service.environment.items()}
        places = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "TMPDIR": str(scratch),
            "AIRFLOW_HOME": str(home),
            "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(self.folder / "logs"),
            "AIRFLOW__API__HOST": HOST,
            "AIRFLOW__API__PORT": str(self.ports["api"]),
            "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_SERVER_PORT": str(self.ports["scheduler"]),
            "AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT": str(self.ports["triggerer"]),
            "AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT": str(self.ports.get(name, 0)),
        }
        roots = {"BIAS_ARCHIVE": f"s3://{BUCKET}/archive", "BIAS_REPORTS": f"s3://{BUCKET}/reports"}
        return own | places | roots | self.storage.environment | SOONER | self.settings

    def here(self, text: str) -> str:
        """Return a text of the compose file with the names of containers as addresses here."""
        ports = self.ports
        names = {
            "@postgres/": f"@{HOST}:{ports['postgres']}/",
            "@redis:6379/": f"@{HOST}:{ports['redis']}/",
            "//api-server:8080/": f"//{HOST}:{ports['api']}/",
            "//localhost:8080/": f"//{HOST}:{ports['api']}/",
            "//localhost:8974/": f"//localhost:{ports['scheduler']}/",
            "/opt/bias": str(ROOT),
        }
        for there, here in names.items():
            text = text.replace(there, here)
        return text

    def stop(self) -> None:
        """Kill all of it."""
        for process in reversed(self.processes.values()):
            process.stop()


@contextmanager
def running(storage: Storage, settings: Mapping[str, str]) -> Iterator[Cluster]:
    """Start a cluster, and stop all of it in the end, whatever happened."""
    folder = Path(tempfile.gettempdir()) / f"bias-cluster-{secrets.token_hex(4)}"
    folder.mkdir(mode=0o755)  # not below pytest's own folder, which PostgreSQL's user cannot enter
    leash = subprocess.Popen(
        [sys.executable, "-m", "tests.cluster.leash", str(folder)], stdin=subprocess.PIPE, cwd=ROOT
    )
    cluster = Cluster(folder, storage, settings)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
        leash.communicate()
        shutil.rmtree(folder, ignore_errors=True)
