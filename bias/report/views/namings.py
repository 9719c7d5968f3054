"""Who calls whom what: the names of each actor, happening and thing, by outlet and voice."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bias.records import Naming, PassageRef, Record, Voice
from bias.report.outlets import OutletLook
from bias.report.plain import VOICES
from bias.report.reading import Reading
from bias.report.runs import Run
from bias.report.views.places import Place, place
from bias.text import fold, words

MOST_ENTITIES = 12
MOST_NAMES = 10
"""Names in one cell, loaded ones before others; the rest are counted."""
MOST_LINKS = 6
"""Links to sentences printed for one name in one cell; the rest are counted."""


class Name(Record, frozen=True, kw_only=True):
    """One name for an actor, as one outlet uses it in one voice."""

    runs: tuple[Run, ...]
    """As printed where it stands first, loaded words marked."""
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
    unclear: bool = False
    """No name of it was read here, yet one of its words is printed: it may be named after all."""
    wordless: bool = False
    """It has no name of its own, and none of the words that others have for it is printed here."""


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
    """Entities left out: named by all in one way, or beyond the first ones."""


def namings_view(reading: Reading) -> NamingsView:
    """Return the matrix of namings: what is named in more than one way.

    What several outlets name comes first, then what goes by more names.
    """
    by_entity: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for naming in reading.comparison.namings:
        by_entity[naming.entity, naming.kind].append(naming)
    count = len(by_entity)
    if len(_outlets(reading.comparison.namings)) > 1:
        joined = _joined(reading)
        by_entity = {
            key: uses if key[0][0].isupper() else _of_one_thing(reading, uses, joined)
            for key, uses in by_entity.items()
        }
    telling = [key for key, uses in by_entity.items() if _is_telling(uses)]
    telling.sort(key=lambda key: _rank(by_entity[key], key))
    looks = reading.outlets.pick(naming.outlet for naming in reading.comparison.namings)
    return NamingsView(
        outlets=looks,
        entities=tuple(
            _entity(reading, key, by_entity[key], looks) for key in telling[:MOST_ENTITIES]
        ),
        hidden=count - min(len(telling), MOST_ENTITIES),
    )


def _joined(reading: Reading) -> dict[PassageRef, set[str]]:
    """Return the ids of the passage groups that each passage stands in."""
    found: dict[PassageRef, set[str]] = defaultdict(set)
    for group in reading.comparison.alignment.groups:
        for ref in group.members:
            found[ref].add(group.id)
    return found


def _of_one_thing(
    reading: Reading, uses: Sequence[Naming], joined: Mapping[PassageRef, set[str]]
) -> list[Naming]:
    """Return the uses of a noun without a name that surely mean one thing: "visit", "meeting".

    These stand in passages of two outlets that tell the same; where one of them proves a word, its
    loaded uses elsewhere are taken, too.
    """
    outlets: dict[str, set[str]] = defaultdict(set)
    for use in uses:
        for group in joined.get(_passage(use), ()):
            outlets[group].add(use.outlet)
    shared = {group for group, told in outlets.items() if len(told) > 1}
    sure = [use for use in uses if shared & joined.get(_passage(use), set())]
    heads = _heads(sure)
    return [use for use in uses if use in sure or (use.head in heads and _loaded(reading, use))]


def _passage(use: Naming) -> PassageRef:
    return PassageRef(article=use.article, index=use.passage)


def _loaded(reading: Reading, use: Naming) -> bool:
    return any(run.note for run in reading.runs(use.article, use.part, use.start, use.end))


def _is_telling(uses: Sequence[Naming]) -> bool:
    """Tell whether it is named in two ways: where all say "Denver" there is nothing to see."""
    return len({(use.text.casefold(), use.head) for use in uses}) > 1


def _rank(
    uses: Sequence[Naming], key: tuple[str, str]
) -> tuple[bool, bool, int, int, tuple[str, str]]:
    """Sort what several outlets name first, things last, then what goes by more names."""
    single = len(_outlets(uses)) == 1
    return single, key[1] == "thing", -len(_heads(uses)), -len(uses), key


def _outlets(uses: Sequence[Naming]) -> set[str]:
    return {use.outlet for use in uses}


def _heads(uses: Sequence[Naming]) -> set[str]:
    return {use.head for use in uses}


def _entity(
    reading: Reading, key: tuple[str, str], uses: Sequence[Naming], looks: Sequence[OutletLook]
) -> Entity:
    users: dict[str, set[str]] = defaultdict(set)
    for use in uses:
        users[use.text.casefold()].add(use.outlet)
    single = {name for name, told in users.items() if len(told) == 1} if len(looks) > 1 else set()
    return Entity(
        name=key[0],
        kind=key[1],
        mentions=len(uses),
        cells=tuple(
            _cell(reading, [use for use in uses if use.outlet == look.id], single)
            or _silent(reading, look.id, uses)
            for look in looks
        ),
    )


def _silent(reading: Reading, outlet: str, uses: Sequence[Naming]) -> Cell:
    """Return the cell of an outlet that does not name it, or where that is not sure."""
    printed = {_singular(word) for word in reading.words(outlet)}
    shared = _names_words(uses) & printed
    unclear = bool(shared) and not _is_namesakes(reading, outlet, uses, shared)
    return Cell(
        names=(), more=0, unclear=unclear, wordless=not unclear and not uses[0].entity[0].isupper()
    )


def _is_namesakes(reading: Reading, outlet: str, uses: Sequence[Naming], shared: set[str]) -> bool:
    """Tell whether all that is printed of a name is the last name of another, named in full there.

    Whose first name is printed, or who may be meant with an honorific, is no such one.
    """
    first, *rest = words(fold(uses[0].entity))
    if not rest or shared != {_singular(rest[-1])}:
        return False
    if reading.words(outlet) & {first, *_HONORIFICS}:
        return False
    others = [
        use
        for use in reading.comparison.namings
        if use.outlet == outlet and use.entity[0].isupper() and use.entity != uses[0].entity
    ]
    full = [words(fold(use.text)) for use in others if words(fold(use.entity))[-1:] == rest[-1:]]
    return any(len(name) > 1 and name[-1] == rest[-1] for name in full)


_HONORIFICS = ("mr", "mrs", "ms", "miss")


def _names_words(uses: Sequence[Naming]) -> set[str]:
    """Return the last words of all its names, folded and without the ending of a plural."""
    names = {use.entity for use in uses} | {use.head for use in uses}
    return {_singular(fold(found[-1])) for name in names if (found := words(name))}


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _cell(reading: Reading, uses: Sequence[Naming], single: set[str]) -> Cell | None:
    if not uses:
        return None
    grouped: dict[tuple[str, Voice], list[Naming]] = defaultdict(list)
    for use in uses:
        grouped[use.text.casefold(), use.voice].append(use)
    names = [
        _name(reading, grouped[text, voice], text in single) for text, voice in sorted(grouped)
    ]
    names.sort(key=lambda name: -name.count)
    # Sorting is stable: of the names kept, loaded ones are never the ones to go.
    kept = sorted(names, key=lambda name: not any(run.note for run in name.runs))[:MOST_NAMES]
    return Cell(
        names=tuple(name for name in names if name in kept), more=max(0, len(names) - MOST_NAMES)
    )


def _name(reading: Reading, uses: Sequence[Naming], only: bool) -> Name:
    refs = sorted({_passage(use) for use in uses})
    places = tuple(place(reading, ref) for ref in refs if ref in reading.passages)
    return Name(
        runs=reading.runs(uses[0].article, uses[0].part, uses[0].start, uses[0].end),
        voice=uses[0].voice,
        voice_label=VOICES[uses[0].voice].label,
        count=len(uses),
        places=places[:MOST_LINKS],
        more=max(0, len(places) - MOST_LINKS),
        only=only,
    )
