"""Joins the casts of all articles of one event."""

from collections.abc import Sequence

import msgspec

from bias.languages import DEFAULT, by_clauses
from bias.people.cast import make_entity
from bias.people.families import join_families
from bias.people.figures import Figure, Figures, learn
from bias.people.forms.cast import learn_form
from bias.people.lexis import squeeze
from bias.people.same_description import join_descriptions, join_offices
from bias.people.same_name import join_names
from bias.records import Cast, Entity, Mention


def merge_casts(casts: Sequence[Cast], language: str = DEFAULT) -> tuple[Entity, ...]:
    """Return the entities of an event, each with its members; casts may come in any order.

    ``language`` is that of the event, ISO 639-1.
    """
    figures = Figures()
    owners: dict[tuple[str, str], Figure] = {}
    for cast in sorted(casts, key=lambda cast: cast.article):
        by_id = _add(figures, cast, owners, language)
        for a, b in cast.apart:
            by_id[a].apart.add(by_id[b].number)
    join_names(figures)
    join_descriptions(figures)
    join_offices(figures)
    join_families(figures)
    return _entities(figures, owners)


def _add(
    figures: Figures, cast: Cast, owners: dict[tuple[str, str], Figure], language: str
) -> dict[str, Figure]:
    by_id: dict[str, Figure] = {}
    for entity in cast.entities:
        by_id[entity.id] = owners[cast.article, entity.id] = figures.new()
        by_id[entity.id].kinds[entity.kind] += 1
        if entity.gender:
            by_id[entity.id].genders[entity.gender] += 1
    for mention in cast.mentions:
        figure = by_id[mention.entity]
        figure.mentions.append((cast.article, mention))
        kind = cast.entity(mention.entity).kind
        if by_clauses(language):
            learn(figure, mention, name_words(mention), kind)
        else:
            learn_form(figure, mention, name_words(mention), kind, language)
    return by_id


def name_words(mention: Mention) -> tuple[str, ...]:
    """Return the words of the name of a mention as they are compared."""
    words = [squeeze(word) for word in mention.name.replace("-", " ").replace("‑", " ").split()]
    return tuple(word for word in words if word)


def _entities(figures: Figures, owners: dict[tuple[str, str], Figure]) -> tuple[Entity, ...]:
    members: dict[int, list[tuple[str, str]]] = {}
    for key, figure in owners.items():
        members.setdefault(figures.at(figure.number).number, []).append(key)
    return tuple(
        msgspec.structs.replace(
            make_entity(f"e{i}", figures.at(number)), members=tuple(sorted(keys))
        )
        for i, (number, keys) in enumerate(members.items(), start=1)
    )
