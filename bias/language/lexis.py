"""Loads the verbs that attribute, with what may stand beside them, and the nouns of saying."""

from functools import cache
from importlib import import_module

from bias.language.inflections import inflections
from bias.language.registry import rows
from bias.languages import DEFAULT, languages
from bias.records import Record
from bias.text import fold


class Frame(Record, frozen=True, kw_only=True):
    """What a verb attributes, by what stands beside it.

    ``frames`` holds ``that`` and ``bare`` (a clause with and without "that"), ``infinitive``,
    ``object``, ``object+as`` and its like (the words behind an object that the outlet names),
    ``name`` (a second object), ``of`` and ``at`` (at once: "spoke of", "hinted at"), ``told``
    (somebody is addressed), ``behind`` (it may stand behind the words), ``quotation`` (one in its
    object is the actor's) and ``anonymous`` (a passive without agent attributes).
    """

    lemma: str
    frames: frozenset[str]
    sort: str
    """``speech``, ``thought``, ``knowledge`` or ``act``."""

    @property
    def tells(self) -> bool:
        """Whether it tells of words said or thought, not of an act or a finding."""
        return self.sort in ("speech", "thought")

    @property
    def openers(self) -> frozenset[str]:
        """The words that open what stands behind an object: "as", "of"."""
        return frozenset(name[7:] for name in self.frames if name.startswith("object+"))


UNKNOWN = Frame(lemma="", frames=frozenset({"behind", "quotation", "that"}), sort="speech")
"""A verb of no row that stands beside a quotation as a verb of saying would."""
READS = Frame(lemma="read", frames=frozenset({"behind", "that"}), sort="speech")
"""``read`` beside what bears words: "the statement reads"."""


@cache
def frames(language: str = DEFAULT) -> dict[str, Frame]:
    """Return the verbs that attribute, by lemma."""
    return {
        row["lemma"]: Frame(
            lemma=row["lemma"], frames=frozenset(row["frames"].split()), sort=row["sort"]
        )
        for row in rows(language, "frames.csv")
    }


@cache
def stances(language: str = DEFAULT) -> dict[tuple[str, str], frozenset[str]]:
    """Return what follows a word of wishing, asking or judging, by lemma and part of speech.

    ``object`` is a direct object, ``that`` a clause, ``to`` an infinitive or the preposition; the
    others are prepositions.
    """
    table = rows(language, "stances.csv")
    return {(row["lemma"], row["pos"].upper()): frozenset(row["takes"].split()) for row in table}


@cache
def verb_forms() -> frozenset[str]:
    """Return every inflected form of the verbs of ``frames.csv``, in lower case."""
    return frozenset(form for row in rows(DEFAULT, "frames.csv") for form in _forms_of(row))


def _forms_of(row: dict[str, str]) -> tuple[str, ...]:
    """Return the forms of a verb; what its row gives stands for the regular past."""
    made = inflections(row["lemma"], "verb")
    if not row["past"]:
        return (*made, row["participle"]) if row["participle"] else made
    rest = (form for form in made[1:] if not form.endswith("ed"))
    return (row["lemma"], *rest, row["past"], row["participle"] or row["past"])


@cache
def saying_forms(language: str) -> frozenset[str]:
    """Return every form, folded, of the verbs of ``frames.csv`` by the rules of their language."""
    return frozenset(form_lemmas(language))


@cache
def form_lemmas(language: str) -> dict[str, str]:
    """Return the lemma of every form, folded, of the verbs that attribute."""
    rules = languages()[language].forms
    inflections = import_module(rules).inflections
    return {
        fold(form): row["lemma"]
        for row in rows(language, "frames.csv")
        for form in inflections(row["lemma"], "verb")
    }


@cache
def speech_nouns() -> frozenset[str]:
    """Return the nouns that can be followed by what was said, singular and plural."""
    nouns = [row["noun"] for row in rows(DEFAULT, "speech_nouns.csv")]
    return frozenset(form for noun in nouns for form in (noun, noun + "s"))
