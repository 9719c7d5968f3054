"""Typed reads and atomic writes of what the stages leave for each other."""

from collections.abc import Collection, Iterable
from typing import cast

from bias.archive.contents import Contents
from bias.config import Settings
from bias.records import AlignedEvent, Article, Comparison, Event, NightEvents
from bias.storage import (
    ArticleOrGap,
    articles_and_gaps,
    read_json,
    read_lines,
    write_json,
    write_lines,
)

_KEPT = cast("type[NightEvents | list[Event]]", NightEvents | list[Event])
"""An edition of an earlier version is a list in which every event holds all its gaps."""


class Archive(Contents):
    """What is kept and what is reported: its paths, what is there, reads and writes."""

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

    def lost_its_pages(self, edition: str) -> bool:
        """Return whether an edition has articles but not one outlet's pages: they were pruned."""
        return not self.outlets_with_pages(edition) and any(
            isinstance(row, Article) for row in self.read_night(edition)
        )

    def write_night_events(self, edition: str, night: NightEvents) -> None:
        """Write the events of an edition."""
        write_json(self.events_path(edition), night)

    def write_events(self, edition: str, events: Iterable[Event]) -> None:
        """Write events with all their gaps as the events of an edition."""
        self.write_night_events(edition, NightEvents(events=tuple(events)))

    def read_events(self, edition: str, ids: Collection[str] | None = None) -> list[Event]:
        """Read the events of an edition, each with a gap for every outlet that did not tell it.

        Args:
            edition: ISO date.
            ids: of the events that are wanted; all of them if ``None``.

        Raises:
            UsageError: there is no such edition; the message lists those there are.
        """
        path, missing = self.events_path(edition), self.no_edition(edition)
        kept: NightEvents | list[Event] = read_json(path, _KEPT, missing)
        if isinstance(kept, list):
            return [event for event in kept if ids is None or event.id in ids]
        return list(kept.whole(ids))

    def edition_events(self, edition: str, ids: Collection[str] | None = None) -> list[Event]:
        """Read the events of an edition: the nightly ones, then those put together by hand.

        Args:
            edition: ISO date.
            ids: of the events that are wanted; all of them if ``None``.

        Raises:
            UsageError: there is no such edition.
        """
        by_hand = self.events_by_hand(edition)
        nightly = self.nightly_events(edition, ids) if by_hand else self.read_events(edition, ids)
        wanted = [event for event in by_hand if ids is None or event in ids]
        return nightly + [self._read_event_by_hand(edition, event) for event in wanted]

    def nightly_events(self, edition: str, ids: Collection[str] | None = None) -> list[Event]:
        """Read the events of an edition that nobody put together by hand; there may be none."""
        return self.read_events(edition, ids) if self.events_path(edition).exists() else []

    def write_event_articles(self, event: Event, articles: Iterable[Article]) -> None:
        """Write the articles of a nightly event, so that whoever works on it reads no others."""
        write_lines(self.event_articles_path(event.edition, event.id), articles)

    def read_event_articles(self, event: Event) -> list[Article]:
        """Read the articles of an event.

        Raises:
            UsageError: an outlet of the event has none in its edition.
            DataError: a line is broken; the message names it.
        """
        edition = event.edition
        if event.id in self.events_by_hand(edition):
            return articles_and_gaps(self.read_articles_by_hand(edition, event.id))[0]
        path = self.event_articles_path(edition, event.id)
        own = articles_and_gaps(read_lines(path, str(path)))[0] if path.exists() else []
        if {article.id for article in own}.issuperset(event.articles):
            return own
        # An edition of an earlier version, or one whose matching was stopped half-way.
        rows = [row for outlet in event.outlets for row in self.read_articles(edition, outlet)]
        return [row for row in articles_and_gaps(rows)[0] if row.id in event.articles]

    def _read_event_by_hand(self, edition: str, event: str) -> Event:
        path = self.by_hand_folder(edition, event) / "event.json"
        return read_json(path, Event, f"no event {event} in {edition}")

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
        missing = f"event {event} of {edition} not aligned"
        return read_json(self.alignment_path(edition, event), AlignedEvent, missing)

    def write_comparison(self, comparison: Comparison) -> None:
        """Write the comparison of one event."""
        write_json(self.comparison_path(comparison.event.edition, comparison.event.id), comparison)

    def read_comparison(self, edition: str, event: str) -> Comparison:
        """Read the comparison of one event.

        Raises:
            UsageError: there is none; the message says which was asked for.
        """
        missing = f"no comparison of event {event} in edition {edition}"
        return read_json(self.comparison_path(edition, event), Comparison, missing)


def open_archive(settings: Settings) -> Archive:
    """Return the archive that the settings name."""
    return Archive(settings.archive, settings.reports)
