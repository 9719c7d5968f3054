"""``bias newsroom DIR`` serves until it is stopped, and says how to fetch what it serves."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bias.coverage.outlets import read_outlets
from tests.end_to_end.small import story, write_folder

from .conftest import Bias

FAILED = 1


@pytest.fixture
def served(tmp_path: Path) -> "Iterator[subprocess.Popen[str]]":
    folder = write_folder(tmp_path / "folder", story("The Herald"), "{broken")
    command = [sys.executable, "-m", "bias.cli", "newsroom", str(folder), "--port", "0"]
    with subprocess.Popen(
        [*command, "--edition", "2026-03-14"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


def test_it_serves_until_it_is_stopped(served: "subprocess.Popen[str]", tmp_path: Path) -> None:
    assert served.stdout
    assert served.stderr
    first = served.stdout.readline()
    found = re.fullmatch(r"1 outlets? at (http://127\.0\.0\.1:\d+), declared in (\S+)\n", first)
    assert found, first
    assert httpx.get(f"{found[1]}/the-herald/feed.xml").is_success
    (outlet,) = read_outlets(tmp_path / found[2])
    assert outlet.name == "The Herald"
    served.send_signal(signal.SIGINT)
    assert served.wait(timeout=10) == 0
    assert "coverage.jsonl, line 2" in served.stderr.read()


def test_a_folder_without_one_good_line_fails(bias: Bias, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "folder", "{broken")
    outcome = bias("newsroom", str(folder), "--port", "0")
    assert outcome.code == FAILED
    assert outcome.err.startswith("bias: ")
