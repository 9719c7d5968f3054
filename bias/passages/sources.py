"""Finds the words that name who speaks: the noun phrase beside a cue.

All positions are indices into the tokens of one unit; spans are half-open.
"""

from collections.abc import Sequence

from bias.passages.lexis import word_class
from bias.passages.tokens import Token

Tokens = Sequence[Token]
Range = tuple[int, int]

_RELATIVE = frozenset({"who", "which", "that"})
_BREAKS = frozenset(".,;:—–-()[]!?…")
_MAX_TOKENS = 40
_MAX_SEGMENTS = 4
_MAX_SUBJECT = 14


def verb_start(tokens: Tokens, verb: int) -> int:
    """Return where the verb phrase of a cue begins: its auxiliaries and adverbs included."""
    begin = verb
    while begin and _is_small(tokens, begin - 1):
        begin -= 1
    return begin


def _is_small(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    if token.lower in word_class("verb_company") or (
        token.lower.endswith("ly") and token.text.islower()
    ):
        return True
    return token.lower in word_class("date") or (
        token.lower in ("in", "on", "late", "early", "last")
        and i + 1 < len(tokens)
        and tokens[i + 1].lower in word_class("date")
    )


def subject_before(tokens: Tokens, verb: int) -> Range | None:
    """Return the subject that stands before a verb, across relative clauses and appositions."""
    end = verb_start(tokens, verb)
    if not end:
        return None
    last = tokens[end - 1]
    if last.lower in _RELATIVE and end >= 2 and last.lower != "that":
        return _before_relative(tokens, end - 1)
    if last.lower in (",", ")", "—", "–"):
        return _across_apposition(tokens, end - 1)
    return _phrase_before(tokens, end)


def _before_relative(tokens: Tokens, relative: int) -> Range | None:
    end = relative - 1 if tokens[relative - 1].lower == "," else relative
    return _phrase_before(tokens, end)


def _across_apposition(tokens: Tokens, closing: int) -> Range | None:
    """Step over ``, the minister,`` segments back to the name they belong to."""
    end = closing
    for _ in range(_MAX_SEGMENTS):
        begin = _segment_start(tokens, end)
        if begin == end:
            return None
        if _is_name_like(tokens, begin, end):
            return _phrase_before(tokens, end)
        if not begin:
            break
        end = begin - 1
    return main_subject(tokens)


def _segment_start(tokens: Tokens, end: int) -> int:
    begin = end
    while begin and tokens[begin - 1].kind == "word" and end - begin < _MAX_TOKENS:
        begin -= 1
    return begin


def _is_name_like(tokens: Tokens, begin: int, end: int) -> bool:
    first = tokens[begin]
    if first.lower in word_class("determiner") or first.lower in _RELATIVE:
        return False
    return first.capital and tokens[end - 1].capital and not _is_party_tag(first.text)


def _is_party_tag(text: str) -> bool:
    return len(text) > 1 and text[1:2] in "-‐‑" and text[0] in "DRI"


def _phrase_before(tokens: Tokens, end: int) -> Range | None:
    """Return the noun phrase that ends at ``end``."""
    if end <= 0 or tokens[end - 1].kind != "word":
        return None
    if tokens[end - 1].lower in word_class("person_pronoun") | {
        "who",
        "one",
        "others",
        "many",
        "some",
    }:
        return (end - 1, end)
    begin = end
    stops = word_class("clause_stop")
    while begin and end - begin < _MAX_SUBJECT:
        token = tokens[begin - 1]
        if token.kind != "word" or token.lower in stops:
            break
        if token.lower in ("and", "or", "&") and not _joins_names(tokens, begin - 1):
            break
        begin -= 1
    begin = _strip_opening(tokens, begin, end)
    return (begin, end) if begin < end else None


def _joins_names(tokens: Tokens, at: int) -> bool:
    return (
        0 < at < len(tokens) - 1
        and tokens[at - 1].kind == "word"
        and tokens[at - 1].capital == tokens[at + 1].capital
        and tokens[at + 1].lower not in word_class("person_pronoun")
    )


def _strip_opening(tokens: Tokens, begin: int, end: int) -> int:
    """Drop an opening ``In a statement`` or ``Meanwhile`` before the phrase proper."""
    while begin < end - 1 and tokens[begin].lower in word_class("opening_adverb"):
        begin += 1
    if tokens[begin].lower not in word_class("preposition"):
        return begin
    last = begin
    for i in range(begin, end):
        if i > begin and (
            tokens[i].lower in word_class("determiner")
            or (tokens[i].capital and not tokens[i - 1].capital)
        ):
            last = i
    return max(last, begin + 1)


def phrase_after(tokens: Tokens, start: int) -> Range | None:
    """Return the noun phrase that begins at ``start`` (``said Ada Ray, the mayor``)."""
    end = start
    while end < len(tokens) and end - start < _MAX_SUBJECT:
        token = tokens[end]
        if token.kind != "word" or (end > start and token.lower in word_class("phrase_stop")):
            break
        end += 1
    return (start, end) if end > start else None


def main_subject(tokens: Tokens) -> Range | None:
    """Return the phrase a sentence is about: its first noun phrase behind an opening such as ``On Monday,``."""
    start = 0
    while start < len(tokens) and tokens[start].lower in ("but", "and", "yet"):
        start += 1
    if start < len(tokens) and (
        tokens[start].lower in word_class("opener") or tokens[start].lower.endswith("ing")
    ):
        comma = next((i for i in range(start, len(tokens)) if tokens[i].lower == ","), None)
        start = comma + 1 if comma is not None else start
    while start < len(tokens) and tokens[start].kind != "word":
        start += 1
    end = start
    verbs = word_class("auxiliary") | word_class("modal") | word_class("phrase_stop")
    while end < len(tokens) and end - start < _MAX_SUBJECT and tokens[end].kind == "word":
        if end > start and (
            tokens[end].lower in verbs
            or (tokens[end].text.islower() and tokens[end].lower.endswith("ed"))
        ):
            break
        end += 1
        if tokens[end - 1].lower in word_class("person_pronoun"):
            break
    return (start, end) if end > start else None
