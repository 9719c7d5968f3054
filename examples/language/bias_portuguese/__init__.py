"""A small Portuguese: enough to show every file that a language is made of."""

from bias.languages import Language

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    package="bias_portuguese",
    lexicon="bias_portuguese",
    forms="bias_portuguese.forms",
    decimal_comma=True,
)
