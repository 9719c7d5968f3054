"""Finds where reported words begin behind the one who is told, or behind when and where."""

from bias.language.word_classes import word_class
from bias.passages.telling.clauses import holds_verb
from bias.passages.tokens import Tokens, is_quote, lower_at

_MAX_ADDRESSEE = 9
_MAX_SUBJECT = 12
_MAX_TOLD = 4


def behind_addressee(tokens: Tokens, start: int, passive: bool) -> int:
    """Return where the words begin behind ``told reporters in Oslo`` or ``was told``."""
    if lower_at(tokens, start) in word_class("object_pronoun"):
        return behind_circumstance(tokens, start + 1)
    for i in range(start, min(start + _MAX_ADDRESSEE, len(tokens))):
        lower = tokens[i].lower
        if is_quote(tokens, i) or lower in (",", ":", ".", ";"):
            return i
        if i > start and (lower in word_class("clause_start") or lower == "to"):
            return i
        if (i > start or passive) and _begins_subject(tokens, i):
            return i
    return min(start + 1, len(tokens))


def behind_circumstance(tokens: Tokens, start: int) -> int:
    """Return where the words begin behind ``on Monday`` or ``in a statement`` before ``that``."""
    if lower_at(tokens, start) not in word_class("preposition", "time"):
        return start
    for i in range(start, min(start + _MAX_ADDRESSEE, len(tokens))):
        if is_quote(tokens, i) or tokens[i].lower in ("that", ":"):
            return i
        if tokens[i].kind == "mark":
            break
    return start


def _begins_subject(tokens: Tokens, i: int) -> bool:
    """Tell ``told the court the mob had come`` from ``… the truth of the mob``."""
    token, before = tokens[i], tokens[i - 1]
    if before.lower in word_class("preposition", "determiner", "title", "joins"):
        return False
    if lower_at(tokens, i + 1) in word_class("time"):
        return False
    if token.lower in word_class("determiner"):
        told = (lower_at(tokens, j) in word_class("told") for j in range(i + 1, i + _MAX_TOLD))
        return _verb_follows(tokens, i) or not any(told)
    names = token.capital and not before.capital and token.lower not in word_class("time")
    return names and _verb_follows(tokens, i)


def _verb_follows(tokens: Tokens, i: int) -> bool:
    end = i + 1
    while end < min(i + _MAX_SUBJECT, len(tokens)) and _is_in_subject(tokens, end):
        end += 1
    return holds_verb(tokens, (i, end))


def _is_in_subject(tokens: Tokens, i: int) -> bool:
    inner = word_class("clause_start", "joins")
    return tokens[i].kind == "word" and tokens[i].lower not in inner
