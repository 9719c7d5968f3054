"""Loads the word tables that reading voices rests on: verbs and nouns of saying, function words."""

from functools import cache

from bias.language.registry import DEFAULT, rows
from bias.records import Record

_VOWELS = "aeiou"
_DOUBLING = frozenset(
    {"rap", "pan", "rip", "slam", "dub", "brag", "beg", "refer", "quip", "commit"}
)


class Kind(Record, frozen=True, kw_only=True):
    """What may stand beside a verb of some kind, and how far it reaches.

    Before a clause every kind but ``act`` attributes; what stands in quotation marks beside a verb
    that ``cites`` is the actor's even where the words around it are the outlet's own.
    """

    behind: bool = False
    """It may stand behind or amid the words it attributes: ``…, said Ray``, ``…, he said, …``."""
    addressed: bool = False
    """Somebody who is told stands between it and the words: ``told reporters that``."""
    clause: bool = False
    """It reaches over a whole clause, else over its object only."""
    object: bool = False
    """It attributes what is no clause as well: ``claimed victory``, not ``announced a ban``."""
    direct: bool = False
    """Such an object follows at once: ``reported losses``, not ``reported for duty``."""
    infinitive: bool = False
    """It attributes what stands behind ``to``: ``vowed to fight``, not ``agreed to fight``."""
    bare_clause: bool = False
    """It attributes a clause without ``that``: ``vowed the regime would fall``."""
    behind_object: frozenset[str] = frozenset()
    """What begins the words behind an object that the outlet names: ``accused the mayor of``."""
    at_once: bool = False
    """What begins the words follows the verb directly: ``spoke of``."""
    names: bool = False
    """It gives a name to what may stand before it: ``what Ray called``, ``was called``."""
    cites: bool = True
    """It attributes a quotation in its object."""
    anonymous: bool = True
    """Its passive attributes though nobody acts: ``was alleged to``, not ``was expected to``."""
    speech: bool = False
    """It tells of words said or thought, not of an act or a finding."""


_NAMING = frozenset({"as", "a", "an", ""})
KINDS = {
    "say": Kind(behind=True, clause=True, object=True, infinitive=True, speech=True),
    "remark": Kind(behind=True, clause=True, bare_clause=True, speech=True),
    "report": Kind(
        behind=True, clause=True, bare_clause=True, object=True, direct=True, speech=True
    ),
    "tell": Kind(
        behind=True, addressed=True, clause=True, object=True, infinitive=True, speech=True
    ),
    "ask": Kind(behind=True, clause=True, object=True, anonymous=False, speech=True),
    "think": Kind(behind=True, clause=True, object=True, infinitive=True, speech=True),
    "expect": Kind(
        behind=True, clause=True, object=True, infinitive=True, anonymous=False, speech=True
    ),
    "promise": Kind(behind=True, clause=True, bare_clause=True, infinitive=True, speech=True),
    "utter": Kind(behind=True, clause=True, bare_clause=True, speech=True),
    "announce": Kind(behind=True, clause=True, bare_clause=True, speech=True),
    "declare": Kind(
        names=True, behind=True, clause=True, bare_clause=True, behind_object=_NAMING, speech=True
    ),
    "show": Kind(behind=True, clause=True, object=True, infinitive=True, cites=False),
    "know": Kind(clause=True, bare_clause=True, cites=False),
    "name": Kind(names=True, behind_object=_NAMING, speech=True),
    "call": Kind(names=True, behind_object=_NAMING | {"for", "to"}, speech=True),
    "accuse": Kind(behind_object=frozenset({"of", "for", "as", ""}), speech=True),
    "urge": Kind(behind_object=frozenset({"to", "that", "not", "for", ""}), speech=True),
    "speak": Kind(at_once=True, cites=False, behind_object=frozenset({"of"}), speech=True),
    "describe": Kind(names=True, object=True, behind_object=_NAMING, speech=True),
    "express": Kind(object=True, infinitive=True, speech=True),
    "order": Kind(behind_object=frozenset({"that", ""})),
    "act": Kind(),
}
"""By the ``kind`` column of ``speech_verbs.csv``; an empty word stands for a quotation."""


class VerbForm(Record, frozen=True, kw_only=True):
    """One form of a verb that attributes words or thoughts to somebody."""

    kind: str
    shape: str
    """``base``, ``third``, ``past`` (and participle) or ``ing``."""
    noun: bool = False
    """The same letters can be a noun ("claims")."""


UNKNOWN_VERB = VerbForm(kind="say", shape="past")
"""A verb of no table that stands beside a quotation as a verb of saying would."""


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return every inflected form of the verbs of ``speech_verbs.csv``, in lower case."""
    forms: dict[str, VerbForm] = {}
    for row in rows(DEFAULT, "speech_verbs.csv"):
        for form, shape in _inflect(row["lemma"], row["past"], row["participle"]):
            noun = bool(row["noun"]) and shape in ("base", "third")
            forms.setdefault(form, VerbForm(kind=row["kind"], shape=shape, noun=noun))
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
    return [*forms, (participle, "past")] if participle else forms


@cache
def speech_nouns() -> frozenset[str]:
    """Return the nouns that can be followed by what was said, singular and plural."""
    nouns = [row["noun"] for row in rows(DEFAULT, "speech_nouns.csv")]
    return frozenset(form for noun in nouns for form in (noun, noun + "s"))
