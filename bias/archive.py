"""Where results live: one root for what is kept, one for the reports.

The only module that knows paths. A root is a folder or any address that fsspec knows
(``s3://bucket/prefix``).
"""

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from upath import UPath

from bias.errors import UsageError
from bias.records import AlignedEvent, Comparison, Event
from bias.storage import ArticleOrGap, decode, read_bytes, read_lines, write_json, write_lines

Table = str
TABLES: tuple[Table, ...] = ("findings", "scores", "namings", "gaps")

_EDITION = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}")


class Archive:
    """Paths, reads and atomic writes below the two roots."""

    def __init__(self, root: str, reports: str) -> None:
        """Name the roots; nothing is created until the first write."""
        self.root = UPath(root)
        self.reports = UPath(reports)

    # ------------------------------------------------------------ paths

    def pages_path(self, edition: str, outlet: str) -> UPath:
        """Return where the WARC of one outlet's pages lives."""
        return self.root / "pages" / _edition(edition) / f"{_name(outlet)}.warc.gz"

    def articles_path(self, edition: str, outlet: str) -> UPath:
        """Return where one outlet's articles and gaps live."""
        return self.root / "articles" / _edition(edition) / f"{_name(outlet)}.jsonl"

    def events_path(self, edition: str) -> UPath:
        """Return where the events of an edition live."""
        return self.root / "events" / f"{_edition(edition)}.json"

    def alignment_path(self, edition: str, event: str) -> UPath:
        """Return where the aligned passages of one event live."""
        return self.root / "alignments" / _edition(edition) / f"{_name(event)}.json"

    def comparison_path(self, edition: str, event: str) -> UPath:
        """Return where the comparison of one event lives."""
        return self.root / "comparisons" / _edition(edition) / f"{_name(event)}.json"

    def by_hand_folder(self, edition: str, event: str) -> UPath:
        """Return where the pages, articles and event of a comparison by hand live."""
        return self.root / "by_hand" / _edition(edition) / _name(event)

    def table_path(self, table: Table, edition: str) -> UPath:
        """Return where one tidy table of an edition lives."""
        return self.root / "tables" / table / f"edition={_edition(edition)}" / "part.parquet"

    def report_path(self, edition: str, event: str, suffix: str) -> UPath:
        """Return where a report of one event lives; ``suffix`` is ``html``, ``json`` or ``csv``."""
        return self.reports / _edition(edition) / f"{_name(event)}.{suffix}"

    def edition_index_path(self, edition: str) -> UPath:
        """Return where the front page of an edition lives."""
        return self.reports / _edition(edition) / "index.html"

    def index_path(self) -> UPath:
        """Return where the list of all editions lives."""
        return self.reports / "index.html"

    # ------------------------------------------------------------ what is there

    def editions(self) -> list[str]:
        """Return the editions that have nightly events, oldest first."""
        return [path.stem for path in _listing(self.root / "events", ".json")]

    def editions_with_reports(self) -> list[str]:
        """Return the editions that have a front page, newest first."""
        folders = [p for p in _listing(self.reports, "") if _EDITION.fullmatch(p.name)]
        return [p.name for p in reversed(folders) if (p / "index.html").exists()]

    def outlets_with_pages(self, edition: str) -> list[str]:
        """Return the ids of the outlets that were fetched for an edition, sorted."""
        folder = self.root / "pages" / _edition(edition)
        return [path.name.removesuffix(".warc.gz") for path in _listing(folder, ".warc.gz")]

    def outlets_with_articles(self, edition: str) -> list[str]:
        """Return the ids of the outlets whose pages were extracted for an edition, sorted."""
        return [
            path.stem for path in _listing(self.root / "articles" / _edition(edition), ".jsonl")
        ]

    def events_by_hand(self, edition: str) -> list[str]:
        """Return the ids of the events that were put together by hand, sorted."""
        folders = _listing(self.root / "by_hand" / _edition(edition), "")
        return [folder.name for folder in folders if (folder / "event.json").exists()]

    def forget_pages(self, before: str) -> list[str]:
        """Remove the kept pages of editions before a date; returns those editions, oldest first."""
        folders = [p for p in _listing(self.root / "pages", "") if p.name < _edition(before)]
        for folder in folders:
            for path in _listing(folder, ""):
                path.unlink()
            folder.rmdir()
        return [folder.name for folder in folders]

    def forget_events(self, edition: str, keep: Collection[str]) -> None:
        """Remove what was derived for events that the edition no longer has."""
        for folder in ("alignments", "comparisons"):
            _remove_others(self.root / folder / _edition(edition), keep)
        _remove_others(self.reports / _edition(edition), {*keep, "index"})

    # ------------------------------------------------------------ typed reads and writes

    def read_articles(self, edition: str, outlet: str) -> list[ArticleOrGap]:
        """Read one outlet's articles and gaps.

        Raises:
            UsageError: the edition has none from this outlet.
            DataError: a line is broken; the message names it.
        """
        missing = f"no articles of {outlet} in edition {edition}"
        return read_lines(self.articles_path(edition, outlet), missing)

    def read_night(self, edition: str) -> list[ArticleOrGap]:
        """Read the articles and gaps of all outlets of an edition, by outlet."""
        outlets = self.outlets_with_articles(edition)
        return [row for outlet in outlets for row in self.read_articles(edition, outlet)]

    def write_events(self, edition: str, events: Iterable[Event]) -> None:
        """Write the events of an edition."""
        write_json(self.events_path(edition), list(events))

    def read_events(self, edition: str) -> list[Event]:
        """Read the events of an edition.

        Raises:
            UsageError: there is no such edition; the message lists those there are.
        """
        known = ", ".join(self.editions()[-5:]) or "none yet"
        missing = f"no edition {edition} in {self.root} (newest: {known})"
        path = self.events_path(edition)
        return decode(read_bytes(path, missing), list[Event], str(path))

    def edition_events(self, edition: str) -> list[Event]:
        """Read the events of an edition: the nightly ones, then those put together by hand.

        Raises:
            UsageError: there is no such edition.
        """
        by_hand = self.events_by_hand(edition)
        nightly = [] if by_hand and edition not in self.editions() else self.read_events(edition)
        return nightly + [self._read_event_by_hand(edition, event) for event in by_hand]

    def _read_event_by_hand(self, edition: str, event: str) -> Event:
        path = self.by_hand_folder(edition, event) / "event.json"
        return decode(read_bytes(path, f"no event {event} in {edition}"), Event, str(path))

    def write_event_by_hand(self, event: Event, rows: Iterable[ArticleOrGap]) -> None:
        """Write an event that was put together by hand, with its articles and gaps."""
        folder = self.by_hand_folder(event.edition, event.id)
        write_lines(folder / "articles.jsonl", rows)
        write_json(folder / "event.json", event)

    def read_articles_by_hand(self, edition: str, event: str) -> list[ArticleOrGap]:
        """Read the articles and gaps of an event that was put together by hand.

        Raises:
            UsageError: there is none of that name.
        """
        missing = f"no event {event} put together by hand in edition {edition}"
        return read_lines(self.by_hand_folder(edition, event) / "articles.jsonl", missing)

    def write_alignment(self, aligned: AlignedEvent) -> None:
        """Write the aligned passages of one event."""
        write_json(self.alignment_path(aligned.event.edition, aligned.event.id), aligned)

    def read_alignment(self, edition: str, event: str) -> AlignedEvent:
        """Read the aligned passages of one event.

        Raises:
            UsageError: the event was not aligned.
        """
        path = self.alignment_path(edition, event)
        return decode(
            read_bytes(path, f"event {event} of {edition} not aligned"), AlignedEvent, str(path)
        )

    def write_comparison(self, comparison: Comparison) -> None:
        """Write the comparison of one event."""
        write_json(self.comparison_path(comparison.event.edition, comparison.event.id), comparison)

    def read_comparison(self, edition: str, event: str) -> Comparison:
        """Read the comparison of one event.

        Raises:
            UsageError: there is none; the message says which was asked for.
        """
        path = self.comparison_path(edition, event)
        missing = f"no comparison of event {event} in edition {edition}"
        return decode(read_bytes(path, missing), Comparison, str(path))


def _listing(folder: Any, suffix: str) -> list[Any]:
    if not folder.exists():
        return []
    return sorted(
        (p for p in folder.iterdir() if p.name.endswith(suffix) and not p.name.startswith(".")),
        key=lambda p: str(p.name),
    )


def _remove_others(folder: UPath, keep: Collection[str]) -> None:
    for path in _listing(folder, ""):
        if path.stem not in keep:
            path.unlink()


def _edition(edition: str) -> str:
    try:
        is_date = date.fromisoformat(edition).isoformat() == edition
    except ValueError:
        is_date = False
    if not is_date:
        message = f"{edition!r} is no edition; write a date like 2026-03-14"
        raise UsageError(message)
    return edition


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        message = f"{name!r} is no id of an outlet or event (lower-case letters, digits, hyphens)"
        raise UsageError(message)
    return name
