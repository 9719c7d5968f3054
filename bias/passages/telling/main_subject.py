"""Finds the subject of the clause that holds a token: the first noun phrase behind its opening."""

from bias.language.word_classes import word_class
from bias.passages.telling.clauses import opens_with_time
from bias.passages.tokens import Range, Tokens, lower_at

MAX_PHRASE = 14
"""A noun phrase has at most so many words, which bounds the time that hostile text can take."""
_CLAUSE_BREAK = frozenset({":", ";"})


def main_subject(tokens: Tokens, before: int) -> Range | None:
    """Return the first noun phrase of the clause that holds the token ``before``.

    An opening such as ``On Monday,`` is stepped over; a colon or semicolon begins a new clause.
    """
    breaks = (i + 1 for i in range(before - 1, -1, -1) if tokens[i].lower in _CLAUSE_BREAK)
    start = _behind_opening(tokens, next(breaks, 0))
    end = start
    while end < len(tokens) and end - start < MAX_PHRASE and tokens[end].kind == "word":
        if end > start and _is_verb_like(tokens, end):
            break
        end += 1
        if tokens[end - 1].lower in word_class("person_pronoun"):
            break
    return (start, end) if end > start else None


def _behind_opening(tokens: Tokens, start: int) -> int:
    while lower_at(tokens, start) in ("but", "and", "yet"):
        start += 1
    first = lower_at(tokens, start)
    if first in word_class("opener") or first.endswith("ing") or opens_with_time(tokens, start):
        commas = (i for i in range(start, len(tokens)) if tokens[i].lower == ",")
        start = next(commas, start - 1) + 1
    while start < len(tokens) and tokens[start].kind != "word":
        start += 1
    return start


def _is_verb_like(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    if token.lower in word_class("auxiliary", "modal", "phrase_stop"):
        return True
    if token.capital or token.lower in ("of", "and", "&"):
        return False
    behind_full_name = i > 1 and tokens[i - 1].capital and tokens[i - 2].capital
    return token.lower.endswith("ed") or behind_full_name
