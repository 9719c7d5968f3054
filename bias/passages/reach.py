"""How far reported words reach from their cue, in tokens of a unit."""

from bias.passages.lexis import word_class
from bias.passages.sources import Tokens

_MAX_ADDRESSEE = 9


def clause_end(tokens: Tokens, start: int, enclosed: bool) -> int:
    """Return where a reported clause ends: at the end of the unit, unless something cuts it.

    ``enclosed`` says that it stands in a relative clause, which the next comma closes.
    """
    for i in range(start, len(tokens)):
        if tokens[i].lower == ";" or (enclosed and tokens[i].lower == ","):
            return i
        if tokens[i].lower == "," and _lower(tokens, i + 1) in word_class("leaves_clause"):
            return i
    return _without_stop(tokens, len(tokens))


def object_end(tokens: Tokens, start: int) -> int:
    """Return where the object of a verb of calling, blaming or wanting ends."""
    for i in range(start, len(tokens)):
        lower = tokens[i].lower
        if lower in (",", ";", ":", "—", "–", "(") or (
            i > start and lower in word_class("leaves_object")
        ):
            return i
    return _without_stop(tokens, len(tokens))


def _without_stop(tokens: Tokens, end: int) -> int:
    return end - 1 if end and tokens[end - 1].lower == "." else end


def _lower(tokens: Tokens, i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def skip_addressee(tokens: Tokens, start: int) -> int:
    """Return where the words begin behind ``told reporters in Oslo``."""
    if _lower(tokens, start) in word_class("object_pronoun"):
        return skip_circumstance(tokens, start + 1)
    for i in range(start, min(start + _MAX_ADDRESSEE, len(tokens))):
        token = tokens[i]
        if token.kind == "quote" or token.lower in (",", ":", "."):
            return i
        if i > start and token.lower in word_class("clause_start") | {"to"}:
            return i
    return min(start + 1, len(tokens))


def skip_circumstance(tokens: Tokens, start: int) -> int:
    """Return where the words begin behind ``on Monday`` or ``in a statement`` before ``that``."""
    for i in range(start, min(start + _MAX_ADDRESSEE, len(tokens))):
        token = tokens[i]
        if token.kind == "quote" or token.lower in ("that", ":"):
            return i
        if i == start and token.lower not in word_class("preposition") | word_class("time"):
            return start
        if token.kind == "mark":
            return start
    return start
