"""Tells which mark closes the clause of a cue that stands inside another clause.

In ``When Ray said the tax was theft, thugs came`` and in ``The van, which Ray said was stolen, hit
the mob`` the main clause is still to come, and it is the outlet's.
"""

from bias.language.lexis import verb_forms
from bias.language.word_classes import word_class
from bias.passages.telling.cues import is_cue
from bias.passages.tokens import Range, Tokens, lower_at

DASHES = frozenset({"–", "—", "--"})
_COMMA = frozenset({","})
_SENTENCE_BREAKS = frozenset({";", ":"})
_MAX_CLAUSE = 60
_MAX_MEASURE = 4


def closing_marks(tokens: Tokens, cue: int, start: int) -> frozenset[str]:
    """Return the marks that close the words of a cue, which begin at ``start``."""
    sentence = sentence_start(tokens, cue)
    dashes = sum(token.lower in DASHES for token in tokens[sentence:cue])
    marks = DASHES if dashes % 2 else frozenset()
    return marks | _COMMA if _comma_closes(tokens, (sentence, cue), start) else marks


def sentence_start(tokens: Tokens, cue: int) -> int:
    """Return where the sentence of a cue begins: at the unit's start or behind a semicolon."""
    low = max(0, cue - _MAX_CLAUSE)
    back = range(cue - 1, low - 1, -1)
    return next((i + 1 for i in back if tokens[i].lower in _SENTENCE_BREAKS), low)


def _comma_closes(tokens: Tokens, before: Range, start: int) -> bool:
    sentence, cue = before
    if lower_at(tokens, cue - 1) in word_class("relative"):
        return True
    if lower_at(tokens, start - 1) == ",":
        return False  # "As Ray said, …": the words stand behind the comma
    clause = next(
        (i + 1 for i in range(cue - 1, sentence - 1, -1) if _is_break(tokens, i)), sentence
    )
    if holds_verb(tokens, (sentence, clause)):
        return False
    if clause == cue and tokens[sentence].lower in word_class("subordinator"):
        return True  # "When the mayor, Ada Ray, said"
    opens = clause == sentence and _is_participle(tokens, clause, cue)
    return opens or _is_subordinate(tokens, clause, cue, start)


def _is_break(tokens: Tokens, i: int) -> bool:
    return tokens[i].lower == "," or tokens[i].lower in DASHES


def _is_subordinate(tokens: Tokens, clause: int, cue: int, start: int) -> bool:
    """Tell ``when Ray said``, ``which Ray said``, ``days after saying`` from ``Ray said``."""
    first = tokens[clause].lower
    if first in word_class("subordinator", "relative"):
        return True
    if first == "as":
        return holds_verb(tokens, (start, _to_comma(tokens, start)))
    return first in word_class("before_clause") or opens_with_time(tokens, clause)


def opens_with_time(tokens: Tokens, start: int) -> bool:
    """Tell ``Two days after Ray said so, …`` from ``The days of Ray …``."""
    return any(
        tokens[i].lower in word_class("before_clause")
        and tokens[i - 1].lower in word_class("measure_of_time")
        for i in range(start + 1, min(start + _MAX_MEASURE, len(tokens)))
    )


def _to_comma(tokens: Tokens, start: int) -> int:
    return next((i for i in range(start, len(tokens)) if tokens[i].lower == ","), len(tokens))


def _is_participle(tokens: Tokens, clause: int, cue: int) -> bool:
    """Tell ``Having said``, ``By saying`` and ``Told that`` at the beginning of a sentence."""
    words = tokens[clause : cue + 1]
    if words[0].lower in word_class("preposition"):
        words = words[1:]
    form = verb_forms().get(tokens[cue].lower)
    at_once = len(words) == 1 and form is not None and form.shape in ("ing", "past")
    return bool(words) and (words[0].lower in ("having", "being") or at_once)


def holds_verb(tokens: Tokens, stretch: Range) -> bool:
    """Tell whether a stretch of a sentence has a verb, as far as forms and tables show."""
    return any(_is_verb(tokens, i) for i in range(*stretch))


def _is_verb(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    if token.kind != "word" or token.lower in word_class("auxiliary"):
        return token.kind == "word"
    form = verb_forms().get(token.lower)
    if form is not None:
        return is_cue(tokens, i, form)
    return token.lower.endswith("ed") and not token.capital and not _is_attribute(tokens, i)


def _is_attribute(tokens: Tokens, i: int) -> bool:
    """Tell ``the disputed tax`` from ``the mayor disputed``."""
    return lower_at(tokens, i - 1) in word_class("determiner")
