"""Aligns the passages of one event: the stage's front door."""

from collections.abc import Sequence

from bias.alignment.candidates import PassageIndex
from bias.alignment.clashes import number_clashes
from bias.alignment.contrast import contrast
from bias.alignment.event_passages import EventPassage, event_passages
from bias.alignment.groups import FLOOR, group_passages
from bias.alignment.kinds import group_kind
from bias.alignment.omission import find_omissions, tellings_of
from bias.alignment.similarity import PassageSimilarity
from bias.records import (
    Alignment,
    Article,
    Contrast,
    Event,
    GapReason,
    PassageGroup,
    PassageRef,
    VoicedArticle,
    WireCopy,
)

NEAREST = 3
"""A passage is set against so many others of its group, the most similar ones."""


def align_event(
    event: Event,
    articles: Sequence[Article],
    voiced: Sequence[VoicedArticle],
    copies: Sequence[WireCopy] = (),
) -> Alignment:
    """Find which passages of an event tell the same thing, in what words, and who leaves it out.

    Args:
        event: the event.
        articles: its articles, trusted or not, in any order.
        voiced: one reading for each trusted article, in any order.
        copies: articles that are near copies of one wire text.
    """
    reading = _EventReading(event, articles, voiced, copies)
    groups = reading.groups()
    return Alignment(
        event=event.id,
        groups=groups,
        contrasts=reading.contrasts(groups),
        omissions=tuple(
            find_omissions(groups, tellings_of(reading.articles, copies), reading.nearest)
        ),
    )


class _EventReading:
    """The passages of one event and how similar they are."""

    def __init__(
        self,
        event: Event,
        articles: Sequence[Article],
        voiced: Sequence[VoicedArticle],
        copies: Sequence[WireCopy],
    ) -> None:
        read = {reading.article for reading in voiced}
        self.articles = sorted((a for a in articles if a.id in read), key=lambda a: a.id)
        self._copies = copies
        self._language = self.articles[0].language if self.articles else "en"
        self._passages = event_passages(self.articles, voiced)
        self._positions = {p.ref: position for position, p in enumerate(self._passages)}
        self._unknown = _unknown_outlets(event, articles, read)
        texts = [passage.text for passage in self._passages]
        self._similarity = PassageSimilarity(texts, self._language)
        profiles = [self._similarity.profile(text) for text in texts]
        self._index = PassageIndex(profiles, [p.ref.article for p in self._passages])
        self._pairs = self._index.pairs(FLOOR) if profiles else []
        self._known = {(pair.a, pair.b): pair.similarity for pair in self._pairs}

    def groups(self) -> tuple[PassageGroup, ...]:
        found = group_passages(self._pairs, [passage.ref for passage in self._passages])
        tellings = [[self._passages[i] for i in positions] for positions in found]
        across = [members for members in tellings if len({m.outlet for m in members}) > 1]
        across.sort(key=lambda members: (min(m.ref.index for m in members), members[0].ref))
        return tuple(self._group(f"g{n}", members) for n, members in enumerate(across, start=1))

    def contrasts(self, groups: Sequence[PassageGroup]) -> tuple[Contrast, ...]:
        found = [
            contrast(group.id, self._passages[a], self._passages[b], self._language)
            for group in groups
            for a, b in self._near_pairs([self._positions[ref] for ref in group.members])
        ]
        return tuple(sorted(found, key=lambda c: (-c.strength, c.a, c.b)))

    def nearest(self, group: PassageGroup, outlet: str) -> tuple[PassageRef | None, float]:
        """Return the outlet's passage that comes nearest to a group, and its similarity."""
        members = [self._positions[ref] for ref in group.members]
        theirs = [i for i, passage in enumerate(self._passages) if passage.outlet == outlet]
        if not theirs:
            return None, 0.0
        known = [(self._of(a, b), -b) for a in members for b in theirs]
        a, b = self._index.nearest(members, theirs)
        similarity, position = max([*known, (self._score(a, b), -b)])
        return self._passages[-position].ref, similarity

    def _group(self, name: str, members: Sequence[EventPassage]) -> PassageGroup:
        told_by = {member.outlet for member in members}
        trusted = {article.outlet for article in self.articles}
        positions = [self._positions[member.ref] for member in members]
        return PassageGroup(
            id=name,
            kind=group_kind(members, self._copies),
            members=tuple(member.ref for member in members),
            similarity=min(max(self._of(a, b) for b in positions if b != a) for a in positions),
            told_by=tuple(sorted(told_by)),
            not_told_by=tuple(sorted(trusted - told_by - self._unknown)),
            unknown=tuple(sorted(self._unknown - told_by)),
            number_clashes=number_clashes(members, self._language),
        )

    def _near_pairs(self, positions: Sequence[int]) -> list[tuple[int, int]]:
        """Return the pairs of different outlets among each passage's nearest."""
        pairs: set[tuple[int, int]] = set()
        for a in positions:
            others = [b for b in positions if self._passages[b].outlet != self._passages[a].outlet]
            others.sort(key=lambda b: (-self._of(a, b), b))
            pairs.update((min(a, b), max(a, b)) for b in others[:NEAREST])
        return sorted(pairs)

    def _of(self, a: int, b: int) -> float:
        return self._known.get((min(a, b), max(a, b)), 0.0)

    def _score(self, a: int, b: int) -> float:
        return self._similarity.score(self._passages[a].text, self._passages[b].text)


def _unknown_outlets(event: Event, articles: Sequence[Article], read: set[str]) -> set[str]:
    """Return the outlets of which an article on the event is missing or was not read."""
    missing = {gap.outlet for gap in event.gaps if gap.reason is not GapReason.NOT_PUBLISHED}
    return missing | {article.outlet for article in articles if article.id not in read}
