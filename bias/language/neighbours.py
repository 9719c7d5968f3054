"""Classes of words that a rule can ask for beside a word: numbers, countries, animals."""

from functools import cache

from bias.language.registry import rows
from bias.language.word_classes import word_class
from bias.languages import DEFAULT
from bias.text import fold

_OF_GRAMMAR = {
    "auxiliary": "auxiliary",
    "be": "be",
    "date": "date",
    "determiner": "determiner",
    "modal": "modal",
    "number": "small_number",
    "object": "object_pronoun",
    "possessive": "possessive",
    "preposition": "preposition",
    "subject": "person_pronoun",
}
"""The classes of ``grammar.csv`` by the names that rules use."""
_SMALL = (
    "auxiliary", "be", "determiner", "modal", "object_pronoun", "person_pronoun", "possessive",
    "preposition", "pronoun", "subordinator", "clause_start", "joint",
)  # fmt: skip
"""What ``small`` holds together: the words that tell nothing by themselves."""
_OF_TABLES = {
    "country": ("countries.csv", ("country", "also")),
    "people": ("countries.csv", ("people",)),
    "title": ("titles.csv", ("word",)),
}


@cache
def semantic_classes(language: str = DEFAULT) -> dict[str, frozenset[str]]:
    """Return the words of ``semantic_classes.csv`` by what they name: animals, garments, courts.

    A word stands, in its base form, in every class that one of its senses belongs to; a class may
    be part of a wider one, ``thing``.
    """
    found: dict[str, frozenset[str]] = {}
    for row in rows(language, "semantic_classes.csv"):
        for name in filter(None, (row["class"], row["part_of"])):
            found[name] = found.get(name, frozenset()).union(row["words"].split())
    return found


def classes() -> frozenset[str]:
    """Return the name of every class that can be asked for."""
    return frozenset({*_OF_GRAMMAR, *_OF_TABLES, *semantic_classes(), "small"})


@cache
def class_words(name: str, language: str = DEFAULT) -> frozenset[str]:
    """Return the single words of a class, folded.

    Raises:
        KeyError: there is no such class.
    """
    if name in semantic_classes(language):
        return semantic_classes(language)[name]
    if name == "small":
        return word_class(*_SMALL, language=language)
    if name in _OF_GRAMMAR:
        return word_class(_OF_GRAMMAR[name], language=language)
    table, columns = _OF_TABLES[name]
    cells = (row[column] for row in rows(language, table) for column in columns)
    return frozenset(fold(word) for cell in cells for word in cell.split("|") if word)
