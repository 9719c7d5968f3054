"""Reads who speaks where others pass on the words: ``was quoted as saying``, ``quoted Ray as``."""

from bias.attribution.found import Source
from bias.attribution.sources import source_of, speaker_before, subject_of
from bias.attribution.unit import Unit
from bias.language.word_classes import word_class

_MAX_GAP = 9


def passed_on(unit: Unit, saying: int) -> Source | None:
    """Return who speaks where a verb before ``saying`` passes it on, ``None`` where none does."""
    if unit.token(saying).tag != "VBG":
        return None
    verb = _passing(unit, saying)
    if verb is None:
        return None
    token = unit.items[verb].token
    clause = unit.doc.clause_at(token)
    passive = clause is not None and clause.passive
    objects = (k.index for k in unit.kids(token) if k.dep == "dobj")
    head = clause.subject if passive and clause is not None else next(objects, -1)
    return source_of(unit, head)


def lets_know(unit: Unit, known: int) -> Source | None:
    """Return who ``let it be known`` and who ``made it known``, ``None`` where nobody did."""
    token = unit.token(known)
    above = unit.doc.tokens[token.head]
    if above.lemma.lower() not in word_class("lets_know"):
        return None
    gap = range(unit.place(above.index) + 1, known)
    if "it" not in (unit.lower(j) for j in gap):
        return None
    begin = unit.place(above.index)
    return source_of(unit, subject_of(unit, above.index)) or speaker_before(unit, begin)


def _passing(unit: Unit, saying: int) -> int | None:
    """Return where ``quoted`` stands before a ``saying``; no mark may stand between."""
    if unit.lower(saying - 1) in word_class("passes_on"):
        clause = unit.doc.clause_at(unit.items[saying - 1].token)
        return saying - 1 if clause is not None and clause.passive else None
    if unit.lower(saying - 1) != "as":
        return None
    for i in range(saying - 2, max(-1, saying - 2 - _MAX_GAP), -1):
        if not unit.is_word(i):
            return None
        if unit.lower(i) in word_class("passes_on"):
            return i
    return None
