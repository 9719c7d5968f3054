"""Cues that give somebody's very words: ``in the words of Ray``, ``as Ray put it``.

Where quotation marks stand beside such a cue, only what is in them is Ray's; the sentence around
them is the outlet's.
"""

from bias.language.word_classes import word_class
from bias.passages.telling.attribution import Attribution
from bias.passages.telling.clauses import DASHES
from bias.passages.telling.reach import clause_end, words_before
from bias.passages.telling.sources import phrase_after, subject_before
from bias.passages.tokens import Range, Tokens, is_quote, lower_at

_MAX_HOLDER = 8
_HOLDERS = frozenset({"his", "her", "its", "their"})
_PAUSES = frozenset({",", ":", *DASHES})
_ENDS = frozenset({"", ".", ")", *_PAUSES})


def in_words_of(tokens: Tokens, i: int) -> Attribution | None:
    """Read ``in the words of Ada Ray`` and ``in Ada Ray's own words`` from their ``words`` on."""
    low = max(-1, i - _MAX_HOLDER)
    begin = next((j for j in range(i - 1, low, -1) if tokens[j].lower == "in"), None)
    if begin is None or any(token.kind != "word" for token in tokens[begin:i]):
        return None
    source = phrase_after(tokens, i + 2) if _is_of(tokens, i) else _holder(tokens, begin + 1, i)
    if source is None:
        return None
    cue = (begin, i + 2 if _is_of(tokens, i) else i + 1)
    return _beside(tokens, cue, source, (begin, max(cue[1], source[1])))


def _is_of(tokens: Tokens, i: int) -> bool:
    return lower_at(tokens, i + 1) == "of" and lower_at(tokens, i - 1) not in ("own", "other")


def _holder(tokens: Tokens, begin: int, end: int) -> Range | None:
    """Return ``his`` or ``Ada Ray's`` before ``own words``."""
    for i in range(begin, end):
        if tokens[i].lower in _HOLDERS or tokens[i].lower.endswith(("'s", "s'")):
            return begin, i + 1
    return None


def as_put(tokens: Tokens, i: int) -> Attribution | None:
    """Read ``as Ada Ray once put it`` from its ``put`` on."""
    source = subject_before(tokens, i) if lower_at(tokens, i + 1) == "it" else None
    if source is None or lower_at(tokens, source[0] - 1) != "as":
        return None
    return _beside(tokens, (i, i + 2), source, (source[0] - 1, i + 2))


def _beside(tokens: Tokens, cue: Range, source: Range, phrase: Range) -> Attribution | None:
    """Return the words beside a phrase that stands apart from them: quoted, else a clause."""
    begin, end = phrase
    behind = end + (lower_at(tokens, end) in _PAUSES)
    before = begin - (lower_at(tokens, begin - 1) in _PAUSES)
    quoted = [i for i in (before - 1, behind) if is_quote(tokens, i)]
    contents: tuple[Range, ...] = tuple((i, i + 1) for i in quoted)
    if not quoted and lower_at(tokens, end) in _ENDS:
        contents = _clause(tokens, begin, behind)
    return Attribution(cue=cue, source=source, contents=contents) if contents else None


def _clause(tokens: Tokens, begin: int, behind: int) -> tuple[Range, ...]:
    if not begin:
        return ((behind, clause_end(tokens, behind)),) if behind < len(tokens) else ()
    if lower_at(tokens, begin - 1) not in _PAUSES:
        return ()
    before = words_before(tokens, begin)
    goes_on = behind < len(tokens) and tokens[behind].lower not in word_class("resumes_own")
    resumes = goes_on and lower_at(tokens, behind - 1) in _PAUSES
    return (*before, (behind, clause_end(tokens, behind))) if resumes else before
