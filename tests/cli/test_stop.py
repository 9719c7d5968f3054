"""Ctrl-C ends a night whoever still owes an answer, keeps what has arrived, and says so."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from tests.end_to_end.small import declare, environment, write_folder

STOPPED = 130
SECONDS = 60
"""Far less than the ten minutes that the silent outlet may take to answer."""


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """Listen as an outlet that never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(SECONDS)
        yield server


def test_a_stopped_night_ends_at_once_and_goes_on_where_it_was(
    silent: socket.socket, tmp_path: Path
) -> None:
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as newsroom:
        feed = f"http://127.0.0.1:{silent.getsockname()[1]}/feed.xml"
        outlets = declare(newsroom, tmp_path / "outlets.toml", the_silent_post=feed)
        settings = environment(tmp_path, outlets) | {"BIAS_TIMEOUT_SECONDS": "600"}
        command = [sys.executable, "-m", "bias.cli", "nightly", "--edition", EDITION]
        pages = tmp_path / "archive" / "pages" / EDITION
        with subprocess.Popen(
            command, env={**os.environ, **settings}, stderr=subprocess.PIPE, text=True
        ) as night:
            connection, _ = silent.accept()
            while not all(list(pages.glob(f"{name}*")) for name in ("the-harbour", "vell-today")):
                time.sleep(0.01)
            night.send_signal(signal.SIGINT)
            assert night.wait(SECONDS) == STOPPED
            assert night.stderr
            assert "stopped; what has arrived is kept" in night.stderr.read()
        connection.close()
        asked = newsroom.requests()
        declare(newsroom, outlets)
        done = subprocess.run(
            command, env={**os.environ, **settings}, check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert newsroom.requests() == asked
