"""The labelled sets of names, and which naming is which labelled mention."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.texts import read_rows
from bias.records import Article, Event, Part, Quality

SETS = ("newswcl50", "ecbplus")
_NOUNS = ("NOUN", "PROPN")


class LabelledDocument(msgspec.Struct, frozen=True):
    """A text, and the spans of it that were labelled (``None``: all)."""

    id: str
    outlet: str
    title: str
    text: str
    annotated: tuple[tuple[str, int, int], ...] | None


class LabelledMention(msgspec.Struct, frozen=True):
    """A span that names an entity, with the span of its head."""

    doc: str
    part: str
    start: int
    end: int
    text: str
    entity: str
    type: str
    coreferent: bool
    head: tuple[int, int]
    pos: str
    surface: str


class LabelledEvent(msgspec.Struct, frozen=True):
    """The texts of one event, and all that is named in them."""

    event: str
    documents: tuple[LabelledDocument, ...]
    mentions: tuple[LabelledMention, ...]

    def gold(self) -> list[LabelledMention]:
        """Return the mentions with a noun as head that name one entity."""
        return [m for m in self.mentions if m.coreferent and m.pos in _NOUNS]

    def articles(self) -> dict[str, Article]:
        """Return the texts as trusted articles by id."""
        return {
            d.id: Article(
                id=d.id,
                outlet=d.outlet,
                url=f"https://{i}.example/",
                title=d.title,
                text=d.text,
                quality=Quality(trusted=True, words=len(d.text.split())),
            )
            for i, d in enumerate(self.documents)
        }

    def record(self) -> Event:
        """Return the event of these texts."""
        return Event(
            id="event",
            edition="2026-01-01",
            title=self.documents[0].title,
            articles=tuple(sorted(d.id for d in self.documents)),
            outlets=tuple(sorted({d.outlet for d in self.documents})),
        )


class Named(msgspec.Struct, frozen=True):
    """A naming as it is compared with the labels."""

    doc: str
    part: Part
    start: int
    end: int
    points: tuple[tuple[int, int], ...]
    """Spans of its head and of its last word."""
    entity: str
    text: str


def read_events(data: Path, name: str) -> list[LabelledEvent]:
    """Return the events of a labelled set."""
    return read_rows(data / "names" / f"{name}.jsonl.gz", LabelledEvent)


def inside(event: LabelledEvent, named: Iterable[Named]) -> Iterator[Named]:
    """Yield the namings that stand in what was labelled."""
    spans = {d.id: d.annotated for d in event.documents}
    for one in named:
        labelled = spans[one.doc]
        if labelled is None or any(
            part == one.part and start <= one.start and one.end <= end
            for part, start, end in labelled
        ):
            yield one


def match(gold: Sequence[LabelledMention], named: Sequence[Named]) -> dict[int, Named]:
    """Return mention number → naming, one to one, best overlap first.

    A naming matches where the labelled head lies in it and its own head or last word in the
    mention.
    """
    pairs = [
        (_overlap(mention, one), -i, -j)
        for i, mention in enumerate(gold)
        for j, one in enumerate(named)
        if _matches(mention, one)
    ]
    found: dict[int, Named] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in found and -j not in taken:
            found[-i] = named[-j]
            taken.add(-j)
    return found


def _matches(mention: LabelledMention, one: Named) -> bool:
    if (mention.doc, mention.part) != (one.doc, one.part):
        return False
    start, end = mention.head
    return (
        one.start <= start
        and end <= one.end
        and any(mention.start <= a and b <= mention.end for a, b in one.points)
    )


def _overlap(mention: LabelledMention, one: Named) -> float:
    shared = min(mention.end, one.end) - max(mention.start, one.start)
    return shared / (max(mention.end, one.end) - min(mention.start, one.start))
