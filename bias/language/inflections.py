"""The forms of a term, by the rules of its language."""

from functools import cache
from importlib import import_module
from typing import Protocol, cast

from bias.languages import DEFAULT, languages


class _Rules(Protocol):
    def inflections(self, term: str, pos: str) -> tuple[str, ...]: ...


def inflections(term: str, pos: str, language: str = DEFAULT) -> tuple[str, ...]:
    """Return every form of a term, itself first; itself alone in a language without rules.

    Args:
        term: as its row has it.
        pos: ``noun``, ``verb``, ``adjective``, ``adverb``, or empty for a phrase as it stands.
        language: ISO 639-1.

    >>> inflections("slam", "verb"), inflections("slam", "verb", "xx")
    (('slam', 'slams', 'slammed', 'slamming'), ('slam',))
    """
    rules = _rules(language)
    return rules.inflections(term, pos) if rules else (term,)


@cache
def _rules(language: str) -> _Rules | None:
    known = languages().get(language)
    return cast(_Rules, import_module(known.forms)) if known and known.forms else None
