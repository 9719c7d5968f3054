"""The languages that texts can be read in, by their code: the one place that names them.

How each is read stands in :mod:`bias.language.registry`; what loads no parser asks here. Another
package adds a language under the entry point ``bias.languages``; see ``docs/languages.md``.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from bias.errors import InstallationError
from bias.plugins import plugins

DEFAULT = "en"
"""Of a text that says too little to tell, and of an outlet that declares none (ISO 639-1)."""


REPORT_LANGUAGES = (DEFAULT, "fr")
"""Languages that pages of events, articles and nights speak: those of the catalogues."""


class Language(NamedTuple):
    """A language that texts can be read in."""

    code: str
    """ISO 639-1."""
    name: str
    """In English."""
    package: str
    """Where its tables of words are."""
    lexicon: str = "bias.wording"
    """Package that holds its lexicon, in ``lexicons/<code>/``."""
    forms: str = ""
    """Module whose ``inflections(term, pos)`` returns the forms of a term."""
    model: str = ""
    """Module whose ``load()`` returns its parser, ``None`` where that is not installed; empty where
    nothing parses it."""
    by_clauses: bool = False
    """Whose words they are and who is named is read from the clauses of a parse, as English is;
    else from the forms of words, which a parse only helps."""
    decimal_comma: bool = False
    """It writes 1.200,5 or 1 200,5 for what English writes 1,200.5."""


_OWN = (
    Language(
        code=DEFAULT,
        name="English",
        package="bias.language.en",
        forms="bias.language.en.forms",
        model="bias.language.en.model",
        by_clauses=True,
    ),
    Language(
        code="fr",
        name="French",
        package="bias.language.fr",
        forms="bias.language.fr.forms",
        model="bias.language.fr.model",
        decimal_comma=True,
    ),
    Language(
        code="es",
        name="Spanish",
        package="bias.language.es",
        forms="bias.language.es.forms",
        decimal_comma=True,
    ),
)


@cache
def languages() -> Mapping[str, Language]:
    """Return every language by its code: our own, then those of other packages.

    Raises:
        InstallationError: a package's language is broken, or has the code of another.
    """
    known = {language.code: language for language in _OWN}
    for name, language in plugins("bias.languages", Language):
        if name != language.code or name in known:
            why = "is taken" if name in known else f"is not the code {language.code!r} it names"
            raise InstallationError(f"the plugin {name!r} (bias.languages) {why}; rename it")
        known[name] = language
    return known


def is_supported(code: str) -> bool:
    """Tell whether texts in a language can be read."""
    return code in languages()


def by_clauses(code: str) -> bool:
    """Tell whether a language is read from the clauses of a parse, as English is."""
    return code in languages() and languages()[code].by_clauses
