"""Which event a missing article is on, by the titles it is known by."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bias.events.terms import content_stems
from bias.records import Article, Event
from bias.text import address_words

TITLE_SHARE = 0.4
"""Share of a missing article's title, by rarity of its words, that the event must hold.

Less than half, since a title has words of its own; to say wrongly that an outlet published nothing
is the worse mistake.
"""
MIN_SHARED_WORDS = 2
MIN_ADDRESS_WORDS = 3
"""Fewer words in an address name its section ("world-europe") rather than what it tells."""
LEAD_CHARS = 1_500
"""Characters of each article in which the words of a title are looked for."""


class Fitting:
    """Finds the event of a night that a title fits best."""

    def __init__(self, events: Sequence[Event], by_id: Mapping[str, Article]) -> None:
        """Take the events of a night and their articles."""
        self._events = events
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, event in enumerate(events):
            for stem in sorted(_event_stems(event, by_id)):
                self._holders[stem].append(number)

    def best(self, names: Iterable[frozenset[str]]) -> tuple[float, str]:
        """Return the share that the best event holds of one of the names, and the event's id.

        The share is 0 and the id empty where no event holds enough of any.
        """
        found = max((self._best(stems) for stems in names), default=(0.0, 0))
        share, place = found
        return (share, self._events[-place].id) if share >= TITLE_SHARE else (0.0, "")

    def _best(self, stems: frozenset[str]) -> tuple[float, int]:
        """Return the share of its best event, rare words counting more, and minus its number."""
        total = 0.0
        shared: Counter[int] = Counter()
        weight: dict[int, float] = defaultdict(float)
        for stem in sorted(stems):
            holders = self._holders.get(stem, ())
            rarity = math.log((2 + len(self._events)) / (1 + len(holders)))
            total += rarity
            for number in holders:
                shared[number] += 1
                weight[number] += rarity
        fitting = [number for number, count in shared.items() if count >= MIN_SHARED_WORDS]
        if not fitting or total <= 0:
            return 0.0, 0
        number = max(fitting, key=lambda number: (weight[number], -number))
        return weight[number] / total, -number


def name_stems(url: str, announced: str, own: str = "") -> list[frozenset[str]]:
    """Return the words of each name that says something: the announced title and the page's own.

    Both, since a page that stands before an article has a title that is not the article's. The
    words of the address stand in where nothing was announced.
    """
    stems = [content_stems(name) for name in (announced, own) if name]
    named = [each for each in stems if len(each) >= MIN_SHARED_WORDS]
    address = frozenset() if announced else content_stems(" ".join(address_words(url)))
    return [*named, address] if len(address) >= MIN_ADDRESS_WORDS else named


def _event_stems(event: Event, by_id: Mapping[str, Article]) -> frozenset[str]:
    members = (by_id[article] for article in event.articles if article in by_id)
    return content_stems(" ".join(f"{a.title} {a.text[:LEAD_CHARS]}" for a in members))
