"""The forms of Portuguese words by rule; what is irregular stands in ``forms.csv``."""

from bias.language.term_forms import term_forms

_SMALL = frozenset({"a", "de", "do", "da", "dos", "das", "em", "com", "por", "para"})
_AR = ("a", "am", "ava", "avam", "ou", "aram", "ará", "arão", "ado", "ada", "ados", "ando")
_ER = ("e", "em", "ia", "iam", "eu", "eram", "erá", "erão", "ido", "ida", "idos", "endo")


def inflections(term: str, pos: str) -> tuple[str, ...]:
    """Return every form of a term, itself first.

    >>> inflections("golpe de Estado", "noun")
    ('golpe de Estado', 'golpes de Estado')
    """
    rule = {"noun": _noun, "adjective": _adjective, "verb": _verb}.get(pos)
    return term_forms(term, pos, "pt", rule, _SMALL) if rule else (term,)


def _noun(word: str) -> list[str]:
    if word.endswith("ão"):
        return [word[:-2] + "ões"]
    return [word + ("es" if word.endswith(("r", "z")) else "s")]


def _adjective(word: str) -> list[str]:
    stem = word[:-1]
    return [word + "s", stem + "a", stem + "as"] if word.endswith("o") else [word + "s"]


def _verb(word: str) -> list[str]:
    endings = {"ar": _AR, "er": _ER, "ir": _ER}.get(word[-2:], ())
    return [word[:-2] + ending for ending in endings]
