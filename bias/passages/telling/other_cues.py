"""Cues that are no verbs: ``according to``, ``their claim that``, ``reportedly``, a colon."""

from collections.abc import Sequence

from bias.language.lexis import verb_forms
from bias.language.word_classes import word_class
from bias.passages.telling.attribution import Attribution
from bias.passages.telling.clauses import closing_marks
from bias.passages.telling.main_subject import main_subject
from bias.passages.telling.reach import clause_end, object_end, words_before
from bias.passages.telling.sources import phrase_after
from bias.passages.telling.subject_clauses import main_verb
from bias.passages.tokens import Range, Tokens, is_quote, lower_at

_POSSESSIVES = frozenset({"his", "her", "their"})
_AFTER_HELD_NOUN = frozenset({"for", "of", "about", "against"})
_MAX_NOUN_GAP = 7


def according_to(tokens: Tokens, i: int) -> Attribution | None:
    """Read ``According to Ray, …`` and ``…, according to Ray``."""
    if lower_at(tokens, i + 1) != "to":
        return None
    source = phrase_after(tokens, i + 2)
    end = source[1] if source else i + 2
    while end < len(tokens) and tokens[end].lower not in (",", ".", ";"):
        end += 1
    contents = words_before(tokens, i) if i else ()
    rest = end + 1
    goes_on = rest < len(tokens) and lower_at(tokens, end) == ","
    if goes_on and (not i or tokens[rest].lower not in word_class("resumes_own")):
        contents = (*contents, (rest, len(tokens)))
    return Attribution(cue=(i, i + 2), source=source, contents=contents)


def by_noun(tokens: Tokens, i: int) -> Attribution | None:
    """Read ``fears among voters that …`` and ``Ray's call for …``."""
    if lower_at(tokens, i - 1) in word_class("modal", "person_pronoun"):
        return None  # a verb: "to support those that"
    owner = _owner(tokens, i)
    for start in range(i + 1, min(i + _MAX_NOUN_GAP, len(tokens))):
        if tokens[start].kind != "word":
            break
        if tokens[start].lower == "that":
            closing = closing_marks(tokens, i, start)
            end = main_verb(tokens, i, start, clause_end(tokens, start, closing))
            contents = ((start, end),)
            return Attribution(cue=(i, i + 1), source=owner, contents=contents)
    if owner is None or lower_at(tokens, i + 1) not in _AFTER_HELD_NOUN:
        return None
    contents = ((i + 2, object_end(tokens, i + 2)),)
    return Attribution(cue=(i, i + 1), source=owner, contents=contents)


def _owner(tokens: Tokens, noun: int) -> Range | None:
    """Return who holds a claim: ``his`` claim, ``Ada Ray's`` claim."""
    holder = lower_at(tokens, noun - 1)
    if not holder.endswith(("'s", "s'")) and holder not in _POSSESSIVES:
        return None
    begin = noun - 1
    while begin and tokens[begin].capital and _is_first_name(tokens, begin - 1):
        begin -= 1
    return begin, noun


def _is_first_name(tokens: Tokens, i: int) -> bool:
    return tokens[i].capital and tokens[i].lower not in verb_forms()


def hearsay(tokens: Tokens, i: int) -> Attribution:
    """Read ``reportedly fled``: somebody says so, and nobody is named."""
    return Attribution(cue=(i, i + 1), source=None, contents=((i + 1, object_end(tokens, i + 1)),))


def by_colon(tokens: Tokens, i: int, found: Sequence[Attribution]) -> Attribution | None:
    """Read ``Ada Ray: “…”`` and ``She had one answer: “…”``."""
    if not is_quote(tokens, i + 1):
        return None
    if any(start <= i + 1 < end for other in found for start, end in other.contents):
        return None
    contents = ((i + 1, len(tokens)),)
    return Attribution(cue=(i, i + 1), source=main_subject(tokens, i), contents=contents)
