"""Reads who speaks where others pass on the words: ``was quoted as saying``, ``quoted Ray as``."""

from bias.language.word_classes import word_class
from bias.passages.telling.sources import subject_before, verb_start
from bias.passages.tokens import Range, Tokens, lower_at

_MAX_GAP = 9


def passing_on(tokens: Tokens, saying: int) -> int | None:
    """Return where ``quoted`` stands before a ``saying``, ``None`` where nobody passes it on.

    Between the two may stand ``by the paper as`` and the like, but no mark.
    """
    if lower_at(tokens, saying - 1) in word_class("passes_on"):
        return saying - 1 if _is_passed_on(tokens, saying - 1) else None
    if lower_at(tokens, saying - 1) != "as":
        return None
    for i in range(saying - 2, max(-1, saying - 2 - _MAX_GAP), -1):
        if tokens[i].kind != "word":
            return None
        if tokens[i].lower in word_class("passes_on"):
            return i
    return None


def speaker_passed_on(tokens: Tokens, verb: int, saying: int) -> Range | None:
    """Return who said it: the subject of ``was quoted``, the object of ``quoted Ada Ray as``."""
    if _is_passed_on(tokens, verb):
        return subject_before(tokens, verb)
    if lower_at(tokens, verb + 1) in ("as", "by"):
        return subject_before(tokens, verb)  # "Ray, quoted by the paper as saying"
    return verb + 1, saying - 1


def _is_passed_on(tokens: Tokens, verb: int) -> bool:
    return any(t.lower in word_class("be") for t in tokens[verb_start(tokens, verb) : verb])
