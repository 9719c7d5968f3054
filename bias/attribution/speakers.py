"""Names who is cited: the seam to whoever knows the persons of an article."""

from bias.attribution.found import Source
from bias.attribution.unit import Unit
from bias.passages.persons.speakers import Speakers


def speaker_name(unit: Unit, source: Source, speakers: Speakers, said: str) -> str:
    """Return who a source is, several joined by ``and``; empty for a pronoun of nobody known."""
    names: list[str] = []
    for head in source.heads:
        name = speakers.resolve(_phrase_of(unit, source, head), said)
        if name and name not in names:
            names.append(name)
    return " and ".join(names)


def _phrase_of(unit: Unit, source: Source, head: int) -> str:
    """Return the words of a source that belong to one of its heads."""
    if len(source.heads) == 1:
        start, end = source.place
    else:
        places = sorted(unit.place(other) for other in source.heads)
        at = places.index(unit.place(head))
        start = source.place[0] if not at else _behind_joint(unit, places[at - 1], places[at])
        end = source.place[1] if at == len(places) - 1 else _joint(unit, places[at])
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
