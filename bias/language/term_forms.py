"""Which words of a term bear its endings, and the forms that a table lists."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import product

from bias.language.registry import rows

Rule = Callable[[str], list[str]]


@cache
def listed(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the forms of ``forms.csv`` by word and part of speech, the word itself first."""
    return {
        (row["word"], row["pos"]): (row["word"], *row["forms"].split())
        for row in rows(language, "forms.csv")
    }


def term_forms(
    term: str, pos: str, language: str, rule: Rule, small: frozenset[str]
) -> tuple[str, ...]:
    """Return every form of a term of a language whose nouns stand before what describes them.

    A verb is inflected at its first word, an adjective at every word, a noun at each word up to
    the first of the ``small`` ones that tie something to it: « coups d’État ».

    Args:
        term: as its row has it.
        pos: its part of speech.
        language: ISO 639-1, for the table of what is irregular.
        rule: from a word to its other forms.
        small: words, folded or not, behind which a noun's endings stop.
    """
    words = term.split(" ")
    count = _bearing(words, pos, small)
    bearing = [_forms(word, pos, language, rule) for word in words[:count]]
    rest = words[count:]
    made = [" ".join([*each, *rest]) for each in _agreeing(bearing)]
    return tuple(dict.fromkeys([term, *made]))


def _bearing(words: list[str], pos: str, small: frozenset[str]) -> int:
    if pos == "verb":
        return 1
    ends = (i for i, word in enumerate(words) if word.lower() in small or (i and "'" in word))
    return next(ends, len(words)) if pos == "noun" else len(words)


def _forms(word: str, pos: str, language: str, rule: Rule) -> tuple[str, ...]:
    known = listed(language).get((word.lower(), pos))
    return known or tuple(dict.fromkeys([word, *rule(word)]))


def _agreeing(bearing: list[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """Return the words of a phrase in each number and gender; both of two words change alike."""
    if len(bearing) == 1:
        return [(form,) for form in bearing[0]]
    plural = [tuple(f for f in forms if _is_plural(f)) or forms for forms in bearing]
    single = [tuple(f for f in forms if not _is_plural(f)) or forms for forms in bearing]
    return [*product(*single), *product(*plural)]


def _is_plural(form: str) -> bool:
    return form.endswith(("s", "x"))
