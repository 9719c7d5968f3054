"""What one outlet tells alone, with what comes nearest to it elsewhere."""

from collections import Counter

from bias.records import Only, Record
from bias.report.outlets import OutletLook
from bias.report.reading import Reading, Sentence
from bias.report.views.sure import sure_enough

MOST_OF_ONE = 3
"""Entries of one outlet; the JSON file holds all."""
MOST_OF_TWO = 6
"""Entries of each where only two are compared: there they are the heart of the page."""
_TWO = 2


class OnlyView(Record, frozen=True, kw_only=True):
    """Sentences of one outlet, told by no other that could be read whole."""

    outlet: OutletLook
    sentences: tuple[Sentence, ...]
    nearest: tuple[Sentence, ...]
    """The sentence of each other outlet that comes nearest, where one has any."""


def only_views(reading: Reading) -> tuple[OnlyView, ...]:
    """Return what is told by one outlet alone, by outlet, the weightiest first."""
    shown = [item for item in reading.comparison.alignment.only if sure_enough(item.confidence)]
    looks = reading.outlets.pick(item.outlet for item in shown)
    rank = {look.id: place for place, look in enumerate(looks)}
    trusted = sum(article.quality.trusted for article in reading.comparison.articles)
    most = MOST_OF_TWO if trusted == _TWO else MOST_OF_ONE
    kept: list[Only] = []
    count: Counter[str] = Counter()
    for item in sorted(shown, key=lambda item: (rank[item.outlet], -item.weight, item.passages)):
        count[item.outlet] += 1
        if count[item.outlet] <= most:
            kept.append(item)
    return tuple(_only(reading, item) for item in kept)


def _only(reading: Reading, item: Only) -> OnlyView:
    return OnlyView(
        outlet=reading.outlets[item.outlet],
        sentences=tuple(reading.sentence(ref) for ref in item.passages),
        nearest=tuple(reading.sentence(near.passage) for near in item.nearest if near.passage),
    )
