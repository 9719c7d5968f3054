"""A replayed night in a cluster, in which everything is killed or restarted once."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from bias.config import Settings
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.demo.replay import prepare_replay
from tests.end_to_end.night import run_stages
from tests.end_to_end.small import write_folder
from tests.s3 import BUCKET, Storage

from .airflow import WORKERS, Cluster, running
from .night import Caller, kept, stored
from .processes import until

pytestmark = [pytest.mark.airflow, pytest.mark.xdist_group("cluster")]

REPORTS = "/media-bias/index.html"


class Nights(NamedTuple):
    """What two runs of one edition left, and what one machine leaves of it."""

    cluster: Cluster
    alone: dict[str, bytes]
    disturbed: dict[str, bytes]
    again: dict[str, bytes]
    killed_in: dict[str, str]
    """The worker that was killed, by stage."""
    tries: dict[str, int]
    """The most tries that a task of the first run took, by task."""


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The night on one machine, in a folder; the newsroom answers until the end."""
    base = tmp_path_factory.mktemp("alone")
    folder = write_folder(base / "folder")
    with Newsroom(folder, EDITION) as newsroom:
        replay = prepare_replay(base, folder, EDITION, newsroom)
        run_stages(replay.settings)
        yield replay.settings


@pytest.fixture(scope="module")
def cluster(alone: Settings) -> Iterator[Cluster]:
    names = ("outlets", "allow_private_hosts", "delay_seconds", "timezone")
    settings = {f"BIAS_{name.upper()}": str(getattr(alone, name)) for name in names}
    assert alone.now
    with (
        Storage() as storage,
        running(storage, settings | {"BIAS_NOW": alone.now.isoformat()}) as cluster,
    ):
        yield cluster


@pytest.fixture(scope="module")
def operator(cluster: Cluster) -> Caller:
    return Caller(cluster, *cluster.login("OPERATOR"))


@pytest.fixture(scope="module")
def nights(cluster: Cluster, alone: Settings, operator: Caller) -> Nights:
    """Start two runs at once; the first loses workers, servers and scheduler on its way."""
    first, second = operator.start_night(EDITION), operator.start_night(EDITION)
    killed = {"fetch": kill_in(cluster, "/archive/pages/")}
    cluster.processes["redis"].restart()
    cluster.processes["scheduler"].kill()
    killed["align"] = kill_in(cluster, "/archive/alignments/")
    cluster.processes["postgres"].restart()
    killed["report"] = kill_in(cluster, f"/reports/{EDITION}/.*html")
    cluster.processes["api-server"].restart()
    operator.wait_for(first)
    tasks = sorted(operator.tasks(first), key=lambda task: str(task["task_id"]))
    tries = {
        name: max(task["try_number"] for task in group)
        for name, group in itertools.groupby(tasks, key=lambda task: str(task["task_id"]))
    }
    disturbed = stored(cluster)
    operator.wait_for(second)
    return Nights(cluster, of_one(alone), disturbed, stored(cluster), killed, tries)


def kill_in(cluster: Cluster, path: str) -> str:
    """Kill the worker that is about to write below a path; returns its name."""
    with cluster.storage.hold(f"^/{BUCKET}{path}") as held:
        until(held.came.is_set, f"an upload to {path}", seconds=300)
        worker = next(w for w in WORKERS if cluster.processes[w].owns_port(held.port))
        cluster.processes[worker].kill()
    return worker


def of_one(settings: Settings) -> dict[str, bytes]:
    """Return what one machine keeps and reports, named as in the storage."""
    roots = {"archive": settings.archive, "reports": settings.reports}
    return {
        f"{root}/{name}": data
        for root, folder in roots.items()
        for name, data in kept(Path(folder)).items()
        if "/" in name or root == "reports"  # what lies at the root of a demo's archive is its own
    }


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.parametrize(
    "name", ["api-server", "scheduler", "dag-processor", "triggerer", "worker-1", "worker-2"]
)
def test_every_service_is_healthy_by_its_own_check(cluster: Cluster, name: str) -> None:
    until(lambda: cluster.is_healthy(name), f"the health of {name}")


def test_a_night_in_which_everything_is_killed_once_has_the_bytes_of_one_machine(
    nights: Nights,
) -> None:
    assert nights.killed_in.keys() == {"fetch", "align", "report"}
    assert differences(nights.disturbed, nights.alone) == []


def test_what_was_killed_was_tried_again(nights: Nights) -> None:
    assert {task for task, tries in nights.tries.items() if tries > 1} >= nights.killed_in.keys()


def test_a_second_run_of_the_edition_waits_and_changes_nothing(nights: Nights) -> None:
    assert differences(nights.again, nights.alone) == []


def test_who_is_not_signed_in_sees_the_login_page(nights: Nights) -> None:
    with httpx.Client(base_url=nights.cluster.address, follow_redirects=True) as client:
        answer = client.get(REPORTS)
    assert answer.url.path.startswith("/auth/login")
    assert "text/html" in answer.headers["content-type"]
    assert "What several outlets told" not in answer.text


def test_a_reader_sees_the_reports_and_starts_nothing(nights: Nights) -> None:
    reader = Caller(nights.cluster, *nights.cluster.login("READER"))
    assert "What several outlets told" in reader.get(REPORTS).text
    run = reader.post("/api/v2/dags/nightly_coverage/dagRuns", {"logical_date": None})
    assert run.status_code == 403


def test_a_user_without_a_role_that_reads_sees_no_report(nights: Nights) -> None:
    admin = Caller(nights.cluster, *nights.cluster.login("ADMIN"))
    user = {
        "username": "passer-by", "password": "passing by", "email": "passer-by@localhost",
        "first_name": "Passer", "last_name": "By", "roles": [{"name": "Public"}],
    }  # fmt: skip
    assert admin.post("/auth/fab/v1/users", user).is_success
    answer = Caller(nights.cluster, "passer-by", "passing by").get(REPORTS)
    assert answer.status_code == 403


def test_a_backup_of_the_database_brings_its_runs_back(nights: Nights, tmp_path: Path) -> None:
    postgres, dump = nights.cluster.postgres, str(tmp_path / "airflow.dump")
    count = ("psql", "--tuples-only", "--command", "SELECT count(*) FROM dag_run", "--dbname")
    postgres.run("pg_dump", "--format=custom", f"--file={dump}", "airflow")
    postgres.run("createdb", "restored")
    postgres.run("pg_restore", "--exit-on-error", "--dbname=restored", dump)
    assert postgres.run(*count, "restored").strip() == "2"


def test_a_service_that_was_killed_was_started_again(nights: Nights) -> None:
    again = {name for name, process in nights.cluster.processes.items() if process.starts > 1}
    restarted = {"redis", "postgres", "scheduler", "api-server"}
    assert again >= restarted | set(nights.killed_in.values())
