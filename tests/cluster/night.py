"""A night asked for through Airflow's own address, and what becomes of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from tests.kept import is_alike

from .airflow import Cluster
from .processes import until

NIGHT = "nightly_coverage"
ENDED = ("success", "failed")


PATIENCE = 60
"""Seconds that an answer may take."""


class Caller:
    """Somebody who uses Airflow's addresses, signed in with a password."""

    def __init__(self, cluster: Cluster, name: str, password: str) -> None:
        """Sign in."""
        self._address = cluster.address
        self._headers: dict[str, str] = {}
        token = self.post("/auth/token", {"username": name, "password": password})
        bearer = token.raise_for_status().json()["access_token"]
        self._headers["Authorization"] = f"Bearer {bearer}"

    def get(self, path: str) -> httpx.Response:
        """Ask for an address; where the server is away for the moment, ask again."""
        answers: list[httpx.Response] = []

        def asked() -> bool:
            try:
                answers.append(
                    httpx.get(self._address + path, headers=self._headers, timeout=PATIENCE)
                )
            except httpx.TransportError:
                return False
            return not answers[-1].is_server_error

        until(asked, f"an answer of {path}")
        return answers[-1]

    def post(self, path: str, body: Mapping[str, object]) -> httpx.Response:
        """Send JSON to an address."""
        address = self._address + path
        return httpx.post(address, json=dict(body), headers=self._headers, timeout=PATIENCE)

    def start_night(self, edition: str) -> str:
        """Ask for a run of the night; returns its id."""
        body = {"logical_date": None, "conf": {"edition": edition}}
        answer = self.post(f"/api/v2/dags/{NIGHT}/dagRuns", body)
        assert answer.is_success, answer.text
        run: str = answer.json()["dag_run_id"]
        return run

    def state(self, run: str) -> str:
        """Return the state of a run."""
        state: str = self.get(f"/api/v2/dags/{NIGHT}/dagRuns/{run}").json()["state"]
        return state

    def tasks(self, run: str) -> list[dict[str, Any]]:
        """Return the tasks of a run."""
        path = f"/api/v2/dags/{NIGHT}/dagRuns/{run}/taskInstances?limit=200"
        found: list[dict[str, Any]] = self.get(path).json()["task_instances"]
        return found

    def wait_for(self, run: str) -> None:
        """Wait until a run is over; fails where it is red, with its tasks."""
        until(lambda: self.state(run) in ENDED, f"the end of {run}", seconds=600)
        assert self.state(run) == "success", self._failures(run)

    def _failures(self, run: str) -> list[str]:
        """Return the end of the log of each task that failed."""
        failed = [task for task in self.tasks(run) if task["state"] == "failed"]
        path = f"/api/v2/dags/{NIGHT}/dagRuns/{run}/taskInstances"
        logs = (
            f"{path}/{task['task_id']}/logs/{task['try_number']}?map_index={task['map_index']}"
            for task in failed
        )
        return [self.get(log).text[-2000:] for log in logs]


def stored(cluster: Cluster) -> dict[str, bytes]:
    """Return every file of archive and reports in the storage, by its name below the root."""
    return {name: data for name, data in cluster.storage.contents().items() if is_alike(name)}


def kept(root: Path) -> dict[str, bytes]:
    """Return the same of a folder that holds both."""
    return {
        name: path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and is_alike(name := str(path.relative_to(root)))
    }
