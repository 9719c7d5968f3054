"""Who and what is named: the mentions of an article, and the entities they mean."""

from enum import StrEnum

from bias.records.articles import Part
from bias.records.base import Record


class MentionKind(StrEnum):
    """What kind of words a mention is made of."""

    PROPER = "proper"
    """A name, with or without a title: "Rick Perry", "Governor Perry"."""
    NOMINAL = "nominal"
    """A description: "the under-siege tyrant"."""
    PRONOUN = "pronoun"


class EntityKind(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "person"
    GROUP = "group"
    """Several persons without an office of their own: "the protesters"."""
    ORGANISATION = "organisation"
    PLACE = "place"
    OBJECT = "object"
    HAPPENING = "happening"


class Mention(Record, frozen=True, kw_only=True):
    """Words that name somebody or something at a span of an article."""

    part: Part
    """The part that its spans point into."""
    start: int
    """First character in the part."""
    end: int
    """The noun phrase up to its head, without article, owner and what follows it."""
    head_start: int
    """First character of its head in the part."""
    head_end: int
    """Its head: the noun, or the last word of the name."""
    head: str
    """The head as it is compared: a noun's lemma, a name's last word folded."""
    modifiers: tuple[str, ...] = ()
    """Lower-case words before the head or the name, titles included."""
    behind: tuple[str, ...] = ()
    """Lower-case words of what follows the head with "of": "leader of Japan"."""
    kind: MentionKind
    """What kind of words it is made of."""
    entity: str
    """Id of the entity within the article."""
    name: str = ""
    """The name as printed, without titles ("Rick Perry"); empty for other kinds."""
    plural: bool = False
    """It names several."""
    definite: bool = False
    """Article, demonstrative or owner stands before it, or it is a name."""
    indefinite: bool = False
    """It speaks of any one ("a judge", "other nations") or of an office and nobody in it ("ran for
    president"), so it does not take up what was named before."""
    owner: str = ""
    """Last word, folded, of the name of whose it is said to be ("Comey's memos", "Trump campaign");
    empty for none."""


class Entity(Record, frozen=True, kw_only=True):
    """Somebody or something that is named once or more, in an article or over an event."""

    id: str
    """Unique in its cast, or in the event."""
    name: str
    """The fullest name, or the commonest description where nobody gives a name."""
    aliases: tuple[str, ...] = ()
    """Everything else it is called by name, sorted."""
    kind: EntityKind
    """What kind of thing it is."""
    gender: str = ""
    """``he`` or ``she`` where the text shows it, empty where not."""
    offices: tuple[str, ...] = ()
    """What it is said to be, in lower case and sorted: "cia director", "mayor"."""
    members: tuple[tuple[str, str], ...] = ()
    """Over an event: article and id in its cast of everything joined, sorted; else empty."""


class Cast(Record, frozen=True, kw_only=True):
    """The mentions of one article and the entities they mean."""

    article: str
    """Id of the article."""
    mentions: tuple[Mention, ...]
    """By part, then start."""
    entities: tuple[Entity, ...]
    """In the order of their first mention."""
    apart: tuple[tuple[str, str], ...] = ()
    """Pairs of ids that the text shows to be two: subject and object of one verb."""

    def entity(self, name: str) -> Entity:
        """Return the entity with this id.

        Raises:
            KeyError: there is none.
        """
        for entity in self.entities:
            if entity.id == name:
                return entity
        raise KeyError(name)

    def at(self, part: Part, start: int, end: int) -> Mention | None:
        """Return the mention that a span of text is about, ``None`` where none stands in it.

        Of several whose heads lie in the span, the one that shares most with it, a name before a
        description, then the first: "Ada Ray, the mayor" is about the mention "Ada Ray".
        """
        inside = [
            mention
            for mention in self.mentions
            if mention.part is part and start <= mention.head_start and mention.head_end <= end
        ]
        return min(inside, key=lambda m: _distance(m, start, end), default=None)


def _distance(mention: Mention, start: int, end: int) -> tuple[bool, int, int]:
    outside = abs(mention.start - start) + abs(end - mention.end)
    return mention.kind is not MentionKind.PROPER, outside, mention.start
