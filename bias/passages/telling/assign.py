"""Paints the tokens of a unit with the attribution they belong to.

Where attributions are nested, the innermost that tells of words said or thought wins: in ``Ode said
Ray called them thugs`` the word is Ray's. One that names nobody leaves them to one that does: in
``Ode said they were accused of looting`` it is Ode's.
"""

from collections.abc import Sequence

from bias.passages.telling.attribution import Attribution
from bias.passages.tokens import Range, Tokens

Owners = list[int | None]


def paint(tokens: Tokens, attributions: Sequence[Attribution]) -> Owners:
    """Return, for every token, the index of the attribution whose words it is among."""
    owners: Owners = [None] * len(tokens)
    ranges = [
        (attribution.speech, attribution.source is not None, start - end, i, start, end)
        for i, attribution in enumerate(attributions)
        for start, end in attribution.contents
    ]
    for *_, i, start, end in sorted(ranges):
        owners[start:end] = [i] * (end - start)
    return owners


def runs(tokens: Tokens, owners: Owners) -> list[tuple[int, Range]]:
    """Return the stretches of one owner outside quotations, marks at their ends cut off."""
    found: list[tuple[int, Range]] = []
    start = 0
    for i in range(len(tokens) + 1):
        same = i < len(tokens) and owners[i] == owners[start] and tokens[i].kind != "quote"
        if same and tokens[start].kind != "quote":
            continue
        owner = owners[start] if start < len(tokens) else None
        if owner is not None and tokens[start].kind != "quote":
            trimmed = _trim(tokens, start, i)
            if trimmed[0] < trimmed[1]:
                found.append((owner, trimmed))
        start = i
    return found


def _trim(tokens: Tokens, start: int, end: int) -> Range:
    while start < end and tokens[start].kind == "mark":
        start += 1
    while end > start and tokens[end - 1].kind == "mark":
        end -= 1
    return start, end
