"""Noun phrases around a head: how far the modifiers to its left reach."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec

from bias.records import Passage, Record
from bias.text import fold, word_spans
from bias.wording.inflect import inflections

_MOST_MODIFIERS = 5
_JOINERS = frozenset({" ", "-", "‑", "‐"})


class Family(Record, frozen=True, kw_only=True):
    """Heads that name one thing."""

    kind: Literal["actor", "happening"]
    heads: tuple[str, ...]
    person: bool = False
    """The thing is a person, who is joined with a name where one is near."""


class NamingWords(Record, frozen=True, kw_only=True):
    """The word lists by which namings are recognised."""

    determiners: frozenset[str]
    definite: frozenset[str]
    stops: frozenset[str]
    modifiers: frozenset[str]
    modifier_endings: tuple[str, ...]
    titles: frozenset[str]
    honorifics: frozenset[str]
    roles: frozenset[str]
    offices: frozenset[str]
    divided: frozenset[str]
    not_in_office: frozenset[str]
    relatives: frozenset[str]
    not_persons: frozenset[str]
    calendar: frozenset[str]
    speaking: frozenset[str]
    calling: frozenset[str]
    linking: frozenset[str]
    being: frozenset[str]
    person_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]


class Token(NamedTuple):
    """One word of a passage at its span in the article's part."""

    start: int
    end: int
    text: str
    low: str
    """Folded, without a possessive ending."""
    owns: bool
    """It had a possessive ending."""


class Phrase(NamedTuple):
    """A head with its modifiers, as indices into the tokens of its passage."""

    first: int
    head: int
    head_end: int
    """Index after the head's last token."""
    last: int
    """A name after the head ("opposition leader Ana Lopes") belongs to the phrase."""
    determined: bool
    """A determiner or possessive stands right before it."""


@cache
def naming_words() -> NamingWords:
    """Return the word lists of ``naming.toml``."""
    return msgspec.convert(_table()["words"], NamingWords)


@cache
def naming_families() -> dict[str, Family]:
    """Return the families of ``naming.toml`` by name."""
    return msgspec.convert(_table()["family"], dict[str, Family])


@cache
def heads() -> dict[tuple[str, ...], str]:
    """Return the family of every form of every head, as a tuple of folded words."""
    forms = {}
    for name, family in naming_families().items():
        for head in family.heads:
            for form in inflections(head, "noun"):
                forms[tuple(fold(form).split())] = name
    return forms


@cache
def person_heads() -> frozenset[str]:
    """Return every form of every role and of every name for a ruler, folded."""
    return _forms(naming_words().roles) | ruler_heads()


@cache
def ruler_heads() -> frozenset[str]:
    """Return every name for one who rules, folded and in the singular."""
    people = (family.heads for family in naming_families().values() if family.person)
    return _forms(frozenset(head for heads in people for head in heads))


def office_at(tokens: list[Token], head: int) -> str:
    """Return the office that a head names, with its department: "prime minister", "mayor"."""
    low = tokens[head].low
    divided = low in naming_words().divided and head > 0
    return f"{tokens[head - 1].low} {low}" if divided else low


def _forms(words: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(form) for word in words for form in inflections(word, "noun")[:1])


@cache
def _table() -> dict[str, dict[str, object]]:
    path = files("bias.wording") / "lexicons" / "en" / "naming.toml"
    return tomllib.loads(path.read_text("utf-8"))


def tokens_of(text: str, passage: Passage) -> list[Token]:
    """Return the words of a passage; a possessive 's is no part of the word."""
    tokens = []
    for start, end in word_spans(text[passage.start : passage.end]):
        begin, stop = passage.start + start, passage.start + end
        word = text[begin:stop]
        owns = word.endswith(("'s", "’s"))
        stop -= 2 * owns
        tokens.append(Token(begin, stop, text[begin:stop], fold(text[begin:stop]), owns))
    return tokens


def phrase_at(text: str, tokens: list[Token], head: int, length: int = 1) -> Phrase:
    """Return the phrase whose head is the tokens from ``head`` on, with its modifiers.

    Up to a determiner every word is a modifier; where none shows the beginning, only words that
    are modifiers by list, by ending or by a hyphen are taken.
    """
    first, sure = head, True
    for index in range(head - 1, max(-1, head - 2 - _MOST_MODIFIERS), -1):
        token = tokens[index]
        if not _joined(text, token, tokens[index + 1]) or token.low in naming_words().stops:
            break
        if _is_verb(tokens, index):
            break
        if token.low in naming_words().determiners or token.owns:
            return Phrase(index + 1, head, head + length, head + length - 1, True)
        sure = sure and _is_modifier(token)
        first = index if sure else first
    return Phrase(first, head, head + length, head + length - 1, False)


def _is_verb(tokens: list[Token], index: int) -> bool:
    """Return whether a word in -ed follows a noun: "the tyrant ordered loyal troops"."""
    if index == 0 or "-" in tokens[index].low or not tokens[index].low.endswith("ed"):
        return False
    before = tokens[index - 1]
    described = before.low in naming_words().determiners or before.owns or _is_modifier(before)
    return not (described or before.low.endswith("ly"))


def _joined(text: str, left: Token, right: Token) -> bool:
    gap = text[left.end : right.start]
    return gap in _JOINERS or (left.owns and gap in ("'s ", "’s "))


def _is_modifier(token: Token) -> bool:
    words = naming_words()
    return (
        token.low in words.modifiers
        or "-" in token.low
        or token.low.endswith(words.modifier_endings)
    )
