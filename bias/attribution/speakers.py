"""Names who is cited, by whom the cast of the article says a phrase means."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from bias.attribution.found import Source
from bias.attribution.unit import Unit
from bias.language.word_classes import word_class
from bias.records import Cast, Entity, EntityKind, Mention, MentionKind, Part, Record
from bias.text import fold

_ARTICLE = re.compile(r"^(?:(?:both\s+)?(?:the|a|an)|both)\s+", re.IGNORECASE)
_PRONOUNS = word_class("person_pronoun", "object_pronoun") | {"its", "his", "their"}
_GENDERS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_NAME_WORDS = range(2, 4)
_OFTEN = 2
"""Times a single name is printed from which a pronoun can stand for it."""
_POSSESSIVE = re.compile(r"['’]s?$")


class Speaker(Record, frozen=True, kw_only=True):
    """Who is cited, as shown and as an entity of the cast; both empty for nobody known."""

    name: str = ""
    entity: str = ""


NOBODY = Speaker()


class Speakers:
    """Asks the cast who the phrases of one part mean."""

    def __init__(self, cast: Cast, part: Part) -> None:
        """Index the mentions of the part by their heads."""
        self._entities = {entity.id: entity for entity in cast.entities}
        self._mentions: dict[int, Mention] = {}
        self._named = {m.entity for m in cast.mentions if m.kind is MentionKind.PROPER}
        self._part = part
        self._below = {m.entity for m in cast.mentions if m.part is not Part.TITLE}
        """Whom the text below the title means; a name of the title alone may hold its verb."""
        self._acted: set[str] = set()
        self._times = Counter(m.entity for m in cast.mentions if m.kind is MentionKind.PROPER)
        self._epithets: dict[str, str] = {}
        self._called: dict[str, str] = {}
        self._joined: dict[str, str] = {}
        for mention in cast.mentions:
            proper = mention.kind is MentionKind.PROPER
            for word in mention.modifiers if proper else ():
                self._epithets.setdefault(fold(word), mention.entity)
            if mention.kind is MentionKind.NOMINAL:
                self._called.setdefault(mention.entity, fold(mention.head))
            if mention.part is part and (proper or mention.head_start not in self._mentions):
                self._mentions[mention.head_start] = mention
        self._persons = [
            m
            for m in cast.mentions
            if m.part is part
            and m.kind is MentionKind.PROPER
            and self._entities[m.entity].kind is EntityKind.PERSON
        ]
        self._starts = [mention.start for mention in self._persons]
        self._by_last = dict(self._last_names())
        self._tails = dict(self._tail_names())

    def _last_names(self) -> Iterator[tuple[str, Entity]]:
        """Yield the persons by last name, those with the shortest names first."""
        named = [e for e in self._entities.values() if e.id in self._named and e.name]
        for entity in sorted(reversed(named), key=lambda e: len(e.name.split())):
            if entity.kind is EntityKind.PERSON or entity.name.isupper():
                yield fold(entity.name.split()[-1]), entity

    def _tail_names(self) -> Iterator[tuple[str, str]]:
        """Yield by last name the full names that the cast takes for a body, or for part of one.

        ``The Labour Alliance of Marit Osk`` says who ``Osk`` is, where nothing else does.
        """
        for entity in self._entities.values():
            tail = entity.name.rpartition(" of ")[2].split()
            person = len(tail) in _NAME_WORDS and tail[-1].lower() not in word_class("body")
            if person and all(word[0].isupper() for word in tail):
                yield fold(tail[-1]), " ".join(tail)

    def speaker(self, unit: Unit, source: Source, said: str) -> Speaker:
        """Return who a source is, several joined by ``and``.

        A pronoun never stands for whom the words ``said`` name: hardly anybody quotes his own name.
        """
        found = [self._one(unit, source, head, fold(said)) for head in source.heads]
        names = list(dict.fromkeys(speaker.name for speaker in found if speaker.name))
        entity = found[0].entity if len(names) == 1 else ""
        return Speaker(name=" and ".join(names), entity=entity)

    def _one(self, unit: Unit, source: Source, head: int, said: str) -> Speaker:
        token = unit.doc.tokens[head]
        entity = self._entity(token.start)
        pronoun = token.pos == "PRON" and token.tag in ("PRP", "PRP$")
        if entity is None:
            return NOBODY if pronoun else Speaker(name=_bare(_phrase_of(unit, source, head)))
        gender = _GENDERS.get(token.lower, "")
        if pronoun and not self._is_known(entity, gender):
            return self._named_before(token.start, gender, entity, said)
        if pronoun and (self._is_own(entity, said) or _is_several(token.lower, entity)):
            return NOBODY
        shown_here = self._part is Part.TITLE and entity.id not in self._below
        if (shown_here or entity.id not in self._named) and not pronoun:
            return Speaker(name=_bare(_phrase_of(unit, source, head)), entity=entity.id)
        self._acted.add(entity.id)
        if _owned_body(unit, head, source):
            return Speaker(name=_bare(_phrase_of(unit, source, head)), entity=entity.id)
        return self._shown(entity)

    def _named_before(self, start: int, gender: str, entity: Entity, said: str) -> Speaker:
        """Return the person named last where the cast links a pronoun to nobody it introduces.

        ``A driver fled. He said …`` is the driver, whom the outlet does not name.
        """
        described = self._called.get(entity.id, "")
        unnamed = entity.id not in self._named and entity.name.lower() not in _PRONOUNS
        if described and unnamed:
            return Speaker(name=_bare(entity.name), entity=entity.id)
        for mention in reversed(self._persons[: bisect_left(self._starts, start)]):
            other = self._entities[mention.entity]
            if (
                self._is_full(other)
                and other.gender in ("", gender)
                and not self._is_own(other, said)
            ):
                return self._shown(other)
        return self._shown(entity) if entity.id in self._named else NOBODY

    def _is_full(self, entity: Entity) -> bool:
        """Tell a full name from none, and from a single word, which may be a place."""
        return entity.id in self._named and " " in entity.name

    def _is_known(self, entity: Entity, gender: str) -> bool:
        """Tell whom a pronoun can stand for though a longer name was printed last.

        A single last name that stands twice or shows a gender, and spoke or acted before, is hardly
        the place of ``Serrat barracks``.
        """
        if self._is_full(entity):
            return True
        person = entity.kind is EntityKind.PERSON and entity.id in self._named
        often = self._times[entity.id] >= _OFTEN
        sure = entity.id in self._acted and (often or entity.gender == gender != "")
        return person and sure and entity.gender in ("", gender)

    def _is_own(self, entity: Entity, said: str) -> bool:
        return bool(said) and fold(entity.name.split()[-1]) in said

    def _entity(self, start: int) -> Entity | None:
        """Return the entity whose head stands at a character.

        One without a name is whom an epithet names: the tyrant, where ``Tyrant Ray`` is printed.
        """
        mention = self._mentions.get(start)
        if mention is None:
            return None
        name = mention.entity
        name = self._joined.get(name, name)
        if name not in self._named:
            name = self._epithets.get(self._called.get(name, ""), name)
        return self._entities.get(name)

    def _shown(self, entity: Entity) -> Speaker:
        """Return an entity by name, without a date that stands before it: ``Thursday Ray``."""
        words = entity.name.split()
        if len(words) > 1 and words[0].lower() in word_class("date"):
            return self.labelled(" ".join(words[1:]))
        name = entity.name
        if entity.kind is EntityKind.PERSON and len(words) == 1:
            name = self._tails.get(fold(name), name)
        return Speaker(name=_bare(name), entity=entity.id)

    def acting(self, start: int) -> Speaker:
        """Return the person whose mention has its head at a character; nobody for a thing."""
        entity = self._entity(start)
        if entity is None or entity.kind is not EntityKind.PERSON:
            return NOBODY
        self._acted.add(entity.id)
        return NOBODY if entity.name.lower() in _PRONOUNS else self._shown(entity)

    def join(self, role: int, name: int) -> None:
        """Take the mentions with heads at two characters for one: a role and its name behind it."""
        one, other = self._mentions.get(role), self._mentions.get(name)
        if one is not None and other is not None and one.entity not in self._named:
            self._joined.setdefault(one.entity, other.entity)

    def labelled(self, label: str) -> Speaker:
        """Return who a signature or the label of a turn names: SMITH is the Ann Smith of the text.

        The name as printed stands for whom the cast does not know.
        """
        words = [word.strip(".,()") for word in label.split()]
        entity = self._by_last.get(fold(words[-1])) if words else None
        if entity is not None and not entity.name.isupper():
            return Speaker(name=entity.name, entity=entity.id)
        return Speaker(name=label.title() if label.isupper() else _bare(label))


def _is_several(pronoun: str, entity: Entity) -> bool:
    """Tell whether ``they`` was linked to one person: who they are is not known."""
    return pronoun == "they" and entity.kind is EntityKind.PERSON


def _owned_body(unit: Unit, head: int, source: Source) -> bool:
    """Tell ``the Dockers’ Union``, whose owner is part of its name, from ``Oslo’s Council``."""
    owners = (k for k in unit.kids(head) if k.dep in ("poss", "nmod") and k.tag in ("NNS", "NNPS"))
    body = unit.doc.tokens[head].lower in word_class("body")
    return body and any(source.place[0] <= unit.place(k.index) for k in owners)


def _bare(phrase: str) -> str:
    return _ARTICLE.sub("", _POSSESSIVE.sub("", " ".join(phrase.split())))


def _phrase_of(unit: Unit, source: Source, head: int) -> str:
    """Return the words of a source that belong to one of its heads."""
    start, end = source.place
    if len(source.heads) > 1:
        places = sorted(unit.place(other) for other in source.heads)
        at = places.index(unit.place(head))
        start = start if not at else _behind_joint(unit, places[at - 1], places[at])
        end = end if at == len(places) - 1 else _joint(unit, places[at])
    first, last = unit.items[start], unit.items[end - 1]
    return unit.doc.text[first.start : last.end]


def _joint(unit: Unit, i: int) -> int:
    end = i + 1
    while unit.is_word(end) and unit.lower(end) not in ("and", "or"):
        end += 1
    return end


def _behind_joint(unit: Unit, before: int, i: int) -> int:
    joints = [j for j in range(before, i) if unit.lower(j) in ("and", "or", ",")]
    return joints[-1] + 1 if joints else i
