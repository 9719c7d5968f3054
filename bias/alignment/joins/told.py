"""Who takes part in what a passage tells, what is done, and whose words are cited.

All of it is read off the annotated articles: mentions of the entities of the event, predicates of
the clauses, and the speakers that attribution found.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bias.alignment.event_passages import EventPassage
from bias.alignment.terms.terms import stem_word
from bias.language.document import Document
from bias.language.read import documents
from bias.people.merge import merge_casts
from bias.records import Article, Cast, Mention, Part, Reading

Documents = Mapping[tuple[str, Part], Document]


class Told(NamedTuple):
    """What one passage tells, as far as its grammar and its names say."""

    speakers: frozenset[str]
    participants: frozenset[str]
    """Ids of the entities of the event that it mentions."""
    predicates: frozenset[str]
    """Stems of the verbs, and of the nouns and adjectives that a copula links."""


def read_told(
    passages: Sequence[EventPassage],
    articles: Sequence[Article],
    readings: Sequence[Reading],
    casts: Sequence[Cast],
) -> list[Told]:
    """Return what each passage tells; nothing at all where no cast or no reading is given."""
    if not casts or not readings:
        return []
    entities = _entities(casts)
    mentions = {cast.article: _by_part(cast.mentions) for cast in casts}
    texts = _documents(articles, readings)
    return [
        Told(
            speakers=frozenset(_named(_speakers(passage), passage, entities)),
            participants=frozenset(_named(_mentioned(passage, mentions), passage, entities)),
            predicates=frozenset(_predicates(passage, texts)),
        )
        for passage in passages
    ]


def _entities(casts: Sequence[Cast]) -> Mapping[tuple[str, str], str]:
    """Return for article and entity of its cast the entity of the event."""
    return {member: entity.id for entity in merge_casts(casts) for member in entity.members}


def _by_part(mentions: Sequence[Mention]) -> Mapping[Part, list[Mention]]:
    found: dict[Part, list[Mention]] = {part: [] for part in Part}
    for mention in sorted(mentions, key=lambda mention: mention.start):
        found[mention.part].append(mention)
    return found


def _documents(articles: Sequence[Article], readings: Sequence[Reading]) -> Documents:
    by_id = {article.id: article for article in articles}
    return {
        (reading.article, part): document
        for reading in readings
        if reading.article in by_id
        for part, document in documents(by_id[reading.article], reading).items()
    }


def _named(
    ids: Iterator[str], passage: EventPassage, entities: Mapping[tuple[str, str], str]
) -> Iterator[str]:
    keys = ((passage.ref.article, name) for name in ids)
    return (entities[key] for key in keys if key in entities)


def _speakers(passage: EventPassage) -> Iterator[str]:
    return (stretch.speaker for stretch in passage.voices if stretch.speaker)


def _mentioned(
    passage: EventPassage, mentions: Mapping[str, Mapping[Part, Sequence[Mention]]]
) -> Iterator[str]:
    inside = mentions.get(passage.ref.article, {}).get(passage.part, ())
    first = bisect_left(inside, passage.start, key=lambda mention: mention.start)
    last = bisect_left(inside, passage.end, key=lambda mention: mention.start)
    return (mention.entity for mention in inside[first:last])


def _predicates(passage: EventPassage, texts: Documents) -> Iterator[str]:
    document = texts.get((passage.ref.article, passage.part))
    if document is None or not document.parsed:
        return
    for token in document.tokens_in(passage.start, passage.end):
        if document.clause_at(token.index):
            yield stem_word(token.lemma.casefold())
