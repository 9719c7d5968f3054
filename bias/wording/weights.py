"""Which findings are kept: a mild one only where the outlets of the event differ about it.

Strength is the weight that holds: of the cues found in sentences that experts had marked, those of
strength 3 were marked two times in three, of strength 2 four in ten, of strength 1 one in seven.
Neighbouring cues, place in the sentence, density and negation moved these shares by less than
chance would, so none of them is a rule here.
"""

from collections.abc import Iterable

from bias.records import Finding

COUNTED = 2
"""From this weight on a finding counts by itself."""


def keep_weighty(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that count: strong enough by themselves, or contested in their event."""
    return tuple(f for f in findings if f.contested or f.weight >= COUNTED)
