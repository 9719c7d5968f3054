"""Where the lexicon of a language is."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from bias.languages import DEFAULT, languages


def lexicon_folder(language: str) -> Traversable:
    """Return the folder of the lexicon of a language; of one that is not known there is no file."""
    known = languages().get(language, languages()[DEFAULT])
    return files(known.lexicon).joinpath("lexicons", language)
