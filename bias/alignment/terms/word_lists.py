"""The word lists of this stage, read once from ``words/*.csv``."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from bias.language.registry import rows
from bias.languages import DEFAULT


@cache
def weights(language: str = DEFAULT) -> Mapping[str, float]:
    """Return how much common words tell in any news text, 0 to 1 ("the" 0, "said" 0.25).

    Of another language than English they stand in its package, in ``common.csv``.
    """
    listed = _rows("common.csv") if language == DEFAULT else rows(language, "common.csv")
    return {word: float(row["weight"]) for row in listed for word in row["words"].split()}


@cache
def concepts() -> Mapping[str, str]:
    """Return the concept of every word that stands for one ("uprising" is "coup")."""
    found: dict[str, str] = {}
    for row in _rows("concepts.csv"):
        for word in row["words"].split():
            found.setdefault(word, row["concept"])
    return found


@cache
def number_words(kind: str) -> Mapping[str, int]:
    """Return the values of one kind: ``unit``, ``ten``, ``scale`` or ``suffix`` ("4bn")."""
    return {row["word"]: int(row["value"]) for row in _rows("numbers.csv") if row["kind"] == kind}


@cache
def counting(name: str) -> frozenset[str]:
    """Return a class of words that tell what a number is: ``label``, ``calendar``, ``change`` …."""
    return frozenset(
        word
        for row in _rows("counting.csv")
        if row["class"] == name
        for word in row["words"].split()
    )


@cache
def measures() -> Mapping[str, str]:
    """Return the measure that a word behind a number names ("hours" is "hour")."""
    return {
        word: row["class"].removeprefix("measure ")
        for row in _rows("counting.csv")
        if row["class"].startswith("measure ")
        for word in row["words"].split()
    }


@cache
def bounds() -> Mapping[str, str]:
    """Return what a phrase before a number makes of it: ``about``, ``least`` or ``most``."""
    return {
        phrase: row["bound"] for row in _rows("bounds.csv") for phrase in row["phrases"].split(";")
    }


@cache
def negations() -> Mapping[str, str]:
    """Return what a phrase does to what stands behind it: ``denies``, ``unsure``, ``idiom`` …."""
    return {
        phrase: row["class"]
        for row in _rows("negation.csv")
        for phrase in row["phrases"].split(";")
    }


@cache
def vague_numbers() -> Mapping[str, tuple[float, float]]:
    """Return the least and the greatest value that a vague number ("dozens") stands for."""
    return {row["phrase"]: (float(row["low"]), float(row["high"])) for row in _rows("vague.csv")}


@cache
def vague_beginnings() -> frozenset[str]:
    """Return the words that a vague number begins with."""
    return frozenset(phrase.split()[0] for phrase in vague_numbers())


@cache
def certainty(name: str) -> frozenset[str]:
    """Return a class of words that leave it open whether a thing is so.

    ``doubt`` stands beside a word, ``claim`` is a verb above a clause, ``chance`` a modal.
    """
    return frozenset(
        word
        for row in _rows("certainty.csv")
        if row["class"] == name
        for word in row["words"].split()
    )


@cache
def causes(name: str) -> frozenset[str]:
    """Return a class of words that give a cause.

    ``behind`` stands before it with a preposition, ``clause`` before a clause; of verbs, ``makes``
    and ``leads`` have the cause as subject, ``follows`` behind "from", ``blames`` as object.
    """
    return frozenset(
        word for row in _rows("causes.csv") if row["class"] == name for word in row["words"].split()
    )


@cache
def opposite_deeds(who: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return verbs that exclude each other.

    They do so of one ``actor``, or where the actor of the first is the ``patient`` of the other.
    """
    return tuple(
        (frozenset(row["one"].split()), frozenset(row["other"].split()))
        for row in _rows("opposite_deeds.csv")
        if row["who"] == who
    )


@cache
def plain_synonyms() -> Mapping[str, int]:
    """Return the row of every noun that others of its row can stand for without a shade."""
    return {
        word: number
        for number, row in enumerate(_rows("plain_synonyms.csv"))
        for word in row["words"].split()
    }


@cache
def classifying() -> frozenset[str]:
    """Return the adjectives that say which of several is meant, or when, and no more."""
    return frozenset(word for row in _rows("classifying.csv") for word in row["words"].split())


def _rows(name: str) -> list[dict[str, str]]:
    with (files("bias.alignment") / "words" / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))
