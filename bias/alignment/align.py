"""Aligns the passages of one event: the stage's front door."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations

import msgspec

from bias.alignment.alone import alone_confidences
from bias.alignment.candidates import Pair, PassageIndex
from bias.alignment.copied import shared_texts
from bias.alignment.core import core_terms, held_share, is_firm
from bias.alignment.differences.clashes import number_clashes
from bias.alignment.differences.contrast import TokenReader, contrast
from bias.alignment.differences.denials import denials
from bias.alignment.event_passages import EventPassage, event_passages
from bias.alignment.groups import Limits, group_passages
from bias.alignment.joins.find import find_pairs
from bias.alignment.joins.named import named_texts
from bias.alignment.joins.sentence_model import SentenceModel
from bias.alignment.joins.told import read_told
from bias.alignment.kinds import group_kind
from bias.alignment.omission import Trace, find_omissions, surely_joined, tellings_of
from bias.alignment.only import find_only
from bias.alignment.overlaps import overlapping_groups
from bias.alignment.similarity import PassageSimilarity, Profile, compare
from bias.languages import DEFAULT
from bias.records import (
    Alignment,
    Article,
    Cast,
    Contrast,
    Event,
    GapReason,
    Join,
    Only,
    PassageGroup,
    PassageRef,
    Reading,
    VoicedArticle,
    WireCopy,
)

SURE = 0.745
"""Confidence from which two passages are held to tell one thing."""
LIKELY = 0.6
"""Least average confidence between two clusters that are merged."""
NEAREST = 5
"""A passage is set word by word against so many others of its group, the most similar ones."""


def align_event(
    event: Event,
    articles: Sequence[Article],
    voiced: Sequence[VoicedArticle],
    copies: Sequence[WireCopy] = (),
    casts: Sequence[Cast] = (),
    readings: Sequence[Reading] = (),
    model: SentenceModel | None = None,
) -> Alignment:
    """Find which passages of an event tell the same thing, in what words, and who leaves it out.

    The order of the articles and readings does not matter.

    Args:
        event: the event, with its coverage gaps.
        articles: its articles, trusted or not.
        voiced: one reading for each trusted article.
        copies: articles that are near copies of one wire text.
        casts: who is who in each of them, so that "he" is compared as the name it stands for.
        readings: each of them annotated, so that who does what can be compared.
        model: reads words in their context; without one, rules alone say what is alike.
    """
    read = {reading.article for reading in voiced}
    trusted = sorted((a for a in articles if a.id in read), key=lambda article: article.id)
    aligner = _Aligner(trusted, voiced, copies, (casts, readings), model)
    groups = aligner.groups(_unknown_outlets(event, articles, read))
    return Alignment(
        event=event.id,
        groups=groups,
        contrasts=tuple(sorted(aligner.contrasts(groups), key=_strongest_first)),
        omissions=tuple(find_omissions(groups, tellings_of(trusted, copies), aligner.trace)),
        only=aligner.only(groups),
        model=aligner.model,
    )


class _Aligner:
    """The passages of one event, by position, and how similar they are."""

    def __init__(
        self,
        articles: Sequence[Article],
        voiced: Sequence[VoicedArticle],
        copies: Sequence[WireCopy],
        known: tuple[Sequence[Cast], Sequence[Reading]],
        model: SentenceModel | None,
    ) -> None:
        self._copies = copies
        self._outlets = {article.outlet for article in articles}
        self._language = articles[0].language if articles else DEFAULT
        self._passages = event_passages(articles, voiced)
        self._positions = {p.ref: position for position, p in enumerate(self._passages)}
        texts = named_texts(self._passages, known[0])
        found = find_pairs(
            self._passages,
            _profiles(texts, self._language),
            self._language,
            read_told(self._passages, articles, known[1], known[0]),
            texts,
            model,
        )
        at = list(zip(found.a.tolist(), found.b.tolist(), strict=True))
        self._known = dict(zip(at, found.similarity.tolist(), strict=True))
        self._sure = dict(zip(at, found.confidence.tolist(), strict=True))
        self._alone = alone_confidences(self._passages, found)
        self.model = found.model

    @cached_property
    def _profiles(self) -> Sequence[Profile]:
        """What every passage says, words for one thing taken for one."""
        texts = [passage.text for passage in self._passages]
        return _profiles(texts, self._language, concepts=True)

    @cached_property
    def _index(self) -> PassageIndex:
        return PassageIndex(self._profiles, [p.ref.article for p in self._passages])

    def groups(self, unknown: set[str]) -> tuple[PassageGroup, ...]:
        """Return the groups that reach over outlets, in reading order."""
        found = self._found()
        tellings = [[self._passages[i] for i in positions] for positions in found]
        across = [members for members in tellings if len({m.outlet for m in members}) > 1]
        across.sort(key=lambda members: (min(m.ref.index for m in members), members[0].ref))
        return tuple(
            msgspec.structs.replace(self._group(f"g{number}", members, unknown), copies=copies)
            for number, (members, copies) in enumerate(
                zip(across, shared_texts(across), strict=True), start=1
            )
        )

    def _found(self) -> list[tuple[int, ...]]:
        refs = [passage.ref for passage in self._passages]
        pairs = [Pair(a=a, b=b, similarity=sure) for (a, b), sure in self._sure.items()]
        limits = Limits(cutoff=SURE, join=LIKELY)
        return overlapping_groups(pairs, group_passages(pairs, refs, limits), refs, limits)

    def contrasts(self, groups: Sequence[PassageGroup]) -> Iterator[Contrast]:
        """Yield every passage against its nearest of other outlets, pair by pair."""
        read = TokenReader(self._language)
        for group in groups:
            for a, b in self._near_pairs([self._positions[ref] for ref in group.members]):
                found = contrast(group.id, self._passages[a], self._passages[b], read)
                yield msgspec.structs.replace(found, confidence=self._confidence(a, b))

    def only(self, groups: Sequence[PassageGroup]) -> tuple[Only, ...]:
        """Return what each outlet tells alone."""
        return find_only(self._passages, groups, self._alone, self._language)

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
            joined=surely_joined(group.joins, {p.ref.article: p.outlet for p in self._passages}),
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
            joins=tuple(self._joins(positions)),
            told_by=tuple(sorted(told_by)),
            not_told_by=tuple(sorted(self._outlets - told_by - unknown)),
            unknown=tuple(sorted(unknown - told_by)),
            number_clashes=number_clashes(members, self._language),
            denials=denied,
        )

    def _joins(self, positions: Sequence[int]) -> Iterator[Join]:
        for a, b in combinations(sorted(positions), 2):
            if self._passages[a].outlet != self._passages[b].outlet:
                yield Join(
                    a=self._passages[a].ref,
                    b=self._passages[b].ref,
                    similarity=self._of(a, b),
                    confidence=self._confidence(a, b),
                )

    def _near_pairs(self, positions: Sequence[int]) -> list[tuple[int, int]]:
        """Return the pairs of different outlets among each passage's nearest."""
        pairs: set[tuple[int, int]] = set()
        for a in positions:
            others = [b for b in positions if self._passages[b].outlet != self._passages[a].outlet]
            others.sort(key=lambda b: (-self._of(a, b), b))
            pairs.update((min(a, b), max(a, b)) for b in others[:NEAREST])
        return sorted(pairs)

    def _confidence(self, a: int, b: int) -> float:
        confidence: float = self._sure.get((min(a, b), max(a, b)), 0.0)
        return confidence

    def _of(self, a: int, b: int) -> float:
        similarity: float = self._known.get((min(a, b), max(a, b)), 0.0)
        return similarity


def _profiles(texts: Sequence[str], language: str, *, concepts: bool = False) -> list[Profile]:
    similarity = PassageSimilarity(texts, language, concepts=concepts)
    return [similarity.profile(text) for text in texts]


def _unknown_outlets(event: Event, articles: Sequence[Article], read: set[str]) -> set[str]:
    """Return the outlets of which an article on the event is missing or was not read."""
    missing = {gap.outlet for gap in event.gaps if gap.reason is not GapReason.NOT_PUBLISHED}
    return missing | {article.outlet for article in articles if article.id not in read}


def _strongest_first(found: Contrast) -> tuple[float, PassageRef, PassageRef]:
    return -found.strength, found.a, found.b
