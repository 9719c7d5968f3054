"""Finds the words that name who speaks: the noun phrase beside a cue."""

from bias.language.word_classes import word_class
from bias.passages.telling.main_subject import MAX_PHRASE, main_subject
from bias.passages.tokens import Range, Tokens, is_quote, lower_at

_RELATIVE = frozenset({"who", "which"})
_MAX_SEGMENT = 40
_MAX_SEGMENTS = 4


def verb_start(tokens: Tokens, verb: int) -> int:
    """Return where a verb phrase begins: its auxiliaries, adverbs and dates included."""
    begin = verb
    while begin and _goes_with_verb(tokens, begin - 1):
        begin -= 1
    return begin


def _goes_with_verb(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    if token.lower in word_class("auxiliary", "modal", "adverb", "date"):
        return True
    if token.lower.endswith("ly") and not token.capital:
        return True
    return token.lower in word_class("before_date") and lower_at(tokens, i + 1) in word_class(
        "date"
    )


def subject_before(tokens: Tokens, verb: int) -> Range | None:
    """Return the subject that stands before a verb, across relative clauses and appositions."""
    end = verb_start(tokens, verb)
    last = lower_at(tokens, end - 1)
    if last in _RELATIVE and end > 1:
        return _phrase_before(tokens, end - 2 if tokens[end - 2].lower == "," else end - 1)
    if last in word_class("aside_mark") or last == ")":
        return _across_apposition(tokens, end - 1)
    if last in ("and", "but"):
        return main_subject(tokens, end)
    return _phrase_before(tokens, end)


def _across_apposition(tokens: Tokens, closing: int) -> Range | None:
    """Step over ``, the minister,`` segments back to the name they belong to."""
    end = closing
    for _ in range(_MAX_SEGMENTS):
        begin = end
        while begin and tokens[begin - 1].kind == "word" and end - begin < _MAX_SEGMENT:
            begin -= 1
        if begin == end:
            return None
        if _is_name_like(tokens, begin, end):
            return _phrase_before(tokens, end)
        if not begin:
            break
        end = begin - 1
    return main_subject(tokens, closing)


def _is_name_like(tokens: Tokens, begin: int, end: int) -> bool:
    """Tell ``Ada Ray`` from ``a minister of Oslo``, ``who leads Oslo`` and ``R-Ohio``."""
    first = tokens[begin]
    if first.lower in word_class("determiner") or first.lower in _RELATIVE:
        return False
    party_tag = first.text[:1] in "DRI" and first.text[1:2] in ("-", "‐", "‑")
    return first.capital and tokens[end - 1].capital and not party_tag


def _phrase_before(tokens: Tokens, end: int) -> Range | None:
    """Return the noun phrase that ends at ``end``."""
    if end <= 0 or tokens[end - 1].kind != "word":
        return None
    if tokens[end - 1].lower in word_class("lone_subject"):
        return end - 1, end
    begin = end
    while begin and end - begin < MAX_PHRASE and _belongs(tokens, begin - 1):
        begin -= 1
    begin += begin < end - 1 and tokens[begin].lower in word_class("relative")
    begin = _without_opening(tokens, begin, end)
    return (begin, end) if begin < end else None


def _belongs(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    if token.kind != "word" or token.lower in word_class("clause_stop"):
        return False
    return token.lower not in ("and", "or") or _joins_names(tokens, i)


def _joins_names(tokens: Tokens, i: int) -> bool:
    return (
        0 < i < len(tokens) - 1
        and tokens[i - 1].kind == "word"
        and tokens[i - 1].capital == tokens[i + 1].capital
        and tokens[i + 1].lower not in word_class("person_pronoun")
    )


def _without_opening(tokens: Tokens, begin: int, end: int) -> int:
    """Drop an opening ``In a statement`` or ``Meanwhile`` before the phrase proper."""
    while begin < end - 1 and tokens[begin].lower in word_class("opening_adverb"):
        begin += 1
    if begin >= end or tokens[begin].lower not in word_class("preposition"):
        return begin
    starts = (
        i
        for i in range(end - 1, begin, -1)
        if tokens[i].lower in word_class("determiner")
        or (tokens[i].capital and not tokens[i - 1].capital)
    )
    return next(starts, begin + 1)


def phrase_after(tokens: Tokens, start: int) -> Range | None:
    """Return the noun phrase that begins at ``start`` (``said Ada Ray, the mayor``)."""
    end = start
    while end < len(tokens) and end - start < MAX_PHRASE and tokens[end].kind == "word":
        if end > start and tokens[end].lower in word_class("phrase_stop"):
            break
        end += 1
    return (start, end) if end > start else None


def stands_behind(tokens: Tokens, i: int) -> bool:
    """Tell whether what could be quoted words ends right before a token."""
    return is_quote(tokens, i - 1) or lower_at(tokens, i - 1) in word_class("words_end")
