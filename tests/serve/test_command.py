"""``bias serve`` as a program: it prints its address, answers it, and ends when it is stopped."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bias.serve.server import HOST, listen

DONE, WRONG_USE = 0, 2


@pytest.fixture
def program(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-u", "-m", "bias", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as started:
        yield started
        started.kill()


def test_it_answers_at_the_address_it_prints_and_ends_on_a_stop(
    program: subprocess.Popen[str],
) -> None:
    assert program.stdout is not None
    opened = program.stdout.readline()
    assert opened.startswith(f"Open http://{HOST}:")
    address = opened.removeprefix("Open ").strip()
    with httpx.Client(follow_redirects=True) as browser:
        assert "Compare texts" in browser.get(address).text
    assert httpx.get(address.partition("?")[0]).status_code == 403
    program.send_signal(signal.SIGINT)
    assert program.wait(30) == DONE


def test_a_port_that_is_taken_is_named() -> None:
    with listen(0) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "bias", "serve", "--port", port]
        ended = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=60, env=os.environ
        )
    assert ended.returncode == WRONG_USE
    assert f"port {port}: Address already in use; name another" in ended.stderr
