"""The compose file is accepted, keeps to loopback, and has no default password."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bias.config import Settings
from tests.programs import required_program

ROOT = Path(__file__).resolve().parents[1]
FOR_A_REPLAY = {"BIAS_ALLOW_PRIVATE_HOSTS", "BIAS_NOW"}
"""What a server has no use for."""


def filled_example() -> str:
    lines = (ROOT / ".env.example").read_text().splitlines()
    return "\n".join(line + "filled-in" if line.endswith("=") else line for line in lines) + "\n"


def config(env_file: Path) -> "subprocess.CompletedProcess[str]":
    command = required_program("docker-compose")
    return subprocess.run(
        [command, "--env-file", str(env_file), "-f", str(ROOT / "docker-compose.yml"), "config"],
        capture_output=True,
        text=True,
        check=False,
        cwd=env_file.parent,
        env={"PATH": os.environ["PATH"], "HOME": str(env_file.parent)},
    )


def test_it_is_accepted_once_the_example_is_filled_in(tmp_path: Path) -> None:
    env_file = tmp_path / "env"
    env_file.write_text(filled_example())
    done = config(env_file)
    assert done.returncode == 0, done.stderr
    services = yaml.safe_load(done.stdout)["services"]
    assert set(services) == {
        "postgres", "redis", "airflow-init", "api-server", "scheduler", "dag-processor",
        "triggerer", "worker",
    }  # fmt: skip
    published = [port for service in services.values() for port in service.get("ports", [])]
    assert published
    assert all(str(port).startswith("127.0.0.1:") for port in published)
    settings = {f"BIAS_{name.upper()}" for name in Settings.model_fields} - FOR_A_REPLAY
    for name in ("api-server", "scheduler", "worker"):
        assert settings <= services[name]["environment"].keys()
        targets = {volume.split(":")[1] for volume in services[name]["volumes"]}
        assert {"/data/archive", "/data/reports"} <= targets


def test_every_service_that_stays_is_asked_for_its_health_and_has_a_limit(tmp_path: Path) -> None:
    env_file = tmp_path / "env"
    env_file.write_text(filled_example())
    services = yaml.safe_load(config(env_file).stdout)["services"]
    stays = {name: each for name, each in services.items() if each["restart"] != "no"}
    assert set(services) - set(stays) == {"airflow-init"}
    assert all(each["healthcheck"]["test"] for each in stays.values())
    assert all(each["mem_limit"] for each in services.values())
    assert all(each["pids_limit"] for each in services.values())


def test_no_service_has_a_privilege_or_writes_to_its_image(tmp_path: Path) -> None:
    env_file = tmp_path / "env"
    env_file.write_text(filled_example())
    for name, each in yaml.safe_load(config(env_file).stdout)["services"].items():
        assert each["cap_drop"] == ["ALL"], name
        assert each["security_opt"] == ["no-new-privileges:true"]
        assert each["read_only"] is True
        # Ours has the user in its Dockerfile.
        assert "build" in each or each["user"] not in ("root", "0")
    assert "USER airflow" in (ROOT / "Dockerfile").read_text()


def test_workers_can_be_many_because_none_has_a_name_or_a_port(tmp_path: Path) -> None:
    env_file = tmp_path / "env"
    env_file.write_text(filled_example())
    worker = yaml.safe_load(config(env_file).stdout)["services"]["worker"]
    assert not {"container_name", "ports", "hostname"} & worker.keys()


def test_an_object_store_and_images_by_their_digests_are_lines_of_the_env_file(
    tmp_path: Path,
) -> None:
    env_file, digest = tmp_path / "env", "postgres:17-bookworm@sha256:" + "0" * 64
    lines = ("BIAS_ARCHIVE=s3://night/archive", f"POSTGRES_IMAGE={digest}")
    env_file.write_text(filled_example() + "\n".join(lines) + "\n")
    services = yaml.safe_load(config(env_file).stdout)["services"]
    assert services["worker"]["environment"]["BIAS_ARCHIVE"] == "s3://night/archive"
    assert services["worker"]["environment"]["BIAS_REPORTS"] == "/data/reports"
    assert services["postgres"]["image"] == digest


SECRETS = [
    "POSTGRES_PASSWORD", "REDIS_PASSWORD", "AIRFLOW_ADMIN_PASSWORD", "AIRFLOW_OPERATOR_PASSWORD",
    "AIRFLOW_READER_PASSWORD", "AIRFLOW_SECRET_KEY", "AIRFLOW_JWT_SECRET", "AIRFLOW_FERNET_KEY",
]  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS)
def test_no_secret_has_a_default(tmp_path: Path, secret: str) -> None:
    env_file = tmp_path / "env"
    env_file.write_text(filled_example().replace(f"{secret}=filled-in", f"{secret}="))
    done = config(env_file)
    assert done.returncode != 0
    assert "fill it in" in done.stderr


def test_a_setting_of_the_env_file_reaches_the_tasks(tmp_path: Path) -> None:
    env_file = tmp_path / "env"
    env_file.write_text(filled_example() + "BIAS_WINDOW_HOURS=48\n")
    worker = yaml.safe_load(config(env_file).stdout)["services"]["worker"]["environment"]
    assert worker["BIAS_WINDOW_HOURS"] == "48"
    assert worker["BIAS_RETRIES"] == ""


def test_the_image_starts_airflow_with_what_the_settings_switch_on(tmp_path: Path) -> None:
    (line,) = re.findall("^ENTRYPOINT (.*)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    python, *rest = json.loads(line)
    assert python == "python"
    airflow = tmp_path / "airflow"
    airflow.write_text('#!/bin/sh\necho "$*"; env\n')
    airflow.chmod(0o700)
    paths = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    settings = {"BIAS_METRICS": "http://collector:4318", "BIAS_JSON_LOGS": "true"}
    for given, on in (({}, set()), (settings, SWITCHED)):
        done = subprocess.run(
            [sys.executable, *rest, "celery", "worker"],
            env={"PATH": paths, "BIAS_METRICS": "", "BIAS_JSON_LOGS": "", **given},
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        arguments, *environment = done.stdout.splitlines()
        assert arguments == "celery worker"
        assert SWITCHED & set(environment) == on


def test_the_image_runs_the_shell_that_a_chart_asks_for(tmp_path: Path) -> None:
    airflow = tmp_path / "airflow"
    airflow.write_text('#!/bin/sh\necho "$* $AIRFLOW__LOGGING__JSON_LOGS"\n')
    airflow.chmod(0o700)
    paths = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    done = subprocess.run(
        [sys.executable, "-m", "bias.airflow_command", "bash", "-c", "exec airflow scheduler"],
        env={"PATH": paths, "BIAS_JSON_LOGS": "true"},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout == "scheduler True\n"


SWITCHED = {
    "AIRFLOW__METRICS__OTEL_ON=True",
    "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318",
    "AIRFLOW__LOGGING__JSON_LOGS=True",
}
