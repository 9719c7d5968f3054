"""The forms of Spanish words by rule; what is irregular stands in ``forms.csv``.

Only forms that news text has are made: of verbs the third persons, participles, the gerund and the
infinitive. Accents are written where they are; who compares folded words may drop them.
"""

import re

from bias.language.term_forms import term_forms

_SMALL = frozenset({"a", "al", "de", "del", "en", "con", "por", "para", "contra", "sin", "sobre"})
_AR = (
    "a", "an", "aba", "aban", "ó", "aron", "ará", "arán", "aría", "arían", "ado", "ada",
    "ados", "adas", "ando", "e", "en", "ara", "aran",
)  # fmt: skip
_ER = (
    "e", "en", "ía", "ían", "ió", "ieron", "erá", "erán", "ería", "erían", "ido", "ida",
    "idos", "idas", "iendo", "a", "an", "iera", "ieran",
)  # fmt: skip
_IR = tuple(re.sub(r"^er(?=[áí])", "ir", ending) for ending in _ER)
_STEMS = ((r"c$", "qu"), (r"g$", "gu"), (r"z$", "c"))
_CONSONANT = re.compile(r"[^aeiouáéíóú]$")


def inflections(term: str, pos: str) -> tuple[str, ...]:
    """Return every form of a term, itself first.

    >>> inflections("golpe de Estado", "noun")
    ('golpe de Estado', 'golpes de Estado')
    >>> inflections("vergonzoso", "adjective")
    ('vergonzoso', 'vergonzosos', 'vergonzosa', 'vergonzosas')
    >>> inflections("atacar", "verb")[:3]
    ('atacar', 'ataca', 'atacan')
    """
    rule = {"noun": _noun, "adjective": _adjective, "verb": _verb}.get(pos)
    return term_forms(term, pos, "es", rule, _SMALL) if rule else (term,)


def _noun(word: str) -> list[str]:
    feminine = [_plain(word) + "a"] if re.search(r"[dts]or$|és$", word) else []
    if re.search(r"(?:er|ari|ad|an|ic|iv)o$", word):
        feminine = [word[:-1] + "a"]
    return [*_plural(word), *feminine, *(form + "s" for form in feminine)]


def _adjective(word: str) -> list[str]:
    if word.endswith("o"):
        return [word + "s", word[:-1] + "a", word[:-1] + "as"]
    gendered = word.endswith(("or", "ón", "és", "án", "ín")) and not word.endswith("rior")
    feminine = [_plain(word) + "a"] if gendered else []
    return [*_plural(word), *feminine, *(form + "s" for form in feminine)]


def _plural(word: str) -> list[str]:
    if word.endswith(("s", "x")) and not word.endswith("és"):
        return []
    if word.endswith("z"):
        return [word[:-1] + "ces"]
    return [_plain(word) + "es"] if _CONSONANT.search(word) else [word + "s"]


def _plain(word: str) -> str:
    """Return a word without the accent that its longer forms lose: « alborotador », « ladrón »."""
    return re.sub(r"([áéíóú])([ns])$", lambda m: "aeiou"["áéíóú".index(m[1])] + m[2], word)


def _verb(word: str) -> list[str]:
    stem, ending = word[:-2], word[-2:]
    if ending == "ar":
        return [*(stem + each for each in _AR), *_respelled(stem)]
    endings = {"er": _ER, "ir": _IR}.get(ending, ())
    return [stem + each for each in endings]


def _respelled(stem: str) -> list[str]:
    """Return what a stem is before ``e``: « ataque », « castigue », « alce »."""
    for pattern, other in _STEMS:
        if re.search(pattern, stem):
            changed = re.sub(pattern, other, stem)
            return [changed + "e", changed + "en"]
    return []
