"""The word tables that finding who is who rests on."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from bias.errors import InstallationError
from bias.language.registry import rows
from bias.languages import DEFAULT
from bias.records import EntityKind
from bias.text import fold

if TYPE_CHECKING:
    from nicknames import NickNamer

SKIPPED = frozenset({"time", "measure"})
"""Kinds of nouns that name nobody and nothing."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""Words behind a name that tell a son from his father."""
_PERSON_ENDINGS = ("man", "woman", "ist", "ologist", "ician", "eer", "maker", "keeper", "holder")


@cache
def titles(language: str = DEFAULT) -> Mapping[str, str]:
    """Return title, office or role, folded → its kind."""
    return {fold(row["word"]): row["kind"] for row in rows(language, "titles.csv")}


@cache
def genders(language: str = DEFAULT) -> Mapping[str, str]:
    """Return title or role, folded → ``he`` or ``she``, where the word shows it."""
    found = {fold(row["word"]): row["gender"] for row in rows(language, "titles.csv")}
    return {word: gender for word, gender in found.items() if gender}


@cache
def given_names(language: str = DEFAULT) -> Mapping[str, str]:
    """Return given name, folded → ``he`` or ``she``; those that both bear are left out."""
    return {fold(row["name"]): row["gender"] for row in rows(language, "given_names.csv")}


@cache
def head_kinds() -> Mapping[str, str]:
    """Return noun → kind of thing; ``time`` and ``measure`` are the kinds that are skipped."""
    found = {fold(row["word"]): row["kind"] for row in rows(DEFAULT, "head_kinds.csv")}
    singular = {word[:-1]: kind for word, kind in found.items() if word.endswith("s")}
    return {**singular, **found}


@cache
def countries() -> Mapping[str, str]:
    """Return every name of a country and of its people, folded → its name."""
    found: dict[str, str] = {}
    for row in rows(DEFAULT, "countries.csv"):
        words = [row["country"]]
        for column in ("also", "people"):
            words += row[column].split("|")
        found.update({squeeze(word): squeeze(row["country"]) for word in words if word})
    return found


@cache
def states() -> Mapping[str, str]:
    """Return every name of a country, folded → its name; its people are left out."""
    found: dict[str, str] = {}
    for row in rows(DEFAULT, "countries.csv"):
        words = [row["country"], *row["also"].split("|")]
        found.update({squeeze(word): squeeze(row["country"]) for word in words if word})
    return found


@cache
def same_given_names(name: str) -> frozenset[str]:
    """Return the nicknames of a given name, and the names it is a nickname of; all folded.

    Raises:
        InstallationError: the list of nicknames is not installed.
    """
    namer = _namer()
    return frozenset({*namer.nicknames_of(name), *namer.canonicals_of(name)})


@cache
def _namer() -> "NickNamer":
    try:
        from nicknames import NickNamer
    except ImportError as error:
        message = "the list of nicknames is not installed; run: pip install nicknames"
        raise InstallationError(message) from error
    return NickNamer()


def squeeze(text: str) -> str:
    """Return a name folded and without points, as it is compared.

    >>> squeeze("U.S.")
    'us'
    """
    return fold(text).replace(".", "").replace("’", "'")


def is_title(word: str) -> bool:
    """Tell whether a folded word is an honorific, an office or a role."""
    return _bare(word) in titles()


def title_kind(word: str, language: str = DEFAULT) -> str:
    """Return ``honorific``, ``office``, ``role`` or ``prefix``, empty for another word.

    A ``prefix`` is a title before a name only, and another word elsewhere: "Justice", "Major".
    """
    return titles(language).get(_bare(word), "")


def _bare(word: str) -> str:
    bare = word.rstrip(".")
    return bare.removeprefix("ex-").removeprefix("co-").removeprefix("vice-") or bare


def noun_kind(lemma: str) -> str:
    """Return what kind of thing a noun names: an entity kind, or one that is skipped."""
    if title_kind(lemma) not in ("", "prefix"):
        return EntityKind.PERSON.value
    known = head_kinds().get(lemma)
    if known:
        return known
    last = lemma.rpartition("-")[2]
    if last != lemma and last:
        return noun_kind(last)
    if lemma.endswith(_PERSON_ENDINGS):
        return EntityKind.PERSON.value
    if lemma.endswith(("tion", "sion", "ment", "ing")):
        return EntityKind.HAPPENING.value
    return EntityKind.OBJECT.value
