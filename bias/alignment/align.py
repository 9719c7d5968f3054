"""Aligns the passages of one event: the stage's front door."""

from collections.abc import Iterator, Sequence

from bias.alignment.candidates import PassageIndex
from bias.alignment.core import core_terms, held_share, is_firm
from bias.alignment.differences.clashes import number_clashes
from bias.alignment.differences.contrast import TokenReader, contrast
from bias.alignment.differences.denials import denials
from bias.alignment.event_passages import EventPassage, event_passages
from bias.alignment.groups import FLOOR, group_passages
from bias.alignment.kinds import group_kind
from bias.alignment.omission import Trace, find_omissions, tellings_of
from bias.alignment.quotations import join_quotations
from bias.alignment.similarity import PassageSimilarity, compare
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

NEAREST = 5
"""A passage is set word by word against so many others of its group, the most similar ones."""


def align_event(
    event: Event,
    articles: Sequence[Article],
    voiced: Sequence[VoicedArticle],
    copies: Sequence[WireCopy] = (),
) -> Alignment:
    """Find which passages of an event tell the same thing, in what words, and who leaves it out.

    The order of the articles and readings does not matter.

    Args:
        event: the event, with its coverage gaps.
        articles: its articles, trusted or not.
        voiced: one reading for each trusted article.
        copies: articles that are near copies of one wire text.
    """
    read = {reading.article for reading in voiced}
    trusted = sorted((a for a in articles if a.id in read), key=lambda article: article.id)
    aligner = _Aligner(trusted, voiced, copies)
    groups = aligner.groups(_unknown_outlets(event, articles, read))
    return Alignment(
        event=event.id,
        groups=groups,
        contrasts=tuple(sorted(aligner.contrasts(groups), key=_strongest_first)),
        omissions=tuple(find_omissions(groups, tellings_of(trusted, copies), aligner.trace)),
    )


class _Aligner:
    """The passages of one event, by position, and how similar they are."""

    def __init__(
        self,
        articles: Sequence[Article],
        voiced: Sequence[VoicedArticle],
        copies: Sequence[WireCopy],
    ) -> None:
        self._copies = copies
        self._outlets = {article.outlet for article in articles}
        self._language = articles[0].language if articles else "en"
        self._passages = event_passages(articles, voiced)
        self._positions = {p.ref: position for position, p in enumerate(self._passages)}
        texts = [passage.text for passage in self._passages]
        model = PassageSimilarity(texts, self._language)
        self._profiles = [model.profile(text) for text in texts]
        self._index = PassageIndex(self._profiles, [p.ref.article for p in self._passages])
        found = self._index.pairs(FLOOR)
        self._pairs = list(join_quotations(found, self._passages, self._language))
        self._known = {(pair.a, pair.b): pair.similarity for pair in self._pairs}

    def groups(self, unknown: set[str]) -> tuple[PassageGroup, ...]:
        """Return the groups that reach over outlets, in reading order."""
        found = group_passages(self._pairs, [passage.ref for passage in self._passages])
        tellings = [[self._passages[i] for i in positions] for positions in found]
        across = [members for members in tellings if len({m.outlet for m in members}) > 1]
        across.sort(key=lambda members: (min(m.ref.index for m in members), members[0].ref))
        return tuple(
            self._group(f"g{number}", members, unknown)
            for number, members in enumerate(across, start=1)
        )

    def contrasts(self, groups: Sequence[PassageGroup]) -> Iterator[Contrast]:
        """Yield every passage against its nearest of other outlets, pair by pair."""
        read = TokenReader(self._language)
        for group in groups:
            for a, b in self._near_pairs([self._positions[ref] for ref in group.members]):
                yield contrast(group.id, self._passages[a], self._passages[b], read)

    def trace(self, group: PassageGroup, outlet: str) -> Trace:
        """Return what an outlet outside a group has of what the group tells."""
        members = [self._positions[ref] for ref in group.members]
        theirs = [i for i, passage in enumerate(self._passages) if passage.outlet == outlet]
        told = [self._profiles[i] for i in members]
        core = core_terms(told)
        nearest, similarity = self._nearest(members, theirs)
        return Trace(
            firm=is_firm(core, told),
            held=held_share(core, [self._profiles[i] for i in theirs]),
            nearest=nearest,
            similarity=similarity,
        )

    def _nearest(
        self, members: Sequence[int], theirs: Sequence[int]
    ) -> tuple[PassageRef | None, float]:
        if not theirs:
            return None, 0.0
        a, b = self._index.nearest(members, theirs)
        candidates = [(compare(self._profiles[a], self._profiles[b]), -b)]
        candidates += [(self._of(member, other), -other) for member in members for other in theirs]
        similarity, position = max(candidates)
        return self._passages[-position].ref, similarity

    def _group(self, name: str, members: Sequence[EventPassage], unknown: set[str]) -> PassageGroup:
        told_by = {member.outlet for member in members}
        positions = [self._positions[member.ref] for member in members]
        denied = denials(members, self._language)
        return PassageGroup(
            id=name,
            kind=group_kind(members, self._copies, self._language, denied=bool(denied)),
            members=tuple(member.ref for member in members),
            similarity=min(max(self._of(a, b) for b in positions if b != a) for a in positions),
            told_by=tuple(sorted(told_by)),
            not_told_by=tuple(sorted(self._outlets - told_by - unknown)),
            unknown=tuple(sorted(unknown - told_by)),
            number_clashes=number_clashes(members, self._language),
            denials=denied,
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


def _unknown_outlets(event: Event, articles: Sequence[Article], read: set[str]) -> set[str]:
    """Return the outlets of which an article on the event is missing or was not read."""
    missing = {gap.outlet for gap in event.gaps if gap.reason is not GapReason.NOT_PUBLISHED}
    return missing | {article.outlet for article in articles if article.id not in read}


def _strongest_first(found: Contrast) -> tuple[float, PassageRef, PassageRef]:
    return -found.strength, found.a, found.b
