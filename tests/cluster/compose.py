"""Reads what docker-compose.yml and the Dockerfile would run."""

import json
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.programs import required_program

ROOT = Path(__file__).resolve().parents[2]


class Service(NamedTuple):
    """A service as its container would run it."""

    name: str
    command: list[str]
    environment: dict[str, str]
    health: list[str]
    """The command that asks for its health; empty where nothing asks."""
    restarts: bool
    """Whether it is started again when it ends."""


def read_services(env_file: Path) -> dict[str, Service]:
    """Return the services by name, filled in from an ``.env`` file."""
    file = str(ROOT / "docker-compose.yml")
    command = [required_program("docker-compose"), "--env-file", str(env_file), "-f", file]
    done = subprocess.run(
        [*command, "config"],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": os.environ["PATH"], "HOME": str(env_file.parent)},
    )
    services: dict[str, dict[str, Any]] = yaml.safe_load(done.stdout)["services"]
    return {name: _service(name, found) for name, found in services.items()}


def _service(name: str, found: Mapping[str, Any]) -> Service:
    is_ours = "build" in found
    entrypoint = image_entrypoint() if is_ours else []
    given = found.get("environment", {}).items()
    own = {key: "" if value is None else _plain(str(value)) for key, value in given}
    return Service(
        name=name,
        command=[*entrypoint, *map(_plain, found.get("command", []))],
        environment={**(image_environment() if is_ours else {}), **own},
        health=_check((found.get("healthcheck") or {}).get("test") or []),
        restarts=found.get("restart") == "unless-stopped",
    )


def _check(test: list[str]) -> list[str]:
    words = [_plain(word) for word in test[1:]]
    return ["sh", "-c", *words] if test[:1] == ["CMD-SHELL"] else words


def _plain(text: str) -> str:
    return text.replace("$$", "$")


def _dockerfile() -> str:
    return (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")


def image_environment() -> dict[str, str]:
    """Return the variables that the image sets."""
    lines = re.findall(r"^ENV (.*)$", _dockerfile(), re.MULTILINE)
    return dict(pair.split("=", 1) for line in lines for pair in line.split())


def image_entrypoint() -> list[str]:
    """Return what the image runs before every command."""
    (found,) = re.findall(r"^ENTRYPOINT (.*)$", _dockerfile(), re.MULTILINE)
    entrypoint: list[str] = json.loads(found)
    return entrypoint
