"""Loads the word tables that reading voices rests on: cues of saying, and function words."""

import csv
from functools import cache
from importlib import resources

from bias.records import Record

_VOWELS = "aeiou"
_DOUBLING = frozenset(
    {"rap", "pan", "rip", "slam", "dub", "brag", "beg", "refer", "quip", "commit"}
)


class VerbForm(Record, frozen=True, kw_only=True):
    """One form of a verb that attributes words or thoughts to somebody."""

    lemma: str
    kind: str
    """``say``, ``tell``, ``think``, ``name``, ``accuse``, ``urge``, ``want``, ``show``, ``talk``
    or ``seem``: what may follow it, and how far it reaches."""
    shape: str
    """``base``, ``third``, ``past``, ``participle`` or ``ing``."""
    noun: bool
    """The same letters can be a noun ("claims")."""


def _rows(name: str) -> list[dict[str, str]]:
    table = resources.files(__package__).joinpath(name).read_text("utf-8")
    return list(csv.DictReader(table.splitlines()))


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return every inflected form of the verbs of ``speech_verbs.csv``, in lower case."""
    forms: dict[str, VerbForm] = {}
    for row in _rows("speech_verbs.csv"):
        for form, shape in _inflect(row["lemma"], row["past"], row["participle"]):
            noun = bool(row["noun"]) and shape in ("base", "third")
            forms.setdefault(
                form, VerbForm(lemma=row["lemma"], kind=row["kind"], shape=shape, noun=noun)
            )
    return forms


def _inflect(lemma: str, past: str, participle: str) -> list[tuple[str, str]]:
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    regular, ing = stem + "ed", stem + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third, regular = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith("e"):
        regular = lemma + "d"
        ing = lemma + "ing" if lemma.endswith("ee") else lemma[:-1] + "ing"
    forms = [(lemma, "base"), (third, "third"), (past or regular, "past"), (ing, "ing")]
    return [*forms, (participle, "participle")] if participle else forms


@cache
def speech_nouns() -> frozenset[str]:
    """Return the nouns that can be followed by what was said, singular and plural."""
    nouns = [row["noun"] for row in _rows("speech_nouns.csv")]
    return frozenset(form for noun in nouns for form in (noun, noun + "s"))


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of one class of ``grammar.csv``, in lower case."""
    return frozenset(row["word"] for row in _rows("grammar.csv") if row["class"] == name)
