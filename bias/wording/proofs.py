"""What is asked of a row of the lexicon: one function for each demand."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from bias.attribution.attribute import attribute
from bias.language.inflections import inflections
from bias.language.read import read
from bias.records import Article, Cast, Cue, Quality
from bias.wording.findings import find_all
from bias.wording.lexicon import Lexicon, category_of
from bias.wording.matcher import pad
from bias.wording.normal import normal_term, normalise
from bias.wording.weights import COUNTED

LEAVE_OUT = "leave out"

Fault = tuple[str, str]
"""The column that is wrong, and what to write."""


class Case:
    """A row and what its own sentences hold, each read once."""

    def __init__(self, cue: Cue, lexicon: Lexicon, spelled_alike: Sequence[Cue]) -> None:
        """Take the row, the lexicon it stands in, and the rows that differ from it by a hyphen."""
        self.cue = cue
        self.lexicon = lexicon
        self.spelled_alike = spelled_alike

    @cached_property
    def in_match(self) -> tuple[str, ...]:
        """Ids of the cues found in its ``match``."""
        return found_in(self.cue.match, self.lexicon)

    @cached_property
    def in_no_match(self) -> tuple[str, ...]:
        """Ids of the cues found in its ``no_match``."""
        return found_in(self.cue.no_match, self.lexicon)

    def counted(self, ids: Sequence[str]) -> list[str]:
        """Return the other cues among these that count by themselves."""
        others = (name for name in ids if name != self.cue.id)
        return [name for name in others if self.lexicon.by_id[name].strength >= COUNTED]


Rule = Callable[[Case], Iterator[Fault]]


def found_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the ids of the cues found in a text, in the order of their spans."""
    article = Article(
        id="check", outlet="check", url="", title="", text=text, quality=Quality(trusted=True),
        language=lexicon.language,
    )  # fmt: skip
    reading = read(article, parsed=lexicon.matcher.needs_parse(pad(text)))
    voiced = attribute(article, reading, Cast(article=article.id, mentions=(), entities=()))
    found = find_all(article, voiced, lexicon, reading)
    return tuple(finding.cue for finding in found)


def spelling(cue: Cue) -> str:
    """Return a term without gaps, the same for "nit-picking" and "nitpicking"."""
    return normal_term(cue.term).replace(" ", "")


def is_found(case: Case) -> Iterator[Fault]:
    """A row must be found in its ``match``."""
    if case.cue.id not in case.in_match:
        held = ", ".join(case.in_match) or "nothing"
        yield "match", f"is not found in {case.cue.match!r}, which holds {held}; use the term in it"


def is_spared(case: Case) -> Iterator[Fault]:
    """A row must not be found in its ``no_match``."""
    sentence = case.cue.no_match
    if case.cue.id in case.in_no_match:
        yield "no_match", f"is found in {sentence!r}; name the neighbour that cancels it"


def is_alone(case: Case) -> Iterator[Fault]:
    """A ``no_match`` is an innocent sentence: no other row may count in it."""
    others = case.counted(case.in_no_match)
    if others:
        yield "no_match", f"{case.cue.no_match!r} holds {', '.join(others)}; guard or rewrite it"


def shows_sense(case: Case) -> Iterator[Fault]:
    """Where a row names an innocent sense, its ``no_match`` shows the term in it."""
    cue = case.cue
    shown = _spaced(cue.no_match)
    forms = inflections(cue.term, cue.pos, case.lexicon.language)
    if cue.not_sense and not any(_spaced(form) in shown for form in forms):
        yield "no_match", f"{cue.no_match!r} does not show {cue.term!r} in the sense of 'not_sense'"


def _spaced(text: str) -> str:
    """Return the normalised words of a text, each between two single spaces."""
    return f" {' '.join(normalise(text).split())} "


def is_neutral(case: Case) -> Iterator[Fault]:
    """An alternative may not be loaded itself."""
    text = case.cue.alternative
    loaded = [n for n in found_in(text, case.lexicon) if case.lexicon.by_id[n].strength >= COUNTED]
    if loaded:
        yield "alternative", f"{text!r} holds {', '.join(loaded)}; write a neutral wording"


def leaves_sentence(case: Case) -> Iterator[Fault]:
    """A sentence stands without its adjective or adverb, but not without its noun or verb."""
    needed = case.cue.pos in ("noun", "verb")
    if needed and case.cue.alternative.strip().lower() == LEAVE_OUT:
        yield "alternative", f"{LEAVE_OUT!r} leaves no sentence; write another {case.cue.pos}"


def fits_category(case: Case) -> Iterator[Fault]:
    """A noun is no adjective: some categories hold one part of speech, or phrases."""
    cue, allowed = case.cue, category_of(case.lexicon, case.cue.category).pos
    is_phrase = not cue.pos and " " in cue.term
    if allowed and cue.pos not in allowed and not is_phrase:
        listed = " or ".join(allowed)
        yield "pos", f"is {cue.pos!r} in {cue.category}; write {listed}, or move the row"


def stands_once(case: Case) -> Iterator[Fault]:
    """No term may stand twice, in whatever category."""
    for other in case.lexicon.describe(case.cue.term):
        if other.id < case.cue.id and normal_term(other.term) == normal_term(case.cue.term):
            yield "term", f"stands in {other.category} too; keep one of the rows"


def agrees_with_spellings(case: Case) -> Iterator[Fault]:
    """A term that differs only by a hyphen or a gap is as strong and of the same category.

    A noun and a verb ("sellout", "sell out") may be of two categories.
    """
    cue = case.cue
    for other in case.spelled_alike:
        same = other.category == cue.category or other.pos != cue.pos
        alike = same and other.strength == cue.strength
        if other.id < cue.id and not alike and normal_term(other.term) != normal_term(cue.term):
            yield "term", f"is spelled as {other.id} (strength {other.strength}); make them alike"


def names_known_domains(case: Case) -> Iterator[Fault]:
    """A domain must exist."""
    for phrase in case.cue.not_before + case.cue.not_after:
        if phrase.startswith("@") and phrase[1:] not in case.lexicon.domains:
            known = ", ".join(case.lexicon.domains)
            yield "not_before", f"names the domain {phrase!r}; use one of {known}"


RULES: tuple[Rule, ...] = (
    is_found, is_spared, is_alone, shows_sense, is_neutral, leaves_sentence, fits_category,
    stands_once, names_known_domains, agrees_with_spellings,
)  # fmt: skip
