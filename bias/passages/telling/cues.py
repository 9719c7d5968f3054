"""Tells a verb that attributes words from the noun or adjective of the same letters."""

from bias.language.lexis import KINDS, VerbForm
from bias.language.word_classes import word_class
from bias.passages.tokens import Tokens, is_quote, lower_at

_ALSO_PRONOUNS = frozenset({"that", "this", "these", "many", "some", "few", "both", "one"})
_CONTRACTIONS = frozenset({"he's", "she's", "who's", "it's", "that's"})
_AFTER_NOUN = frozenset({"of", "by", "from", "for", "and", "or", "in", "against", "over", "at"})
_AFTER_BARE_CUE = frozenset({"", ".", ",", "in", "at", "on", "to"})
_NEAR = 4
_SHORT_WORD = 3
_MAX_SUBJECT = 9


def opens_clause(tokens: Tokens, i: int) -> bool:
    """Tell whether a clause or a quotation begins at a token."""
    return is_quote(tokens, i) or lower_at(tokens, i) in word_class("clause_start")


def is_cue(tokens: Tokens, i: int, form: VerbForm) -> bool:
    """Tell whether the word at ``i`` is a verb that attributes, not "the claims" or "a noted"."""
    before = lower_at(tokens, i - 1)
    if before in word_class("determiner") and (form.noun or before not in _ALSO_PRONOUNS):
        return False
    if before.endswith(("'s", "s'")) and form.shape != "past" and before not in _CONTRACTIONS:
        return False
    if form.shape == "ing":
        return True
    if before[:1].isdigit() or (before == "you" and form.kind == "want"):
        return False
    if form.shape == "past":
        return _is_past_cue(tokens, i, form, before)
    return _is_present_cue(tokens, i, form, before)


def _is_past_cue(tokens: Tokens, i: int, form: VerbForm, before: str) -> bool:
    if before in word_class("preposition") and before not in ("as", "than"):
        return False
    if lower_at(tokens, i + 1) != "by" or before in word_class("be"):
        return True
    named = any(token.lower == "as" for token in tokens[i : i + _MAX_SUBJECT])
    return before == "," and KINDS[form.kind].names and named


def _is_present_cue(tokens: Tokens, i: int, form: VerbForm, before: str) -> bool:
    if before == "to":
        by_clause = form.kind in ("say", "tell") and opens_clause(tokens, i + 1)
        return by_clause or KINDS[form.kind].names
    if before in word_class("preposition"):
        return False
    if before in word_class("modal", "pronoun"):
        return True
    if form.noun:
        return _is_verb_not_noun(tokens, i, form, before)
    if form.shape == "third" or before.endswith("s") or (i > 0 and opens_clause(tokens, i + 1)):
        return True
    return form.kind in ("say", "tell", "think") and _has_plural_subject(tokens, i)


def _has_plural_subject(tokens: Tokens, i: int) -> bool:
    """Tell ``Doctors at the hospital say`` and ``Police say`` from ``to have a say``."""
    for j in range(i - 1, max(-1, i - _MAX_SUBJECT), -1):
        lower = tokens[j].lower
        if tokens[j].kind != "word" or lower in word_class("clause_stop", "auxiliary"):
            return False
        if lower.endswith("ing"):
            return False
        plural = lower.endswith("s") and not lower.endswith(("'s", "ss", "is"))
        if plural or lower in word_class("plural"):
            behind = lower_at(tokens, j + 1)
            return j == i - 1 or behind in ("close", *word_class("preposition"))
    return False


def _is_verb_not_noun(tokens: Tokens, i: int, form: VerbForm, before: str) -> bool:
    opens = opens_clause(tokens, i + 1)
    if opens or _is_part_of_name(tokens, i):
        return opens
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or following.kind == "mark":
        return False
    if following.lower in _AFTER_NOUN and not (form.kind == "call" and form.shape == "third"):
        return False
    behind_what = any(t.lower in ("what", "which") for t in tokens[max(0, i - _NEAR) : i])
    if form.shape == "third":
        return i > 0 and (tokens[i - 1].capital or before in word_class("adverb") or behind_what)
    return (before.endswith("s") or behind_what) and tokens[i - 1].kind == "word"


def _is_part_of_name(tokens: Tokens, i: int) -> bool:
    """Tell ``United States`` from the verb of a headline whose words are all capitalised."""
    if not tokens[i].capital or tokens[i].text.isupper():
        return False
    beside = [t for t in tokens[max(0, i - 1) : i + 2] if t.kind == "word"]
    return not all(token.capital for token in beside if len(token.text) > _SHORT_WORD)


def stands_by_quote(tokens: Tokens, i: int) -> bool:
    """Tell whether a word stands as a cue would: ``“…,” boomed Ada Ray``, ``“…,” Ray notes.``."""
    if is_quote(tokens, i - 1):
        return i + 1 < len(tokens) and tokens[i + 1].capital
    begin = i
    while begin and _can_be_name(tokens, begin - 1):
        begin -= 1
    return begin < i and is_quote(tokens, begin - 1) and lower_at(tokens, i + 1) in _AFTER_BARE_CUE


def _can_be_name(tokens: Tokens, i: int) -> bool:
    return tokens[i].capital or tokens[i].lower in word_class("person_pronoun")
