"""Entities in the making: what is known of each, and which may still be joined."""

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator

from bias.people.lexis import SKIPPED, genders, head_kinds, noun_kind, squeeze, title_kind
from bias.people.names import Words
from bias.records import EntityKind, Mention, MentionKind

Office = tuple[str, frozenset[str]]
"""A head noun and the words before or behind it: ("director", {"cia", "former"})."""

_SURE = 3
_ANYBODY = frozenset({"person", "individual", "somebody", "someone"})
"""Who is called so by one sentence is not meant by the next one that speaks of a person."""
_WHOLE = {
    "gov": "governor", "sen": "senator", "rep": "representative", "lt": "lieutenant",
    "gen": "general", "pres": "president",
}  # fmt: skip
"""Titles that are printed short before a name, and what they are called elsewhere."""
_FULL_NAME = range(2, 4)


class Figure:
    """One entity in the making."""

    def __init__(self, number: int) -> None:
        """Begin with nothing known."""
        self.number = number
        self.mentions: list[tuple[str, Mention]] = []
        """Article and mention, in reading order."""
        self.names: Counter[Words] = Counter()
        self.kinds: Counter[EntityKind] = Counter()
        self.genders: Counter[str] = Counter()
        self.offices: set[Office] = set()
        self.apart: set[int] = set()
        """Numbers of figures that the text shows to be others."""

    @property
    def kind(self) -> EntityKind:
        """What most of its mentions take it for."""
        best = max(self.kinds.values(), default=0)
        likely = EntityKind.PERSON if len(self.fullest) in _FULL_NAME else EntityKind.OBJECT
        return next((k for k in EntityKind if self.kinds[k] == best and best), likely)

    @property
    def gender(self) -> str:
        """The gender that shows, empty for none or for both."""
        he, she = self.genders["he"], self.genders["she"]
        return "he" if he > 2 * she else "she" if she > 2 * he else ""

    @property
    def fullest(self) -> Words:
        """Its longest name, the commonest of these; empty for one without a name."""
        return max(self.names, key=lambda w: (len(w), self.names[w], w), default=())

    @property
    def is_person(self) -> bool:
        """Whether it is taken for one person."""
        return self.kind is EntityKind.PERSON

    def take(self, other: "Figure") -> None:
        """Take over all that is known of another figure."""
        more, fewer = sorted((self.mentions, other.mentions), key=len, reverse=True)
        for row in fewer:
            insort(more, row, key=_row_place)
        self.mentions = more
        self.names += other.names
        self.kinds += other.kinds
        self.genders += other.genders
        self.offices |= other.offices
        self.apart |= other.apart


def _row_place(row: tuple[str, Mention]) -> tuple[str, tuple[int, int]]:
    return row[0], place_of(row[1])


def place_of(mention: Mention) -> tuple[int, int]:
    """Return where a mention stands in its article, for sorting."""
    return ("title", "standfirst", "body").index(mention.part.value), mention.start


class Figures:
    """All figures of an article or an event; joining two makes them one."""

    def __init__(self) -> None:
        """Begin with none."""
        self._figures: list[Figure] = []
        self._into: list[int] = []

    def new(self) -> Figure:
        """Add a figure of which nothing is known."""
        figure = Figure(len(self._figures))
        self._figures.append(figure)
        self._into.append(figure.number)
        return figure

    def at(self, number: int) -> Figure:
        """Return the figure that the one with this number has become."""
        while self._into[number] != number:
            self._into[number] = self._into[self._into[number]]
            number = self._into[number]
        return self._figures[number]

    def __iter__(self) -> Iterator[Figure]:
        """Yield the figures that are left, in the order in which they were made."""
        return (f for f in self._figures if self._into[f.number] == f.number)

    def join(self, a: Figure, b: Figure, *, sure: bool = False) -> bool:
        """Make two figures one; ``False`` where the text shows them to be two.

        What is ``sure``, such as the same full name, overrules that.
        """
        a, b = self.at(a.number), self.at(b.number)
        if a is b:
            return True
        if not sure and self.are_apart(a, b):
            return False
        first, second = (a, b) if a.number < b.number else (b, a)
        first.take(second)
        self._into[second.number] = first.number
        return True

    def are_apart(self, a: Figure, b: Figure) -> bool:
        """Tell whether the text shows two figures to be two."""
        return b.number in self._roots(a.apart) or a.number in self._roots(b.apart)

    def _roots(self, numbers: Iterable[int]) -> set[int]:
        return {self.at(number).number for number in numbers}


def learn(figure: Figure, mention: Mention, words: Words, label: EntityKind | None) -> None:
    """Add what a mention shows of a figure: its name, its kind, its gender, its offices."""
    before = [squeeze(word) for word in mention.modifiers]
    if mention.kind is MentionKind.PROPER:
        figure.names[words] += 1
        _learn_name(figure, before, words, label)
    elif mention.kind is MentionKind.NOMINAL:
        kind = noun_kind(mention.head)
        if kind == "person" and mention.plural:
            kind = "group"
        if kind not in SKIPPED:  # what stands in capitals may be named by such a noun all the same
            figure.kinds[EntityKind(kind)] += 1
        if kind == "person" and mention.head not in _ANYBODY:
            figure.offices.add((mention.head, frozenset([*before, *mention.behind])))
        if kind == "person":
            figure.genders[genders().get(mention.head, "")] += 1
    del figure.genders[""]


def _learn_name(figure: Figure, before: list[str], words: Words, label: EntityKind | None) -> None:
    titled = [i for i, word in enumerate(before) if title_kind(word)]
    if titled:
        figure.kinds[EntityKind.PERSON] += _SURE
        for i in titled:
            figure.genders[genders().get(before[i].rstrip("."), "")] += 1
        last = before[titled[-1]]
        if title_kind(last) != "honorific":
            figure.offices.add((_WHOLE.get(last, last), frozenset(before[: titled[-1]])))
    kind = head_kinds().get(words[-1], "") if words else ""
    if label is not None:
        figure.kinds[label] += 1
    if kind in ("group", "organisation", "place", "happening") and len(words) > 1:
        figure.kinds[EntityKind(kind)] += _SURE
