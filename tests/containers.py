"""Build the image and bring ``docker-compose.yml`` up once: ``make test-containers``.

Outside ``make test``: it needs a container engine, and says plainly where there is none. It uses a
project name and volumes of its own and removes both at the end.
"""

import base64
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[1]
PROJECT = "media-bias-test"
PORT = "18080"
MINUTES = 5
SERVICES = ("api-server", "scheduler", "dag-processor", "triggerer", "worker", "postgres", "redis")


def main() -> int:
    """Return 0 where all services came up, the DAGs are there and the reader reads, else 1."""
    compose = compose_command()
    if compose is None:
        sys.stderr.write("no container engine answers: install Docker, or podman with a socket\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        env_file = Path(folder) / "env"
        env_file.write_text(filled_example(), encoding="utf-8")
        base = [
            *compose,
            "--env-file",
            str(env_file),
            "-p",
            PROJECT,
            "-f",
            str(ROOT / "docker-compose.yml"),
        ]
        try:
            up = [*base, "up", "--detach", "--build", "--scale", "worker=2"]
            subprocess.run(up, check=True, cwd=ROOT)
            wait_for_server()
            return 0 if all_there(base) and reader_reads(env_file.read_text("utf-8")) else 1
        finally:
            subprocess.run([*base, "down", "--volumes"], check=False, cwd=ROOT)


def compose_command() -> list[str] | None:
    """Return how compose is called here, ``None`` where no engine answers."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]) is None:
            continue
        done = subprocess.run([*command, "-p", PROJECT, "ls"], capture_output=True, check=False)
        if done.returncode == 0 or _answers(command):
            return command
    return None


def _answers(command: list[str]) -> bool:
    check = [*command, "-f", "-", "ps"]
    file = b"services: {x: {image: scratch}}\n"
    return subprocess.run(check, input=file, capture_output=True, check=False).returncode == 0


def filled_example() -> str:
    """Return ``.env.example`` with every empty secret made up at random."""
    lines = []
    for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines():
        if line.endswith("="):
            key = base64.urlsafe_b64encode(os.urandom(32)).decode()
            lines.append(line + (key if "FERNET" in line else secrets.token_urlsafe(24)))
        else:
            lines.append(f"AIRFLOW_PORT={PORT}" if line.startswith("AIRFLOW_PORT=") else line)
    return "\n".join(lines) + "\n"


def wait_for_server() -> None:
    """Return once Airflow's server says that database and scheduler are healthy."""
    deadline = time.monotonic() + MINUTES * 60
    health: object = "no answer"
    while time.monotonic() < deadline:
        try:
            health = httpx.get(f"http://127.0.0.1:{PORT}/api/v2/monitor/health", timeout=5).json()
        except (httpx.HTTPError, ValueError):
            health = "no answer"
        if isinstance(health, dict) and all(
            health[part]["status"] == "healthy" for part in ("metadatabase", "scheduler")
        ):
            return
        time.sleep(3)
    message = f"Airflow's server was not healthy within {MINUTES} minutes: {health}"
    raise TimeoutError(message)


def all_there(base: list[str]) -> bool:
    """Return whether every service runs and the DAGs parse inside the image."""
    listed = subprocess.run([*base, "ps"], capture_output=True, text=True, check=True, cwd=ROOT)
    sys.stdout.write(listed.stdout)
    down = [
        line
        for line in listed.stdout.splitlines()
        if any(service in line for service in SERVICES) and "Up" not in line
    ]
    command = [*base, "exec", "-T", "worker", "airflow", "dags", "list", "--output", "plain"]
    dags = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    sys.stdout.write(dags.stdout)
    return not down and "nightly_coverage" in dags.stdout


def reader_reads(env: str) -> bool:
    """Return whether the reader can sign in and see the night, and can start nothing."""
    lines = dict(line.split("=", 1) for line in env.splitlines() if "=" in line)
    asked = {
        "username": lines["AIRFLOW_READER_USER"],
        "password": lines["AIRFLOW_READER_PASSWORD"],
    }
    with httpx.Client(base_url=f"http://127.0.0.1:{PORT}", timeout=60) as client:
        token = client.post("/auth/token", json=asked).raise_for_status().json()["access_token"]
        client.headers["Authorization"] = f"Bearer {token}"
        night = "/api/v2/dags/nightly_coverage"
        seen = client.get(night).status_code
        started = client.post(f"{night}/dagRuns", json={"logical_date": None}).status_code
    sys.stdout.write(f"the reader: {seen} for the night, {started} for starting it\n")
    return (seen, started) == (200, 403)


if __name__ == "__main__":
    sys.exit(main())
