"""Finds in what two passages differ that tell one thing: the front door of this folder."""

from collections.abc import Iterable, Iterator

import msgspec

from bias.alignment.oppositions.actions import actions
from bias.alignment.oppositions.agency import agencies
from bias.alignment.oppositions.certainty import certainties
from bias.alignment.oppositions.nouns import namings, qualities
from bias.alignment.oppositions.roles import roles
from bias.alignment.oppositions.words import own_words_apart
from bias.alignment.told import Event, Told
from bias.records import Contrast, Opposition

_FINDERS = (agencies, certainties, namings, actions, qualities, roles)
"""The kinds of opposition, the most telling first."""
MOST = 6
"""Oppositions kept of one contrast."""


def with_oppositions(contrasts: Iterable[Contrast], event: Event) -> Iterator[Contrast]:
    """Yield each contrast with what its two passages set against each other."""
    for contrast in contrasts:
        a, b = event.told(contrast.a), event.told(contrast.b)
        found = tuple(oppositions(a, b))[:MOST]
        words = own_words_apart(a, b)
        yield msgspec.structs.replace(contrast, oppositions=found, own_words=words)


def oppositions(a: Told, b: Told) -> Iterator[Opposition]:
    """Yield what two passages set against each other, each pair of spans once."""
    seen: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for find in _FINDERS:
        for found in find(a, b):
            if (found.a, found.b) not in seen:
                seen.add((found.a, found.b))
                yield found
