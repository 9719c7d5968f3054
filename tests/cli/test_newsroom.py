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

from bias.cli import newsroom
from bias.coverage.outlets import read_outlets
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from tests.end_to_end.small import story, write_folder

from .conftest import Bias

FAILED, WRONG_USE = 1, 2


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


def test_a_file_of_the_user_is_not_overwritten(bias: Bias, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "folder")
    mine = tmp_path / "mine.toml"
    mine.write_text("# My outlets\n")
    outcome = bias("newsroom", str(folder), "--port", "0", "--outlets", str(mine))
    assert outcome.code == WRONG_USE
    assert f"{mine} is there already and not ours" in outcome.err
    assert mine.read_text() == "# My outlets\n"


def test_a_declaration_of_our_own_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "outlets.toml"
    for _ in range(2):
        with Newsroom(write_folder(tmp_path / "folder"), EDITION) as sites:
            sites.write_outlets(path)
            assert read_outlets(path) == sites.outlets


@pytest.mark.parametrize("usual", [True, False])
def test_a_free_port_is_chosen_unless_one_was_asked_for(
    bias: Bias, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, usual: bool
) -> None:
    folder = write_folder(tmp_path / "folder")
    monkeypatch.setattr(Newsroom, "serve_until_stopped", lambda _: sys.exit(0))
    with Newsroom(folder, EDITION) as sites:
        taken = int(sites.address.rpartition(":")[2])
        monkeypatch.setattr(newsroom, "PORT", taken)
        outcome = bias("newsroom", str(folder), *([] if usual else ["--port", str(taken)]))
    assert outcome.code == (0 if usual else WRONG_USE)
    assert f"port {taken}" in outcome.err
    assert ("outlets at http://127.0.0.1:" in outcome.out) is usual
