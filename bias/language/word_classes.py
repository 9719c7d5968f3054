"""The function words of a language, by class."""

from functools import cache

from bias.language.registry import rows
from bias.languages import DEFAULT


@cache
def _classes(language: str) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for row in rows(language, "grammar.csv"):
        classes.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in classes.items()}


@cache
def word_class(*names: str, language: str = DEFAULT) -> frozenset[str]:
    """Return the words of one or more classes of ``grammar.csv``, in lower case.

    Raises:
        KeyError: there is no such class.
    """
    return frozenset().union(*(_classes(language)[name] for name in names))


@cache
def any_class(*names: str, language: str) -> frozenset[str]:
    """Return the same of those classes that a language has: not every one has clitics."""
    classes = _classes(language)
    return frozenset().union(*(classes.get(name, frozenset()) for name in names))
