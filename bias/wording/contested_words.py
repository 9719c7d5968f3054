"""Families of names for one thing, those that judge and those that do not, from a table."""

import tomllib
from collections import defaultdict
from functools import cache

import msgspec

from bias.language.inflections import inflections
from bias.records import Cue, Record
from bias.wording.folders import lexicon_folder
from bias.wording.normal import normal_term

CATEGORY = "contested"


class Family(Record, frozen=True, kw_only=True):
    """Names for one thing, those that judge and those that do not."""

    name: str
    source: str
    loaded: tuple[str, ...]
    plain: tuple[str, ...]


@cache
def families(language: str) -> tuple[Family, ...]:
    """Return the families of a language, in the order of their file."""
    path = lexicon_folder(language).joinpath("contested.toml")
    table = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    return tuple(msgspec.convert({"name": name, **row}, Family) for name, row in table.items())


@cache
def forms_of(language: str) -> dict[str, tuple[tuple[Family, str], ...]]:
    """Return, for every form of every term, the families it belongs to."""
    forms: dict[str, list[tuple[Family, str]]] = defaultdict(list)
    for family in families(language):
        for term in family.loaded + family.plain:
            for form in inflections(term, "noun", language):
                forms[normal_term(form)].append((family, term))
    return {form: tuple(uses) for form, uses in forms.items()}


def contested_cue(cue_id: str, language: str) -> Cue:
    """Return the row that explains a finding which the comparison, not the list, made."""
    term = cue_id.removeprefix(f"{CATEGORY}/").replace("-", " ")
    family = next(f for f in families(language) if term in f.loaded)
    return Cue(
        id=cue_id,
        term=term,
        category=CATEGORY,
        strength=1,
        sense="the outlets of this event tell the same with different words: this one judges",
        not_sense="any event whose outlets agree on the word",
        alternative=" or ".join(family.plain[:2]),
        in_quotes=False,
        source=family.source,
        match="",
        no_match="",
        pos="noun",
    )
