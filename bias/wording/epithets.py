"""Joins "the under-siege tyrant" with the person it means, and with nobody where none is meant.

What a sentence itself says of who is who is known from the cast. Here remain the descriptions that
only the text around them explains: a ruler's other names, and loaded labels.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bias.attribution.voices import voice_span_at
from bias.language.word_classes import word_class
from bias.languages import DEFAULT
from bias.records import (
    AlignedEvent,
    Cast,
    Entity,
    EntityKind,
    Finding,
    Mention,
    MentionKind,
    Part,
    PassageRef,
    Voice,
    VoicedArticle,
    VoiceSpan,
)
from bias.text import fold
from bias.wording.passages_at import PassagesAt

Owners = Mapping[tuple[str, str], Entity]
Place = tuple[str, Part, int]
"""Article, part and first character of a mention."""

_NEAR = 3  # passages back in which the person whom a description means was named
_PERSONS = "person_labels"  # every label of this category is a person's
_VIEWS = frozenset({"ideological_labels", "extremism"})  # "the leftist", but not "the narrative"
_ANY_RULER = "leader"  # of a state, a party or a band: no sign that somebody heads a state


def join_epithets(
    aligned: AlignedEvent, owners: Owners, findings: Sequence[Finding]
) -> dict[Place, Entity]:
    """Return the descriptions that mean a person named near them, by their place."""
    event = _Event(aligned, owners, findings)
    return {
        (cast.article, mention.part, mention.start): meant
        for cast in aligned.casts
        for mention, meant in event.epithets(cast)
    }


class _Event:
    """Who is named where in an event, and which of its nouns are labels."""

    def __init__(self, aligned: AlignedEvent, owners: Owners, findings: Sequence[Finding]) -> None:
        self._owners = owners
        self._language = aligned.articles[0].language if aligned.articles else DEFAULT
        self._texts = {article.id: article for article in aligned.articles}
        self._readers = {reader.article: reader for reader in aligned.voiced}
        ends = {(f.article, f.part, f.end): f.category for f in findings}
        self._persons = {end for end, category in ends.items() if category == _PERSONS}
        self._views = {end for end, category in ends.items() if category in _VIEWS}
        self._named: dict[PassageRef, list[Mention]] = defaultdict(list)
        self._proper: set[str] = set()
        for cast in aligned.casts:
            self._note(cast, PassagesAt(self._readers[cast.article]))
        self._rulers = self._read_rulers()
        self._aligned: dict[PassageRef, list[PassageRef]] = defaultdict(list)
        for group in aligned.alignment.groups:
            for member in group.members:
                self._aligned[member] += [other for other in group.members if other != member]

    def _words(self, name: str) -> frozenset[str]:
        return word_class(name, language=self._language)

    def _note(self, cast: Cast, passages: PassagesAt) -> None:
        for mention in cast.mentions:
            entity = self._owners[cast.article, mention.entity]
            index = passages.index(mention.part, mention.head_start)
            if mention.kind is MentionKind.PROPER:
                self._proper.add(entity.id)
            if index is not None and mention.kind is not MentionKind.PRONOUN:
                self._named[PassageRef(article=cast.article, index=index)].append(mention)

    def _read_rulers(self) -> dict[str, set[str]]:
        """Return ruler's title → ids of the persons who are called so."""
        found: dict[str, set[str]] = defaultdict(set)
        for entity in {entity.id: entity for entity in self._owners.values()}.values():
            if entity.kind is EntityKind.PERSON and entity.id in self._proper:
                for office in entity.offices:
                    head = office.rpartition(" ")[2]
                    if head in self._words("ruler"):
                        found[head].add(entity.id)
        return found

    def epithets(self, cast: Cast) -> Iterator[tuple[Mention, Entity]]:
        """Yield the descriptions of an article that mean a person, with that person."""
        passages = PassagesAt(self._readers[cast.article])
        for mention in cast.mentions:
            index = passages.index(mention.part, mention.head_start)
            if index is not None and self._is_epithet(cast.article, mention):
                meant = self._meant(PassageRef(article=cast.article, index=index), mention)
                if meant is not None:
                    yield mention, meant

    def _is_epithet(self, article: str, mention: Mention) -> bool:
        if mention.kind is not MentionKind.NOMINAL or mention.plural:
            return False
        if self._owners[article, mention.entity].id in self._proper:
            return False
        if not self._points_back(article, mention):
            return False
        place = (article, mention.part, mention.head_end)
        views = place in self._views and mention.head.endswith(_view_holders())
        return mention.head in self._words("ruler") or place in self._persons or views

    def _points_back(self, article: str, mention: Mention) -> bool:
        before = self._texts[article].part_text(mention.part)[: mention.start].rsplit(maxsplit=1)
        word = before[-1].lower().strip("\"'“”‘’«»") if before else ""
        return word in self._words("points")

    def _meant(self, ref: PassageRef, mention: Mention) -> Entity | None:
        """Return the fitting person named last before, else the one in aligned passages."""
        span = self._span(ref.article, mention)
        fitting = self._fitting(mention)
        for other in self._before(ref, mention):
            entity = self._owners[ref.article, other.entity]
            fits = fitting is None or entity.id in fitting
            if fits and self._can_mean(ref.article, other, entity, span, fitting is not None):
                return entity
        return self._in_aligned(ref, fitting, span)

    def _fitting(self, mention: Mention) -> set[str] | None:
        """Return who is called a ruler, ``None`` where any person fits; nobody for "a former"."""
        if mention.head not in self._words("ruler"):
            return None
        if set(mention.modifiers) & self._words("not_in_office"):
            return set()
        states = {
            entity for head, held in self._rulers.items() if head != _ANY_RULER for entity in held
        }
        everybody = {entity for held in self._rulers.values() for entity in held}
        return self._rulers.get(mention.head) or states or everybody

    def _before(self, ref: PassageRef, mention: Mention) -> Iterator[Mention]:
        """Yield who is named before: the last in its sentence first, then further back."""
        here = [other for other in self._persons_in(ref) if other.end <= mention.start]
        yield from reversed([other for other in here if other.part is mention.part])
        for back in range(1, _NEAR + 1):
            earlier = PassageRef(article=ref.article, index=ref.index - back)
            yield from (m for m in self._persons_in(earlier) if m.part is mention.part)

    def _persons_in(self, ref: PassageRef) -> list[Mention]:
        return [m for m in self._named.get(ref, ()) if self._is_person(ref.article, m)]

    def _is_person(self, article: str, mention: Mention) -> bool:
        entity = self._owners[article, mention.entity]
        return entity.kind is EntityKind.PERSON and entity.id in self._proper

    def _can_mean(
        self,
        article: str,
        other: Mention,
        entity: Entity,
        span: VoiceSpan | None,
        is_ruler: bool,
    ) -> bool:
        """Tell whether words of one voice can mean a person named in another's.

        The outlet does not speak of whom a quotation names, nor the speaker of whom the outlet
        names, but of the one ruler both do. Nobody means the speaker of the words.
        """
        if span and is_same(entity, span.speaker):
            return False
        theirs = self._span(article, other)
        quotations = [s for s in (span, theirs) if s and s.voice is Voice.QUOTED]
        return is_ruler or not quotations or span == theirs

    def _in_aligned(
        self, ref: PassageRef, fitting: set[str] | None, span: VoiceSpan | None
    ) -> Entity | None:
        if fitting is None:
            return None
        found = {
            entity.id: entity
            for other in self._aligned.get(ref, ())
            for mention in self._persons_in(other)
            for entity in [self._owners[other.article, mention.entity]]
            if entity.id in fitting and not (span and is_same(entity, span.speaker))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _span(self, article: str, mention: Mention) -> VoiceSpan | None:
        reader: VoicedArticle = self._readers[article]
        return voice_span_at(reader, mention.part, mention.head_start)


def _view_holders() -> tuple[str, ...]:
    """Return how the words for a view end that name a person who holds it: "leftist"."""
    return tuple(sorted(word_class("view_holder_ending")))


def is_same(entity: Entity, speaker: str) -> bool:
    """Tell whether a speaker bears the last name of an entity."""
    return fold(entity.name).split()[-1] in fold(speaker).split()
