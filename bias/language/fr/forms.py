"""The forms of French words by rule; what is irregular stands in ``forms.csv``.

Only forms that news text has are made: of verbs the third persons, participles and the infinitive.
A form that no French word has does no harm, one that is another word would: so a noun gets no
feminine ``-e`` by rule.
"""

import re

from bias.language.term_forms import term_forms

_SMALL = frozenset(
    {"à", "de", "du", "des", "en", "au", "aux", "sur", "par", "pour", "contre", "sans"}
)
_ER = (
    "e", "ent", "ait", "aient", "a", "èrent", "era", "eront", "erait", "eraient", "é", "ée",
    "és", "ées", "ant",
)  # fmt: skip
_IR = (
    "it", "issent", "issait", "issaient", "irent", "ira", "iront", "irait", "iraient", "i",
    "ie", "is", "ies", "issant", "isse",
)  # fmt: skip
_RE = (
    "", "ent", "ait", "aient", "it", "irent", "ra", "ront", "rait", "raient", "u", "ue",
    "us", "ues", "ant", "e",
)  # fmt: skip
_FEMININE = (
    (r"teur$", ("trice", "teuse")), (r"eur$", ("euse", "eure")), (r"eux$", ("euse",)),
    (r"if$", ("ive",)), (r"ien$", ("ienne",)), (r"er$", ("ère",)), (r"on$", ("onne",)),
    (r"el$", ("elle",)), (r"eau$", ("elle",)),
)  # fmt: skip


def inflections(term: str, pos: str) -> tuple[str, ...]:
    """Return every form of a term, itself first.

    >>> inflections("coup de force", "noun")
    ('coup de force', 'coups de force')
    >>> inflections("scandaleux", "adjective")
    ('scandaleux', 'scandaleuse', 'scandaleuses')
    >>> inflections("fustiger", "verb")[:4]
    ('fustiger', 'fustige', 'fustigent', 'fustigait')
    """
    rule = {"noun": _noun, "adjective": _adjective, "verb": _verb}.get(pos)
    return term_forms(term, pos, "fr", rule, _SMALL) if rule else (term,)


def _noun(word: str) -> list[str]:
    feminine = _endings(word)
    return [*_plural(word), *feminine, *(form + "s" for form in feminine)]


def _adjective(word: str) -> list[str]:
    feminine = _endings(word) or ([] if word.endswith("e") else [word + "e"])
    return [*_plural(word), *feminine, *(form + "s" for form in feminine)]


def _endings(word: str) -> list[str]:
    for pattern, endings in _FEMININE:
        if re.search(pattern, word):
            return [re.sub(pattern, ending, word) for ending in endings]
    return []


def _plural(word: str) -> list[str]:
    if word.endswith(("s", "x", "z")):
        return []
    if word.endswith("al"):
        return [word[:-2] + "aux"]
    return [word + ("x" if word.endswith(("eau", "eu")) else "s")]


def _verb(word: str) -> list[str]:
    if word.endswith("er"):
        stem = word[:-2]
        forms = [stem + ending for ending in _ER]
        if stem.endswith("g"):
            forms += [stem + "e" + ending for ending in ("ait", "aient", "a", "ant")]
        if stem.endswith(("l", "t")) and not stem.endswith(("ll", "tt")):
            forms += [stem + stem[-1] + ending for ending in ("e", "ent", "era", "eront", "erait")]
        if stem.endswith("y"):
            forms += [stem[:-1] + "i" + ending for ending in ("e", "ent", "era", "eront", "erait")]
        return forms
    if word.endswith("ir"):
        return [word[:-2] + ending for ending in _IR]
    return [word[:-2] + ending for ending in _RE] if word.endswith("re") else []
