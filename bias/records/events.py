"""Which articles are about one happening."""

from collections.abc import Collection

from msgspec import structs

from bias.records.base import Record
from bias.records.gaps import Gap

BY_HAND = "by-hand-"
"""How the ids of events begin that a person put together; they are no part of a night's figures."""


class Event(Record, frozen=True, kw_only=True):
    """Articles, from at least two outlets, about one happening."""

    id: str
    """Readable slug of the central title plus 6 hex digits, stable over re-runs; of an event that
    goes on, the id that it had before."""
    edition: str
    """ISO date of the nightly run."""
    title: str
    """Title of the most central trusted article."""
    articles: tuple[str, ...]
    """Ids, sorted."""
    outlets: tuple[str, ...]
    """Sorted, at least two."""
    gaps: tuple[Gap, ...] = ()
    """Expected articles on this event that are missing, and outlets that told nothing of it."""
    before: str = ""
    """The edition of the last night that told the same event, empty where it is new."""


class NightEvents(Record, frozen=True, kw_only=True):
    """The events of a night as they are kept: what is said of many events is kept once."""

    events: tuple[Event, ...]
    """Sorted by id, each with the gaps that are its own."""
    silences: tuple[Gap, ...] = ()
    """What is said of each outlet in every event that it neither told nor has a gap of its own in;
    sorted by outlet."""

    def whole(self, ids: Collection[str] | None = None) -> tuple[Event, ...]:
        """Return the events, each with a gap for every outlet that did not tell it.

        Args:
            ids: of the events that are wanted; all of them if ``None``.
        """
        wanted = [event for event in self.events if ids is None or event.id in ids]
        return tuple(map(self._with_silences, wanted))

    def _with_silences(self, event: Event) -> Event:
        known = {*event.outlets, *(gap.outlet for gap in event.gaps)}
        silent = [gap for gap in self.silences if gap.outlet not in known]
        gaps = tuple(sorted((*event.gaps, *silent), key=lambda gap: gap.outlet))
        return structs.replace(event, gaps=gaps)
