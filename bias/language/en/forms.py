"""Forms of a term derived by rule from its part of speech; what is irregular is data."""

import re
from collections.abc import Callable
from functools import cache
from itertools import chain

from bias.language.registry import rows
from bias.languages import DEFAULT

_Rule = Callable[[str], list[str]]

_VOWEL_L = re.compile(r"[^aeiou][aeiou]l$")
_ISE = re.compile(r"is(e|ed|es|ing|ation)$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
# One vowel between single consonants in a word of one syllable: "slam", but not "claim", "row".
_DOUBLES = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][bdgklmnprtvz]$")
_LONG_ADJECTIVE = 7  # letters: from here on "more" and "most" compare


def inflections(term: str, pos: str) -> tuple[str, ...]:
    """Return every form of a term, itself first, in a fixed order.

    A verb is inflected at its first word, a noun or adjective at its last; both spellings of
    "-ise" and "-our" are formed. An empty ``pos`` leaves a phrase as it stands.

    >>> inflections("slam", "verb")
    ('slam', 'slams', 'slammed', 'slamming')
    >>> inflections("puppet master", "noun")
    ('puppet master', 'puppet masters')
    >>> inflections("demonise", "verb")[4:]
    ('demonize', 'demonizes', 'demonized', 'demonizing')
    >>> inflections("ugly", "adjective")
    ('ugly', 'uglier', 'ugliest', 'uglily')
    """
    make = _RULES.get(pos)
    if make is None:
        return _spellings(term)
    forms = chain.from_iterable(_apply(make, spelling, pos) for spelling in _spellings(term))
    return tuple(dict.fromkeys(forms))


def _apply(make: _Rule, term: str, pos: str) -> list[str]:
    """Inflect the word of the phrase that bears the ending."""
    if pos == "verb":
        head, gap, rest = term.partition(" ")
        return [form + gap + rest for form in _word_forms(make, head, pos)]
    before, gap, head = term.rpartition(" ")
    return [before + gap + form for form in _word_forms(make, head, pos)]


def _word_forms(make: _Rule, word: str, pos: str) -> list[str]:
    prefix, hyphen, head = word.rpartition("-") if pos != "adjective" else ("", "", word)
    irregular = _irregular().get((head.lower(), pos))
    derived = list(irregular) if irregular is not None else make(head)
    return [word, *(prefix + hyphen + form for form in derived)]


def _noun(word: str) -> list[str]:
    return [_with_s(word)]


def _verb(word: str) -> list[str]:
    stems = _stems(word)
    past = [stem + ("d" if stem.endswith("e") else "ed") for stem in stems]
    present = [_participle(stem) for stem in _stems(word, ing=True)]
    return [_with_s(word), *past, *present]


def _participle(stem: str) -> str:
    silent = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye"))
    return (stem[:-1] if silent else stem) + "ing"


def _stems(word: str, *, ing: bool = False) -> list[str]:
    """Return what the endings are put to: "slamm", "accus(e)", "labell" and "label"."""
    if _CONSONANT_Y.search(word):
        return [word if ing else word[:-1] + "i"]
    if word in _doubling() or _DOUBLES.match(word):
        return [word + word[-1]]
    if _VOWEL_L.search(word):
        return [word, word + "l"]  # American and British
    return [word]


def _adjective(word: str) -> list[str]:
    forms = []
    if len(word) < _LONG_ADJECTIVE and "-" not in word and not word.endswith(("ed", "ing")):
        stem = word[:-1] if word.endswith("e") else word
        stem = word[:-1] + "i" if _CONSONANT_Y.search(word) else stem
        stem = word + word[-1] if _DOUBLES.match(word) else stem
        forms = [stem + "er", stem + "est"]
    return [*forms, _adverb(word)]


def _adverb(word: str) -> str:
    endings = ((r"ic$", "ically"), (r"([^aeiou])le$", r"\1ly"), (r"ll$", "lly"), (r"y$", "ily"))
    for pattern, ending in endings:
        formed, count = re.subn(pattern, ending, word)
        if count:
            return formed
    return word + "ly"


def _with_s(word: str) -> str:
    if _SIBILANT.search(word):
        return word + "es"
    return word[:-1] + "ies" if _CONSONANT_Y.search(word) else word + "s"


def _spellings(term: str) -> tuple[str, ...]:
    """Return the term as British and as American English spell it, as given first."""
    words = term.split(" ")
    other = " ".join(_respell(word) for word in words)
    return (term,) if other == term else (term, other)


def _respell(word: str) -> str:
    """Return the American spelling of one word, the word itself where both agree.

    >>> _respell("socialised"), _respell("promise"), _respell("rancour")
    ('socialized', 'promise', 'rancor')
    """
    found = _spelling_pairs().get(word)
    if found:
        return found
    match = _ISE.search(word)
    if match and word[: match.start()] + "ise" not in _plain_ise():
        return word[: match.start()] + "iz" + match[1]
    return word


_RULES: dict[str, _Rule] = {"noun": _noun, "verb": _verb, "adjective": _adjective}


@cache
def _irregular() -> dict[tuple[str, str], tuple[str, ...]]:
    table = rows(DEFAULT, "irregular.csv")
    return {(row["word"], row["pos"]): tuple(row["forms"].split()) for row in table}


@cache
def _doubling() -> frozenset[str]:
    return frozenset(row["word"] for row in rows(DEFAULT, "doubling.csv"))


@cache
def _plain_ise() -> frozenset[str]:
    return frozenset(row["word"] for row in rows(DEFAULT, "plain_ise.csv"))


@cache
def _spelling_pairs() -> dict[str, str]:
    return {row["british"]: row["american"] for row in rows(DEFAULT, "spelling.csv")}
