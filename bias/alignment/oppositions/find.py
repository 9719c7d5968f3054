"""Finds in what two passages differ that tell one thing: the front door of this folder."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import msgspec

from bias.alignment.oppositions.actions import actions
from bias.alignment.oppositions.agency import agencies
from bias.alignment.oppositions.causes import causes
from bias.alignment.oppositions.certainty import certainties
from bias.alignment.oppositions.exchanged import exchanged
from bias.alignment.oppositions.nouns import namings, qualities
from bias.alignment.oppositions.roles import roles
from bias.alignment.oppositions.words import own_words_apart
from bias.alignment.told import Event, Told
from bias.records import Contrast, ContrastStep, Opposition

_FINDERS = (agencies, causes, certainties, namings, actions, qualities, roles)
"""The kinds of opposition, the most telling first."""
MOST = 12
"""Oppositions kept of one contrast."""


def with_oppositions(contrasts: Iterable[Contrast], event: Event) -> Iterator[Contrast]:
    """Yield each contrast with what its two passages set against each other."""
    for contrast in contrasts:
        a, b = event.told(contrast.a), event.told(contrast.b)
        found = tuple(islice(oppositions(a, b, contrast.steps), MOST))
        words = own_words_apart(a, b)
        yield msgspec.structs.replace(contrast, oppositions=found, own_words=words)


def oppositions(a: Told, b: Told, steps: Sequence[ContrastStep] = ()) -> Iterator[Opposition]:
    """Yield what two passages set against each other, the same words once.

    ``steps`` compare them word by word; what these put for each other comes last.
    """
    seen: list[Opposition] = []
    for found in chain(*(find(a, b) for find in _FINDERS), exchanged(a, b, steps)):
        if not any(_overlap(found, other) for other in seen):
            seen.append(found)
            yield found


def _overlap(one: Opposition, other: Opposition) -> bool:
    """Tell whether two oppositions are of the same words on both sides."""
    sides = ((one.a, other.a), (one.b, other.b))
    return all(x[0] < y[1] and y[0] < x[1] for x, y in sides)
