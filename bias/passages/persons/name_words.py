"""Finds the capitalised names of a text, and splits the titles before them off."""

import re
from collections.abc import Iterator

from bias.language.word_classes import word_class
from bias.records import Record

_SHORT_TITLE = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Lt|Col|Capt|Sgt|Rev)\."
_WORD = rf"(?:{_SHORT_TITLE}|[A-Z]\.(?:\s?[A-Z]\.)*|[A-ZÀ-ÖØ-Þ][\w’'‑-]*\w|[A-Z])"
_PARTICLE = r"(?:de|del|della|da|dos|du|van|von|der|den|bin|ibn|al|el|la|le)"
_GAP = rf"(?:(?<=s)['’])?[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}"
_NAME = re.compile(rf"{_WORD}(?:{_GAP}{_WORD}){{0,5}}")
_POSSESSIVE = re.compile(r"['’]s?$")
_PLURAL_OWNER = re.compile(r"(?:s['’]|(?:children|women|men|people)['’]s)$", re.IGNORECASE)
_OPENINGS = frozenset({"The", "Neither", "Both", "Either"})
_HYPHENED_ROLE = re.compile(r"[A-Z]\w+[-‑](?:of[-‑])?[a-z]")
GENDERS = {
    "mr": "he",
    "sir": "he",
    "lord": "he",
    "king": "he",
    "mrs": "she",
    "ms": "she",
    "lady": "she",
    "dame": "she",
    "queen": "she",
}
"""By title; whom a pronoun can stand for."""


class TitledName(Record, frozen=True, kw_only=True):
    """A name, and the titles printed before it."""

    titles: tuple[str, ...]
    """In lower case, without points."""
    name: str
    printed_start: int
    """Where its titles begin in the text."""
    start: int
    """Where the name begins, behind its titles."""
    end: int


def titled_names(text: str) -> Iterator[TitledName]:
    """Yield the capitalised names of a text with their titles, in order."""
    for match in _NAME.finditer(text):
        titles, name = split_titles(match.group())
        start = match.start() + match.group().rfind(name.split(maxsplit=1)[0])
        yield TitledName(
            titles=tuple(titles),
            name=name,
            printed_start=match.start(),
            start=start,
            end=match.end(),
        )


def split_titles(phrase: str) -> tuple[list[str], str]:
    """Split a phrase into its titles in lower case and the name behind them.

    >>> split_titles("Information Minister Ada Ray")
    (['minister'], 'Ada Ray')
    >>> split_titles("Dockers' Union")
    ([], "Dockers' Union")
    """
    words = _without_opening(_own_words(phrase.split()))
    plain = [word.lower().strip(".") for word in words]
    places = [i for i, word in enumerate(words) if _is_title(word)]
    at = max(places, default=-1)
    if at == len(words) - 1 or plain[-1] in word_class("body"):
        return [], " ".join(words)
    while at + 2 < len(words) and plain[at + 1] in word_class(
        "preposition", "opener", "determiner"
    ):
        at += 1
    return [plain[i] for i in places], " ".join(words[at + 1 :])


def _own_words(printed: list[str]) -> list[str]:
    """Return the words behind an owner (``Ode's lawyer``), who may be part of a body's name."""
    owner = max((i for i, word in enumerate(printed[:-1]) if _POSSESSIVE.search(word)), default=-1)
    is_body = _POSSESSIVE.sub("", printed[-1]).lower() in word_class("body")
    if owner >= 0 and is_body and _PLURAL_OWNER.search(printed[owner]):
        return [*printed[:-1], _POSSESSIVE.sub("", printed[-1])]
    return [_POSSESSIVE.sub("", word) or word for word in printed[owner + 1 :]]


def _without_opening(words: list[str]) -> list[str]:
    """Drop what begins a sentence, not a name: ``Neither``, ``The``."""
    start = 0
    while start < len(words) - 1 and words[start] in _OPENINGS:
        start += 1
    return words[start:]


def _is_title(word: str) -> bool:
    """Tell a title, a role (``Mum-of-two``, ``Ex-teacher``) or a day from part of a name."""
    if _HYPHENED_ROLE.match(word):
        return True
    return word.lower().strip(".") in word_class("title", "date")
