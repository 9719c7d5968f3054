"""What becomes of an exception that nobody foresaw: a sentence for the reader, a traceback for us.

Each stage has one place where it catches whatever a page, feed, outlet or event may raise, so that
the rest is done; that place asks here.
"""

import logging
import traceback

from bias.encoding import whole_text
from bias.errors import BiasError
from bias.log_fields import fields

MAX_CHARS = 200
"""Longest part of the message of an error that is not our own that a reader is shown."""

_log = logging.getLogger("bias")


def told(what: str, error: BaseException) -> str:
    """Write an error with its traceback into the log, and return it as a short sentence.

    Args:
        what: what failed, for the log: "the page https://herald.example/1".
        error: whatever was raised.
    """
    # Formatted here: a log file cannot be written where the message holds half a character.
    lines = traceback.format_exception(error)
    trace = whole_text("".join(lines)).rstrip()
    _log.error("%s failed\n%s", whole_text(what), trace, extra=fields())
    return brief(error)


def brief(error: BaseException) -> str:
    """Return an error in a few words on one line.

    >>> brief(ValueError("no such luck"))
    'ValueError: no such luck'
    >>> brief(KeyError())
    'KeyError'
    """
    words = " ".join(whole_text(str(error)).split())
    shown = words if isinstance(error, BiasError) else words[:MAX_CHARS]
    return f"{type(error).__name__}: {shown}" if words else type(error).__name__
