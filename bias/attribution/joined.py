"""Finds a clause behind ``and`` that the parse takes for a part of what somebody is called.

In ``branded the inquiry a farce and the thugs left by noon`` the thugs are no second farce.
"""

from bias.attribution.unit import Unit
from bias.language.word_classes import word_class

_JOINTS = frozenset({"and", "but", "while"})
_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_IN_PHRASE = _NOMINAL | {"DET", "ADJ", "NUM", "ADV"}
_SUPERLATIVE = frozenset({"JJS", "RBS"})
_INDEFINITE = frozenset({"a", "an", "one", "no"})


def joined_clause(unit: Unit, start: int, end: int) -> int:
    """Return where ``and`` joins a clause with its own subject to words that are none."""
    for i in range(start + 1, end):
        if unit.lower(i) in _JOINTS and opens_clause(unit, i + 1):
            return i
    return end


def opens_clause(unit: Unit, i: int) -> bool:
    """Tell ``the thugs left by noon`` from ``a thug wanted by police``."""
    verb = i
    if unit.is_word(i) and unit.token(i).tag[0] == "W":
        return False  # "and how many fled"
    while unit.is_word(verb) and unit.token(verb).pos in _IN_PHRASE:
        verb += 1
    if verb == i or not unit.is_word(verb) or unit.token(verb - 1).pos not in _NOMINAL:
        return False
    tag = unit.token(verb).tag
    if tag not in ("VBD", "VBN"):
        return tag in _PRESENT
    return tag == "VBD" and unit.token(verb).pos == "AUX" or _may_act(unit, i, verb)


def _may_act(unit: Unit, i: int, verb: int) -> bool:
    """Tell whether a form that is past tense or participle is what a noun before it did."""
    worst = any(unit.token(j).tag in _SUPERLATIVE for j in range(i, verb))
    finite = unit.token(verb).tag == "VBD" and unit.token(verb).dep not in ("acl", "relcl")
    named = worst or unit.lower(i) in _INDEFINITE
    return (finite or not named) and not _by_somebody(unit, verb)


def _by_somebody(unit: Unit, verb: int) -> bool:
    """Tell ``wanted by police`` from ``left by noon`` and ``left by train``."""
    if unit.lower(verb + 1) != "by":
        return False
    by = unit.items[verb + 1].token
    heads = (kid for kid in unit.kids(by) if kid.dep == "pobj")
    return not any(
        kid.lower in word_class("time") or unit.doc.label(kid.index) in ("DATE", "TIME")
        for kid in heads
    )
