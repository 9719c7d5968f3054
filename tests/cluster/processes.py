"""Processes that are started again when they end, as containers are, and can all be killed."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

POLL_SECONDS = 0.2
GRACE_SECONDS = 10
"""How long a container that is asked to end has for it."""


class Process:
    """A command that runs until it is stopped; its output goes to a file."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        log: Path,
        *,
        restarts: bool,
        user: str | None = None,
        stop_signal: signal.Signals = signal.SIGTERM,
    ) -> None:
        """Start it."""
        self.command, self.environment, self.log = list(command), dict(environment), log
        self.starts = 0
        self._restarts, self._user, self._stop_signal = restarts, user, stop_signal
        self._stopping = threading.Event()
        self._process = self._start()
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        self._keeper.start()

    def _start(self) -> "subprocess.Popen[bytes]":
        self.starts += 1
        with self.log.open("ab") as log:
            return subprocess.Popen(
                self.command,
                env=self.environment,
                cwd=self.log.parent,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                user=self._user,
            )

    def _keep(self) -> None:
        while not self._stopping.wait(POLL_SECONDS):
            if self._process.poll() is not None and self._restarts:
                self._process = self._start()

    def tree(self) -> list[psutil.Process]:
        """Return the living processes that it consists of, itself first."""
        with suppress(psutil.NoSuchProcess):
            first = psutil.Process(self._process.pid)
            return [first, *first.children(recursive=True)]
        return []

    def owns_port(self, port: int) -> bool:
        """Return whether one of its processes holds the connection from a local port."""
        for process in self.tree():
            with suppress(psutil.Error):
                if any(c.laddr and c.laddr.port == port for c in process.net_connections("tcp")):
                    return True
        return False

    def kill(self) -> None:
        """Kill all of it at once (-9), as a machine that loses its power; it is started again."""
        for process in self.tree():
            with suppress(psutil.NoSuchProcess):
                process.kill()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def restart(self) -> None:
        """Do what ``docker compose restart`` does: ask it to end, and kill it if it does not."""
        before, process = self.starts, self._process
        process.send_signal(self._stop_signal)
        try:
            process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
        until(lambda: self.starts > before, f"{self.command} to be started again", seconds=30)

    def stop(self) -> None:
        """End it for good."""
        self._stopping.set()
        self._keeper.join()
        self.kill()
        self._process.wait()


def until(
    is_so: Callable[[], object], what: str, seconds: float = 120, log: Path | None = None
) -> None:
    """Wait until something is so.

    Fails the test, with the end of the log, where it is not in time.
    """
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            end = log.read_text(errors="replace")[-4000:] if log and log.exists() else ""
            pytest.fail(f"waited {seconds:.0f} s in vain for {what}\n{end}")
        time.sleep(POLL_SECONDS)
