"""Tells who speaks in a headline from the verb between capitals: ``Senate Overrides Obama: “…”``.

A headline capitalises every word, so the parse takes a whole clause for one name.
"""

from bias.attribution.found import Attribution, Source
from bias.attribution.unit import Unit
from bias.language.lexis import frames
from bias.people.lexis import given_names, squeeze
from bias.records import Part

_COLONS = frozenset({"colon", "headline"})


def without_verb(unit: Unit, found: Attribution) -> Attribution:
    """Return an attribution whose source is no clause: who stands before its verb, else nobody.

    ``Council Backs Ray: “…”`` leaves open who speaks, ``Ray Slams Levy: “…”`` does not; in
    ``Judge Rejects Ode's Claim`` the claim is Ode's.
    """
    source = found.source
    if unit.doc.part is not Part.TITLE or source is None:
        return found
    begin, end = source.place
    while begin and unit.is_word(begin - 1) and unit.items[begin - 1].capital:
        begin -= 1
    verb = next((j for j in range(begin + 1, end - 1) if _is_verb(unit, j)), -1)
    if verb < 0:
        return found
    if found.rule.startswith("noun"):
        named: Source | None = Source(place=(verb + 1, end), heads=source.heads)
    elif found.rule in _COLONS and not _tells(unit.lower(verb)):
        named = None
    else:
        named = Source(place=(begin, verb), heads=(unit.items[verb - 1].token,))
    return Attribution(
        rule=found.rule,
        cue=found.cue,
        source=named,
        contents=found.contents,
        tells=found.tells,
        own_words=found.own_words,
    )


def _is_verb(unit: Unit, i: int) -> bool:
    """Tell ``Ray Slams Levy`` from ``Jerry Adams Jones`` and ``Press Freedom Board``."""
    word, before = squeeze(unit.lower(i)), squeeze(unit.lower(i - 1))
    if not unit.items[i].capital or _tells(word):
        return unit.items[i].capital
    forename = before in given_names() and squeeze(unit.lower(i - 2)) not in given_names()
    return not forename and word.endswith("s") and not word.endswith("ss")


def _tells(word: str) -> bool:
    """Tell ``Slams`` from ``Backs``: whether a verb form is one of telling."""
    stems = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"))
    found = (frames().get(stem) for stem in stems)
    return any(frame is not None and frame.tells for frame in found)
