"""Who calls whom what: the names that outlets give the actors and things of an event."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Literal

import msgspec

from bias.attribution.voices import voice_at
from bias.language.word_classes import word_class
from bias.people.lexis import squeeze, title_kind
from bias.records import (
    AlignedEvent,
    Article,
    Entity,
    EntityKind,
    Finding,
    Mention,
    MentionKind,
    Naming,
    Part,
    Voice,
    VoicedArticle,
)
from bias.wording.epithets import Place as At
from bias.wording.epithets import join_epithets
from bias.wording.passages_at import PassagesAt

_OWN_WEIGHT = 1000  # own words decide; the words of others only break a tie
_PART_ORDER = {part: place for place, part in enumerate(Part)}
_KINDS: dict[EntityKind, Literal["happening", "thing"]] = {
    EntityKind.HAPPENING: "happening",
    EntityKind.OBJECT: "thing",
}


def find_namings(aligned: AlignedEvent, findings: Sequence[Finding] = ()) -> tuple[Naming, ...]:
    """Return the namings of an event's actors and things, by article, part and start.

    Everything that the cast of the event joins stands under one entity. A description that the
    texts join with nobody ("the tyrant"), loaded labels among the findings included, is given to
    the person named last, and never to the speaker of the words. What is always called alike, and
    by one outlet only, is left out: it tells no difference.
    """
    owners = {member: entity for entity in aligned.people for member in entity.members}
    given = join_epithets(aligned, owners, findings)
    rows = list(_rows(aligned, owners, given))
    names = _names(rows, aligned.people)
    named = [msgspec.structs.replace(row, entity=names[row.entity]) for row in _telling(rows)]
    return tuple(sorted(named, key=_place))


def _place(row: Naming) -> tuple[str, int, int, int]:
    return row.article, _PART_ORDER[row.part], row.start, -row.end


def _rows(
    aligned: AlignedEvent,
    owners: Mapping[tuple[str, str], Entity],
    given: Mapping[At, Entity],
) -> Iterator[Naming]:
    """Yield the naming of every mention; its entity is the id yet."""
    articles = {article.id: article for article in aligned.articles}
    readers = {reader.article: reader for reader in aligned.voiced}
    for cast in aligned.casts:
        passages = PassagesAt(readers[cast.article])
        for mention in cast.mentions:
            index = passages.index(mention.part, mention.head_start)
            if mention.kind is MentionKind.PRONOUN or index is None:
                continue
            place = (cast.article, mention.part, mention.start)
            entity = given.get(place) or owners[cast.article, mention.entity]
            article, reader = articles[cast.article], readers[cast.article]
            yield _naming(article, reader, mention, entity, index)


def _naming(
    article: Article, reader: VoicedArticle, mention: Mention, entity: Entity, passage: int
) -> Naming:
    text = article.part_text(mention.part)[mention.start : mention.end]
    head, modifiers = _head(mention, text, article.language)
    return Naming(
        entity=entity.id,
        kind=_KINDS.get(entity.kind, "actor"),
        article=article.id,
        outlet=article.outlet,
        part=mention.part,
        start=mention.start,
        end=mention.end,
        text=text,
        head=head,
        modifiers=modifiers,
        voice=voice_at(reader, mention.part, mention.head_start),
        passage=passage,
    )


def _head(mention: Mention, text: str, language: str) -> tuple[str, tuple[str, ...]]:
    """Return the head and the words before it; of "opposition leader Ana Lopes" it is "leader"."""
    if mention.kind is MentionKind.NOMINAL:
        return text[mention.head_start - mention.start :].lower(), mention.modifiers
    titles = [
        i for i, w in enumerate(mention.modifiers) if title_kind(squeeze(w), language) in _ROLES
    ]
    if titles:
        return mention.modifiers[titles[-1]], mention.modifiers[: titles[-1]]
    return mention.name.lower(), mention.modifiers


_ROLES = ("office", "role")


def _names(rows: Sequence[Naming], entities: Iterable[Entity]) -> dict[str, str]:
    """Return id → the name that a row of the comparison bears; no two are alike.

    Who is named goes by the name, the rest by the head most used in own voice, then by the
    commonest words, then by a number behind them.
    """
    called: dict[str, Counter[str]] = defaultdict(Counter)
    described: dict[str, Counter[str]] = defaultdict(Counter)
    named: set[str] = set()
    for row in rows:
        weight = _OWN_WEIGHT if row.voice is Voice.OWN else 1
        called[row.entity][row.head] += weight
        described[row.entity][row.text.lower()] += weight
    names: dict[str, str] = {}
    for entity in entities:
        heads, texts = called[entity.id], described[entity.id]
        if heads:
            choices = [_commonest(heads), _commonest(texts)]
            if entity.name and entity.name[0].isupper():
                choices.insert(0, entity.name)
            names[entity.id] = _unused(choices, named)
            named.add(names[entity.id])
    return names


def _commonest(counts: Counter[str]) -> str:
    return counts.most_common(1)[0][0]


def _unused(choices: Sequence[str], named: set[str]) -> str:
    for choice in choices:
        if choice not in named:
            return choice
    numbered = (f"{choices[-1]} ({number})" for number in count(2))
    return next(name for name in numbered if name not in named)


def _telling(rows: Sequence[Naming]) -> list[Naming]:
    """Keep the entities that two outlets name, or that are called in more than one way.

    "People" and "the country" mean nobody in particular.
    """
    outlets: dict[str, set[str]] = defaultdict(set)
    ways: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        outlets[row.entity].add(row.outlet)
        ways[row.entity].add(row.head)
    return [
        row
        for row in rows
        if (len(outlets[row.entity]) > 1 or len(ways[row.entity]) > 1)
        and not ways[row.entity] <= word_class("means_any")
    ]
