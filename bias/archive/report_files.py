"""One file of the reports, as a server sends it; the name is whatever a browser asked for."""

import re
from pathlib import PurePosixPath

from bias.archive.results import Archive
from bias.errors import UsageError
from bias.records import Record
from bias.storage import read_bytes

MEDIA_TYPES = {
    ".html": "text/html",
    ".json": "application/json",
    ".csv": "text/csv",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-cache",
}
"""What every report is sent with."""

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_HEAD = 2_000
_OWN_POLICY = re.compile(rb'http-equiv="Content-Security-Policy" content="([^"]*)"')
_CLOSED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class ReportFile(Record, frozen=True, kw_only=True):
    """What is sent for one address below the reports."""

    content: bytes
    media_type: str
    policy: str
    """Its Content-Security-Policy, which a page names itself: the one style and script it needs."""


def read_report(archive: Archive, path: str) -> ReportFile:
    """Return the file at a path below the reports; the front page for an empty one.

    Raises:
        UsageError: there is no such report.
        StorageError: it cannot be read.
    """
    parts = (path or "index.html").split("/")
    media_type = MEDIA_TYPES.get(PurePosixPath(parts[-1]).suffix)
    if media_type is None or not all(map(_NAME.fullmatch, parts)):
        message = "There is no such report."
        raise UsageError(message)
    content = read_bytes(archive.reports.joinpath(*parts), "There is no such report yet.")
    own = _OWN_POLICY.search(content[:_HEAD]) if media_type == "text/html" else None
    policy = own.group(1).decode() if own else _CLOSED
    return ReportFile(content=content, media_type=media_type, policy=policy)
