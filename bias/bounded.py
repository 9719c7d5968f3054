"""A process of our own that answers orders, and is ended when one takes more than its budget.

No parser can be trusted to bound itself: one tag or one expression can stall it for minutes or fill
the memory. The process is started with the first order and serves all that follow; one that is
ended is replaced. It gets bytes and gives bytes, and touches neither network nor files.
"""

import os
import resource
import selectors
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import IO

_LENGTH = 8
_CHUNK = 1 << 16


class BoundedProcess:
    """A process that serves one order at a time; may be asked by several threads."""

    def __init__(self, code: str, seconds: float) -> None:
        """Take what the process runs, and the longest time that one order may take."""
        self._code = code
        self._seconds = seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, order: bytes) -> bytes:
        """Return the answer to an order.

        Raises:
            TimeoutError: it takes longer than one order may.
            EOFError: the process ended over it, for instance for want of memory.
        """
        with self._lock:
            process = self._given(order)
            try:
                return _read_until(_the(process.stdout), time.monotonic() + self._seconds)
            except BaseException:  # also Ctrl-C: the answer would be taken for the next order's
                self.close()
                raise

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                _the(stream).close()
        process.wait()

    def _given(self, order: bytes) -> subprocess.Popen[bytes]:
        """Give the order to the process, to a new one where it has ended since the last."""
        for _ in range(2):
            process = self._process = self._process or self._start()
            try:
                _write(_the(process.stdin), order)
            except OSError:
                self.close()
            else:
                return process
        raise EOFError

    def _start(self) -> subprocess.Popen[bytes]:
        # It finds this package where its parent did. A session of its own leaves Ctrl-C to the
        # parent, whose end closes the pipe.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        return subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-c", self._code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            start_new_session=True,
        )


def serve(obey: Callable[[bytes], bytes], memory: int) -> None:
    """Answer orders from standard input on standard output, until the input ends.

    Args:
        obey: makes the answer to one order; must not raise.
        memory: most bytes that the process may take.
    """
    bound_memory(memory)
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no answer
    while size := given.read(_LENGTH):
        _write(answers, obey(given.read(int.from_bytes(size, "big"))))


def bound_memory(most: int) -> None:
    """Let this process take no more than so many bytes, where the system knows such a limit."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _the(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise EOFError
    return stream


def _write(stream: IO[bytes], frame: bytes) -> None:
    stream.write(len(frame).to_bytes(_LENGTH, "big") + frame)
    stream.flush()


def _read_until(stream: IO[bytes], deadline: float) -> bytes:
    """Return one frame; see :meth:`BoundedProcess.ask` for what it raises."""
    received = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while len(received) < _LENGTH or len(received) < _LENGTH + _size(received):
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TimeoutError
            chunk = os.read(stream.fileno(), _CHUNK)
            if not chunk:
                raise EOFError
            received += chunk
    return bytes(received[_LENGTH:])


def _size(received: bytearray) -> int:
    return int.from_bytes(received[:_LENGTH], "big")
