"""Finds where the main verb ends a clause that belongs to the subject.

``The claim that the vote was stolen sparked a riot`` and ``The man who said it was stolen was
jailed`` need a verb of their own behind the words; no mark stands before it.
"""

from bias.language.lexis import KINDS, VerbForm, verb_forms
from bias.language.word_classes import word_class
from bias.passages.telling.clauses import holds_verb, sentence_start
from bias.passages.telling.cues import is_cue, opens_clause
from bias.passages.tokens import Tokens, lower_at


def main_verb(tokens: Tokens, holder: int, start: int, end: int) -> int:
    """Return where the main verb stands among the words ``[start, end)`` of a clause, else ``end``.

    ``holder`` is the noun or pronoun that the clause belongs to. As many verbs are stepped over as
    there are clauses; where that is unsure, the words go on.
    """
    if holds_verb(tokens, (sentence_start(tokens, holder), holder)):
        return end
    left = 1
    i = start + (lower_at(tokens, start) == "that")
    while i < end and tokens[i].kind != "mark":
        left += _opens_another(tokens, i)
        if is_finite(tokens, i):
            if not left:
                return i
            left -= 1
            i = _behind_group(tokens, i)
        else:
            i += 1
    return end


def _opens_another(tokens: Tokens, i: int) -> bool:
    """Tell whether another verb may follow: behind ``who``, ``and``, ``said``."""
    if tokens[i].lower in word_class("clause_stop", "joins", "relative"):
        return True
    form = _telling(tokens, i)
    if form is None or not KINDS[form.kind].clause:
        return False
    return opens_clause(tokens, i + 1) or not KINDS[form.kind].bare_clause


def _telling(tokens: Tokens, i: int) -> VerbForm | None:
    form = verb_forms().get(tokens[i].lower)
    return form if form is not None and is_cue(tokens, i, form) else None


def is_finite(tokens: Tokens, i: int) -> bool:
    """Tell whether a verb that can be its clause's only one stands at a token."""
    token = tokens[i]
    form = _telling(tokens, i)
    if token.lower in word_class("finite") or (form and form.shape in ("past", "third")):
        return True
    past = token.lower.endswith("ed") or token.lower in word_class("irregular_past")
    if not past or token.capital:
        return False
    if lower_at(tokens, i - 1) in word_class("determiner", "preposition", "adverb"):
        return False
    return lower_at(tokens, i + 1) not in word_class("preposition", "time", "adverb")


def _behind_group(tokens: Tokens, i: int) -> int:
    """Return where what follows ``would not have been seized`` begins."""
    if tokens[i].lower not in word_class("finite"):
        return i + 1
    i += 1
    while lower_at(tokens, i) in word_class("auxiliary", "adverb"):
        i += 1
    lower = lower_at(tokens, i)
    form = verb_forms().get(lower)
    participle = lower.endswith(("ed", "en")) or lower in word_class("irregular_past")
    return i + 1 if participle or (form and form.shape == "past") else i
