"""What of a collection gave no page, counted by the reason."""

from collections import Counter

from bias.imports.found import Skipped
from bias.records import Record

PLACES_NAMED = 3
"""Most places named for one reason."""


class LeftOut(Record, frozen=True, kw_only=True):
    """What gave no page, for one reason."""

    reason: str
    count: int
    places: tuple[str, ...]
    """The first few."""


class Log:
    """Counts what is left out, and remembers where the first were."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._counts: Counter[str] = Counter()
        self._places: dict[str, list[str]] = {}

    def note(self, skipped: Skipped, count: int = 1) -> None:
        """Note that a place gave no page, or ``count`` pages fewer than it might."""
        self._counts[skipped.reason] += count
        places = self._places.setdefault(skipped.reason, [])
        if len(places) < PLACES_NAMED:
            places.append(skipped.place)

    def rows(self) -> tuple[LeftOut, ...]:
        """Return what was noted, by reason."""
        return tuple(
            LeftOut(reason=reason, count=count, places=tuple(self._places[reason]))
            for reason, count in sorted(self._counts.items())
        )
