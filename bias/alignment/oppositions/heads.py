"""Whether two nouns can be set against each other at all: of one kind, and not one word's forms."""

from os.path import commonprefix

from bias.alignment.terms.word_lists import plain_synonyms
from bias.people.lexis import head_kinds, noun_kind

_SOMEBODY = frozenset({"person", "group", "organisation"})
_THINGS = ("age", "ure", "ness", "ship", "ism", "ence", "ance", "ment", "tion", "sion")
"""How nouns end that name no person; Quirk et al., A Comprehensive Grammar of the English Language
(1985), I.31 to I.37."""
_STEM, _ENDING = 4, 3
"""Letters that forms and derivations of one word have in common, and that their ends have."""


def are_of_one_kind(one: str, other: str) -> bool:
    """Tell whether both nouns, as lemmas, may name somebody, or both something.

    A place may be either, and so may a noun of which nothing is known.

    >>> are_of_one_kind("rioter", "police"), are_of_one_kind("judge", "marriage")
    (True, False)
    """
    return len({_is_somebody(one), _is_somebody(other)} - {None}) < 2  # noqa: PLR2004 - two kinds


def _is_somebody(noun: str) -> bool | None:
    """Tell whether a noun names somebody, ``None`` where that is not known."""
    kind = noun_kind(noun)
    if kind in _SOMEBODY:
        return True
    known = noun in head_kinds() or noun.endswith(_THINGS)
    return False if known and kind != "place" else None


def are_one_word(one: str, other: str) -> bool:
    """Tell whether two lemmas are forms of one word, or stand for each other without a shade.

    >>> are_one_word("vote", "voter"), are_one_word("e-mail", "mail"), are_one_word("riot", "rally")
    (True, True, False)
    >>> are_one_word("bill", "legislation")
    True
    """
    if plain_synonyms().get(one, -1) == plain_synonyms().get(other, -2):
        return True
    short, long = sorted((one, other), key=len)
    stem = len(commonprefix((short, long)))
    derived = stem >= _STEM and len(long) - stem <= _ENDING and len(short) - stem <= 1
    return derived or (len(short) >= _STEM and long.endswith(short))
