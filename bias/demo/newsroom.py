"""The replayed newsroom: a coverage folder as news sites on loopback, in one night of your choice.

with Newsroom(BUNDLED, "2026-03-14") as newsroom:
    newsroom.write_outlets(Path("outlets.toml"))
    ...
"""

import re
import threading
from collections import Counter
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bias.coverage.outlets import format_outlets
from bias.demo.folder import BUNDLED, read_folder
from bias.demo.night import publication_times
from bias.demo.routes import Answer, Route, answer, build_routes
from bias.demo.server import PortTakenError, Server
from bias.demo.sites import declared_outlet, line_of, plan_sites
from bias.errors import StorageError, UsageError
from bias.records import Outlet

__all__ = ["BUNDLED", "Newsroom", "PortTakenError", "line_of", "open_newsroom"]

_OURS = "# Written by `bias newsroom`, which overwrites it.\n"
"""First line of a declaration that we wrote, by which it is told from a file of the user."""
_EDITION = re.compile(r"[12]\d{3}-\d{2}-\d{2}")
RUN_AT = time(2, 30)
"""Local time of the nightly run, which every answer is dated with."""


class Newsroom:
    """A coverage folder served on loopback until it is closed; a context manager."""

    def __init__(
        self,
        folder: Path,
        edition: str,
        port: int = 0,
        timezone: str = "Europe/London",
        slow_seconds: float = 1.5,
    ) -> None:
        """Read the folder and take the port (0 for any free one); nothing is answered yet.

        Raises:
            UsageError: the folder, edition, time zone or port cannot be had.
            DataError: not one line of the folder can be replayed.
        """
        zone, day = _zone(timezone), _day(edition)
        self.edition, self.timezone = edition, timezone
        stories, self.problems = read_folder(folder)
        """What is wrong with the lines left out; each names file, line and what to write."""
        starts = datetime.combine(day, RUN_AT, zone)
        sites = plan_sites(stories, publication_times(stories, day, zone), folder)
        self._server = Server(port, starts.astimezone(UTC), slow_seconds)
        self.address = self._server.address
        """Address of the newsroom, without a slash at its end."""
        self.outlets: tuple[Outlet, ...] = tuple(declared_outlet(s, self.address) for s in sites)
        """The declaration of every outlet, in the order of the folder."""
        self._urls = {item.story.line: self.address + item.path for s in sites for item in s.items}
        self._server.routes = build_routes(sites, self.address, starts, self.outlets_toml())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="newsroom", daemon=True
        )

    def start(self) -> Self:
        """Answer requests from now on, in the background."""
        self._thread.start()
        return self

    def close(self) -> None:
        """Stop answering and give the port back; closing twice does nothing."""
        self._server.closing.set()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def serve_until_stopped(self) -> None:
        """Wait until the program is interrupted, then close."""
        try:
            self._server.closing.wait()
        except KeyboardInterrupt:
            pass
        finally:
            self.close()

    def __enter__(self) -> Self:
        """Start answering."""
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    def url_of(self, line: int) -> str:
        """Return the address of the article on a line of the folder.

        Raises:
            UsageError: that line holds no article.
        """
        if line not in self._urls:
            message = f"line {line} of the coverage folder holds no article"
            raise UsageError(message)
        return self._urls[line]

    def outlets_toml(self) -> str:
        """Return the ``outlets.toml`` to fetch the newsroom with."""
        return format_outlets(self.outlets)

    def write_outlets(self, path: Path, *, overwrite: bool = False) -> None:
        """Write the ``outlets.toml`` to fetch the newsroom with.

        Raises:
            UsageError: there is a file that was not written here, and not ``overwrite``.
            StorageError: the file cannot be written.
        """
        text = _OURS + self.outlets_toml()
        try:
            ours = overwrite or not path.exists() or path.read_bytes().startswith(_OURS.encode())
            if not ours:
                message = f"{path} is there already and not ours; name another file (--outlets)"
                raise UsageError(message)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            message = f"cannot write {path}: {error.strerror}; check that its folder is writable"
            raise StorageError(message) from error

    def answer_otherwise(self, path: str, route: Route) -> None:
        """Answer a path in another way from now on: with a wall, a cut page, an error.

        ``route`` takes how often the path has been asked for, this time included.
        """
        self._server.routes[path] = route

    def answers(self, path: str) -> Answer:
        """Return what a path answers to its first request, without counting it."""
        return answer(self._server.routes, path, 1)

    def requests(self) -> Counter[str]:
        """Return how often each path has been asked for so far."""
        return Counter(self._server.asked)


def open_newsroom(
    folder: Path, edition: str, port: int = 0, timezone: str = "Europe/London"
) -> Newsroom:
    """Return a newsroom that already answers; the caller closes it.

    Raises:
        UsageError: the folder, edition, time zone or port cannot be had.
        DataError: not one line of the folder can be replayed.
    """
    return Newsroom(folder, edition, port, timezone).start()


def _day(edition: str) -> date:
    message = f"{edition!r} is no edition; write a date like 2026-03-14"
    if not _EDITION.fullmatch(edition):
        raise UsageError(message)
    try:
        return date.fromisoformat(edition)
    except ValueError as error:
        raise UsageError(message) from error


def _zone(timezone: str) -> ZoneInfo:
    try:
        return ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        message = f"{timezone!r} is no time zone; write one like Europe/London or UTC"
        raise UsageError(message) from error
