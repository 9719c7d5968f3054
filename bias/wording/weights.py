"""Which findings are kept: those of some weight, and mild ones about which the outlets differ.

Strength is the weight that holds: of the cues found in the sentences of BABE, experts had marked
about four in five of strength 3, three in five of strength 2, one in five of strength 1. The place
in the article adds to it (see :mod:`bias.wording.place`). Neighbouring cues, place in the sentence,
density and negation moved these shares by less than chance would, so none of them is a rule here.
"""

from collections.abc import Iterable

from bias.records import Finding

COUNTED = 2
"""From this weight on a finding counts by itself."""


def keep_weighty(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that count: strong enough by themselves, or contested in their event."""
    return tuple(f for f in findings if f.contested or f.weight >= COUNTED)
