"""Who calls whom what: the names that outlets give the actors and happenings of an event."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from bias.attribution.voices import voice_at
from bias.records import Alignment, Article, Finding, Naming, Part, Voice, VoicedArticle
from bias.wording.actors import Found, find_names
from bias.wording.descriptions import Descriptions
from bias.wording.names import Sentence, sentences_of
from bias.wording.phrases import heads, naming_families, naming_words, phrase_at

_LONGEST_HEAD = 3
_OWN_WEIGHT = 1000  # own words decide; the words of others only break a tie


def find_namings(
    articles: Sequence[Article],
    voiced: Sequence[VoicedArticle],
    alignment: Alignment,
    findings: Sequence[Finding] = (),
) -> tuple[Naming, ...]:
    """Return the namings of an event's actors and happenings, by article, part and start.

    Persons are joined by surname, title, apposition and predicate; a description ("the tyrant")
    is joined with the person of its kind named last, else with the one named in aligned passages,
    and never with the speaker of the words. Loaded labels among the findings count as descriptions
    too. What is always called alike, and by one outlet only, is left out: it tells no difference.
    """
    by_id = {article.id: article for article in articles}
    readers = {reader.article: reader for reader in voiced}
    sentences = sentences_of(by_id, voiced)
    named = find_names(sentences)
    described = Descriptions(named, alignment, findings, readers).find(sentences)
    people = [*named, *described]
    taken = {(found.sentence.key, i) for found in people for i in found.indices}
    things = [found for sentence in sentences for found in _things(sentence, taken)]
    people_rows = [_naming(found, readers) for found in people]
    thing_rows = _call_by_commonest([_naming(found, readers) for found in things])
    return tuple(sorted(_telling([*people_rows, *thing_rows]), key=_place))


def _place(row: Naming) -> tuple[str, bool, int]:
    return row.article, row.part is Part.BODY, row.start


def _things(sentence: Sentence, taken: set[tuple[tuple[str, int], int]]) -> Iterable[Found]:
    """Yield what names a group or a happening, the longest head first."""
    index = 0
    while index < len(sentence.tokens):
        length, name = _head_at(sentence, index)
        family = naming_families().get(name)
        free = (sentence.key, index) not in taken and not _is_verb(sentence, index)
        if family and free and not family.person:
            phrase = phrase_at(sentence.text, sentence.tokens, index, length)
            yield Found(sentence, phrase, name, family.kind)
        index += max(length, 1)


def _is_verb(sentence: Sentence, index: int) -> bool:
    """Return whether a head is used as a verb: "are shooting", "to overthrow the mayor"."""
    tokens, words = sentence.tokens, naming_words()
    before = tokens[index - 1].low if index else ""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if before == "to":
        return after in words.determiners
    return before in words.being and tokens[index].low.endswith("ing")


def _head_at(sentence: Sentence, index: int) -> tuple[int, str]:
    for length in range(_LONGEST_HEAD, 0, -1):
        words = tuple(token.low for token in sentence.tokens[index : index + length])
        if words in heads():
            return len(words), heads()[words]
    return 0, ""


def _call_by_commonest(rows: Sequence[Naming]) -> list[Naming]:
    """Name each family after the head most used in own voice, the first in reading order."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counts[row.entity][row.head] += _OWN_WEIGHT if row.voice is Voice.OWN else 1
    names = {family: used.most_common(1)[0][0] for family, used in counts.items()}
    return [msgspec.structs.replace(row, entity=names[row.entity]) for row in rows]


def _naming(found: Found, readers: dict[str, VoicedArticle]) -> Naming:
    article, passage = found.sentence.article, found.sentence.passage
    tokens, phrase = found.sentence.tokens, found.phrase
    start, end = tokens[phrase.first].start, tokens[phrase.last].end
    return Naming(
        entity=found.entity,
        kind=found.kind,
        article=article.id,
        outlet=article.outlet,
        part=passage.part,
        start=start,
        end=end,
        text=found.sentence.text[start:end],
        head=found.head,
        modifiers=tuple(token.text.lower() for token in tokens[phrase.first : phrase.head]),
        voice=voice_at(readers[article.id], passage.part, tokens[phrase.head].start),
        passage=passage.index,
    )


def _telling(rows: Sequence[Naming]) -> list[Naming]:
    """Keep the entities that two outlets name, or that are called in more than one way."""
    outlets: dict[str, set[str]] = defaultdict(set)
    ways: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        outlets[row.entity].add(row.outlet)
        ways[row.entity].add(row.head)
    return [row for row in rows if len(outlets[row.entity]) > 1 or len(ways[row.entity]) > 1]
