"""Who calls whom what: the names of each actor and happening, by outlet and voice."""

from collections import defaultdict
from collections.abc import Sequence

from bias.records import Naming, PassageRef, Record, Voice
from bias.report.outlets import OutletLook
from bias.report.plain import VOICES
from bias.report.reading import Reading
from bias.report.views.places import Place, place

MOST_ENTITIES = 12
MOST_NAMES = 8
MOST_LINKS = 6
"""Links to sentences printed for one name in one cell; the rest are counted."""


class Name(Record, frozen=True, kw_only=True):
    """One name for an actor, as one outlet uses it in one voice."""

    text: str
    voice: Voice
    voice_label: str
    count: int
    places: tuple[Place, ...]
    more: int
    """Uses beyond the places given."""
    only: bool
    """No other outlet of the event uses this name for the same actor or happening."""


class Cell(Record, frozen=True, kw_only=True):
    """What one outlet calls one actor: the most used first."""

    names: tuple[Name, ...]
    more: int
    """Names beyond those shown."""


class Entity(Record, frozen=True, kw_only=True):
    """One actor or happening and a cell for each outlet."""

    name: str
    kind: str
    mentions: int
    cells: tuple[Cell, ...]


class NamingsView(Record, frozen=True, kw_only=True):
    """The matrix, entities named differently first."""

    outlets: tuple[OutletLook, ...]
    entities: tuple[Entity, ...]
    hidden: int
    """Entities left out because fewer outlets name them."""


def namings_view(reading: Reading) -> NamingsView:
    """Return the matrix of namings: what at least two outlets name, most variously named first."""
    by_entity: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for naming in reading.comparison.namings:
        by_entity[naming.entity, naming.kind].append(naming)
    shared = [key for key, uses in by_entity.items() if len({use.outlet for use in uses}) > 1]
    shared.sort(key=lambda key: (-len(_heads(by_entity[key])), -len(by_entity[key]), key))
    looks = reading.outlets.pick(naming.outlet for naming in reading.comparison.namings)
    return NamingsView(
        outlets=looks,
        entities=tuple(
            _entity(reading, key, by_entity[key], looks) for key in shared[:MOST_ENTITIES]
        ),
        hidden=len(by_entity) - min(len(shared), MOST_ENTITIES),
    )


def _heads(uses: Sequence[Naming]) -> set[str]:
    return {use.head for use in uses}


def _entity(
    reading: Reading, key: tuple[str, str], uses: Sequence[Naming], looks: Sequence[OutletLook]
) -> Entity:
    users: dict[str, set[str]] = defaultdict(set)
    for use in uses:
        users[use.text.casefold()].add(use.outlet)
    single = {name for name, outlets in users.items() if len(outlets) == 1}
    return Entity(
        name=key[0],
        kind=key[1],
        mentions=len(uses),
        cells=tuple(
            _cell(reading, [use for use in uses if use.outlet == look.id], single) for look in looks
        ),
    )


def _cell(reading: Reading, uses: Sequence[Naming], single: set[str]) -> Cell:
    grouped: dict[tuple[str, Voice], list[Naming]] = defaultdict(list)
    for use in uses:
        grouped[use.text.casefold(), use.voice].append(use)
    ranked = sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    return Cell(
        names=tuple(_name(reading, group, key[0] in single) for key, group in ranked[:MOST_NAMES]),
        more=max(0, len(ranked) - MOST_NAMES),
    )


def _name(reading: Reading, uses: Sequence[Naming], only: bool) -> Name:
    refs = sorted({PassageRef(article=use.article, index=use.passage) for use in uses})
    places = tuple(place(reading, ref) for ref in refs if ref in reading.passages)
    return Name(
        text=uses[0].text,
        voice=uses[0].voice,
        voice_label=VOICES[uses[0].voice].label,
        count=len(uses),
        places=places[:MOST_LINKS],
        more=max(0, len(places) - MOST_LINKS),
        only=only,
    )
