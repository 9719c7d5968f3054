"""What is planted in the bundled coverage, as ``truth.json`` beside it states it.

Lines count from 1. A substring stands exactly once in the title or the body of its line.
"""

from functools import cache
from pathlib import Path

import msgspec

from bias.demo.folder import BUNDLED, read_folder
from bias.demo.story import Served, Story
from bias.records import GapReason, Part, Record, Voice

TRUTH = BUNDLED / "truth.json"


class Telling(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence that tells a fact."""

    line: int
    substring: str


class Word(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word at a place; ``word`` is empty where the whole substring is meant."""

    line: int
    substring: str
    word: str
    part: Part = Part.BODY


class VoicedWord(Word, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word, whose words it is, and the camp it is loaded against (``None``: no camp)."""

    voice: Voice
    speaker: str
    against: str | None


class TrueEvent(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A happening and the lines that tell it."""

    event: str
    lines: tuple[int, ...]
    trusted_lines: tuple[int, ...]
    outlets: tuple[str, ...]


class LookAlikes(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Events that must not be joined."""

    events: tuple[str, ...]
    why: str


class Replaced(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The one loaded word that a copy puts in place of the agency's."""

    line: int
    word: str
    original_word: str


class Copies(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lines that carry one agency text."""

    lines: tuple[int, ...]
    original: int
    agency: str
    replaced: Replaced


class QuoteTelling(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A shared quotation as one line prints it, and the verb that frames it there."""

    line: int
    quote: str
    framing: str


class SharedQuotation(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same quoted words in several outlets."""

    event: str
    quote: str
    speaker: str
    tellings: tuple[QuoteTelling, ...]


class NumberTelling(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The number that one line gives."""

    line: int
    part: Part
    substring: str
    number: str


class Clash(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Numbers that differ for the same thing."""

    event: str
    fact: str
    tellings: tuple[NumberTelling, ...]


class LeftOut(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact that most tell and some trusted article leaves out."""

    event: str
    fact: str
    says: str
    told: tuple[Telling, ...]
    not_told_by: tuple[str, ...]


class Retelling(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One fact in the words of several outlets."""

    event: str
    fact: str
    tellings: tuple[Telling, ...]


class PlantedContrast(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two sentences on one fact, with a loaded word against a plain one."""

    event: str
    fact: str
    against: str | None
    """The camp that the loaded word hits, ``None`` where it praises or hits no camp."""
    loaded: Word
    neutral: Word


class Hazard(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article that is served in some awkward way."""

    line: int
    served: Served
    event: str | None
    reason: GapReason | None
    """Of the gap it must become; ``None`` where it must be read all the same."""
    trusted: bool


class Reopened(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A quotation over several paragraphs whose marks reopen without closing."""

    line: int
    speaker: str
    paragraphs: tuple[str, ...]


class Stray(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place with a mark that has no partner."""

    line: int
    substring: str
    why: str


class Truth(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that is planted."""

    events: tuple[TrueEvent, ...]
    look_alikes: tuple[LookAlikes, ...]
    single_outlet: tuple[int, ...]
    wire_copies: tuple[Copies, ...]
    shared_quotations: tuple[SharedQuotation, ...]
    number_clashes: tuple[Clash, ...]
    omissions: tuple[LeftOut, ...]
    retellings: tuple[Retelling, ...]
    contrasts: tuple[PlantedContrast, ...]
    voices: tuple[VoicedWord, ...]
    must_not_flag: tuple[Word, ...]
    hazards: tuple[Hazard, ...]
    reopened_quotations: tuple[Reopened, ...]
    doubts: tuple[Stray, ...]


@cache
def read_truth(path: Path = TRUTH) -> Truth:
    """Return what is planted."""
    return msgspec.json.decode(path.read_bytes(), type=Truth)


@cache
def stories() -> dict[int, Story]:
    """Return the bundled stories by line number."""
    found, problems = read_folder(BUNDLED)
    assert not problems
    return {story.line: story for story in found}


def body(line: int) -> str:
    """Return the paragraphs of a line as an article's text joins them."""
    return "\n\n".join(stories()[line].paragraphs or ())


def whole(line: int) -> str:
    """Return title and body of a line."""
    return f"{stories()[line].title}\n\n{body(line)}"


def trusted(line: int) -> bool:
    """Say whether the line's article must end as a trusted one."""
    return stories()[line].served in {Served.PAGE, Served.HEALS, Served.SLOW}
