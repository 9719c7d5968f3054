"""What a log line is about: edition, stage, outlet, event; and log lines as JSON.

The names are those of :data:`NAMES`; ``event_id`` and not ``event``, because Airflow's own lines
call their message so.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

from bias.encoding import whole_text

NAMES = ("edition", "stage", "outlet", "event_id", "done", "seconds")
"""Fields of a line beside its time, level, logger and message."""

_about: ContextVar[Mapping[str, str]] = ContextVar("about", default={})  # noqa: B039 - never changed


@contextmanager
def about(**fields: str) -> Iterator[None]:
    """Let the lines that are logged while the block runs say what they are about."""
    token = _about.set({**_about.get(), **fields})
    try:
        yield
    finally:
        _about.reset(token)


def fields() -> dict[str, object]:
    """Return what lines are about here and now, as the ``extra`` of a log call."""
    return dict(_about.get())


def said_of(record: logging.LogRecord) -> dict[str, str]:
    """Return what a record is about."""
    return {name: getattr(record, name) for name in NAMES if hasattr(record, name)}


class JsonLines(logging.Formatter):
    """Writes each record as one JSON object on a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without its break."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": whole_text(record.getMessage()),
        }
        return json.dumps(said | said_of(record), ensure_ascii=False)
