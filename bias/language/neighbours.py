"""Classes of words that a rule can ask for beside a word: numbers, dates, countries."""

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
_OF_TABLES = {
    "country": ("countries.csv", ("country", "also")),
    "people": ("countries.csv", ("people",)),
    "title": ("titles.csv", ("word",)),
}
CLASSES = frozenset(_OF_GRAMMAR) | frozenset(_OF_TABLES)
"""Every class that can be asked for."""


@cache
def class_words(name: str, language: str = DEFAULT) -> frozenset[str]:
    """Return the single words of a class, folded.

    Raises:
        KeyError: there is no such class.
    """
    if name in _OF_GRAMMAR:
        return word_class(_OF_GRAMMAR[name], language=language)
    table, columns = _OF_TABLES[name]
    cells = (row[column] for row in rows(language, table) for column in columns)
    return frozenset(fold(word) for cell in cells for word in cell.split("|") if word)
