"""Which nouns of a document head a phrase that may mean somebody or something."""

from collections.abc import Sequence
from itertools import pairwise

from bias.language.document import Document
from bias.language.token import Token
from bias.language.word_classes import word_class
from bias.people.hyphened import HYPHENS
from bias.people.lexis import SKIPPED, head_kinds, noun_kind, squeeze

Labelled = tuple[int, int, str]
"""First token, one behind the last, and what the model takes these tokens for."""
NAMES = frozenset(
    {"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"}
)
"""What the model takes names for; all others of its labels are dates and numbers."""
_NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_NOTHING: Labelled = (-1, -1, "")
_LONGEST_TAIL = 8
_DATELINE = 30
"""Characters behind a place in which the dash of a dateline stands."""
_PIECES = 5
"""Tokens of a name of three hyphened pieces."""


def is_noun(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a token heads a noun phrase, and is no verb of a headline nor half a word."""
    if token.pos not in ("NOUN", "PROPN") and not is_tail(tokens, token):
        return False
    if token.text[0].isupper() and token.lower in word_class("headline_word"):
        return False
    parts = (is_beside, is_piece, _is_of_office)
    return token.text[0].isalnum() and not any(is_part(tokens, token) for is_part in parts)


def _is_of_office(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a noun only says of what somebody is secretary: "secretary of state"."""
    of = tokens[token.head]
    if token.dep != "pobj" or of.lower != "of" or of.index + 1 != token.index:
        return False
    return tokens[of.head].lower == "secretary"


def is_piece(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a noun is the beginning of a hyphened word: "self-proclaimed"."""
    i = token.index
    if i + 2 >= len(tokens) or token.end != tokens[i + 1].start:
        return False
    if token.pos == "PROPN":
        return is_chained(tokens, i + 2)
    return tokens[i + 1].text in HYPHENS


def is_beside(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a noun stands before another noun that is the head of its phrase."""
    if token.dep not in ("compound", "nmod", "amod") or token.head <= token.index:
        return False
    after = tokens[token.index + 1]
    ends = after.text[0].isupper() and after.lower in word_class("headline_word")
    return not (ends or is_called(tokens, token))


def is_called(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a noun is the one whom a verb calls the noun behind it: "the men traitors"."""
    head = tokens[token.head]
    calls = tokens[head.head].lemma in word_class("calls_object") and head.dep == "dobj"
    return calls and token.tag == head.tag == "NNS" and token.index + 1 == head.index


def is_tail(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a word ends a hyphened name: "Jong-un"."""
    before, hyphen = tokens[max(0, token.index - 2)], tokens[max(0, token.index - 1)]
    if hyphen.text not in HYPHENS or (before.end, hyphen.end) != (hyphen.start, token.start):
        return False
    named = before.pos == "PROPN" and before.text[0].isupper()
    return named and len(token.text) <= _LONGEST_TAIL


def is_common_tail(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a word ends a hyphened word that is no name: the "ed" of "op-ed"."""
    before, hyphen = tokens[max(0, token.index - 2)], tokens[max(0, token.index - 1)]
    joined = hyphen.text in HYPHENS and (before.end, hyphen.end) == (hyphen.start, token.start)
    return joined and before.text[0].islower() and token.text[0].islower()


def is_chained(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word is a middle piece of a hyphened name: "Chick-fil-A"."""
    pieces = tokens[max(0, i - 2) : i + 3]
    solid = all(a.end == b.start for a, b in pairwise(pieces))
    return (
        len(pieces) == _PIECES
        and solid
        and pieces[0].text[0].isupper()
        and pieces[3].text in HYPHENS
    )


def is_skipped(token: Token, labels: dict[int, Labelled]) -> bool:
    """Tell whether a noun names nobody and nothing: a date, an amount, a measure."""
    label = labels.get(token.index, _NOTHING)[2]
    if label in _NUMBERS and token.pos == "PROPN":
        return True
    if label in ("DATE", "TIME", "PERCENT", "MONEY"):
        return True
    word = squeeze(token.lemma)
    if token.pos == "PROPN" and label in NAMES:
        return head_kinds().get(word) == "time" and label != "PERSON"
    return noun_kind(word) in SKIPPED or not any(c.isalpha() for c in token.text)


def is_date(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a month is one: "in May", "May 3", "last May"."""
    before = tokens[max(0, token.index - 1)].lower
    after = tokens[min(len(tokens) - 1, token.index + 1)].text
    return after[0].isdigit() or before[0].isdigit() or before in word_class("before_month")


def is_dateline(document: Document, first: int, last: int) -> bool:
    """Tell whether a name opens a paragraph as the place it was written at: "ORLO, May 3 —"."""
    start, end = document.tokens[first].start, document.tokens[last - 1].end
    opens = start == 0 or document.text[:start].endswith("\n")
    behind = document.text[end : end + _DATELINE]
    shown = any(mark in behind for mark in ("—", "–", " - ", " -- ", "(AP", "(Reuters"))
    return opens and shown and document.text[start:end].isupper()
