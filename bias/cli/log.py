"""Where tracebacks go: a file beside what is kept, written only once something failed."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from upath import UPath

from bias.archive import open_archive
from bias.cli.show import notes
from bias.config import Settings
from bias.log_fields import JsonLines
from bias.storage import is_local

LOG = "failures.log"
_FORMAT = "%(asctime)s %(levelname)s %(message)s"


class _Failures(logging.Handler):
    """Writes failures to a file of the archive, or to the terminal where it is no folder."""

    def __init__(self, root: UPath) -> None:
        super().__init__(logging.ERROR)
        self.setFormatter(logging.Formatter(_FORMAT))
        self.failed = 0
        self.path = Path(str(root)) / LOG if is_local(root) else None

    def emit(self, record: logging.LogRecord) -> None:
        text = self.format(record) + "\n"
        try:
            if self.path is None:
                notes.print(text)
                self.failed += 1
                return
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8", errors="replace") as log:
                log.write(text)
            self.failed += 1
        except OSError:
            # Where not even this can be written, the error that ends the command says so.
            return


@contextmanager
def failures_logged(settings: Settings) -> Iterator[None]:
    """Take down what fails while the block runs, and say at its end where to read of it.

    Where the settings ask for it, every log line goes to standard error as JSON, too.
    """
    handler, log = _Failures(open_archive(settings).root), logging.getLogger("bias")
    log.addHandler(handler)
    try:
        with json_lines() if settings.json_logs else nullcontext():
            yield
    finally:
        log.removeHandler(handler)
        if handler.failed and handler.path:
            times = "once" if handler.failed == 1 else f"{handler.failed} times"
            notes.print(f"bias: the program failed {times}; {handler.path} says where and why")


@contextmanager
def json_lines() -> Iterator[None]:
    """Write what is logged while the block runs to standard error, a JSON object a line."""
    handler, log = logging.StreamHandler(sys.stderr), logging.getLogger("bias")
    handler.setFormatter(JsonLines())
    level = log.level
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)
