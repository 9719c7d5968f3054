"""In which language an event was read, and how."""

from bias.languages import DEFAULT, languages
from bias.records import Comparison, Record
from bias.report.catalogue import say


class LanguageView(Record, frozen=True, kw_only=True):
    """The language of the articles that are compared."""

    code: str
    """ISO 639-1; the articles' words are marked with it."""
    name: str
    model: str
    """Name and version of the model that parsed them; empty: read without a parse."""
    measured: bool
    """The shares that the page gives of what is found were measured in this language."""
    conflicts: bool
    """Contradictions are looked for."""


def language_view(comparison: Comparison) -> LanguageView:
    """Return the language that the lexicon of a comparison is of."""
    code = comparison.lexicon.language
    known = languages().get(code)
    return LanguageView(
        code=code,
        name=say(known.name) if known else code,
        model=", ".join(comparison.making.language_models),
        measured=code == DEFAULT,
        conflicts=known is not None and known.by_clauses,
    )
