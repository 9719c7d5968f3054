"""The event in at most three sentences: what most tell, where they part, what some do not tell.

Each is a claim of the records in their order of worth, put in the same words on every page; where
no claim is sure enough its sentence is left out.
"""

import re
from collections.abc import Iterator, Sequence

from bias.language.word_classes import any_class
from bias.records import GroupKind, Omission, Part, PassageGroup, PassageRef, Record, Voice
from bias.report.links import sentence_anchor
from bias.report.outlets import OutletLook
from bias.report.reading import Reading, Sentence
from bias.report.views.agreed import telling_stems
from bias.report.views.conflicts import ConflictView, conflict_views
from bias.report.views.only import OnlyView, only_views
from bias.report.views.sure import SURE_ENOUGH, sure_enough
from bias.text import letters, words

LEAST_ALIKE = 0.6
"""Similarity from which passages are said to tell one thing, where no confidence is known."""
LONGEST = 260
"""Characters of a sentence that is quoted at the head of a page."""
SHORTEST = 40
LEAST_SHARED = 0.5
"""Share of the telling words of a sentence that every other outlet must have, too, where it is to
speak for all: what one adds of whose doing it was, or that it was new, another may deny."""
EARLY = 6
"""Sentences, headline included, within which outlets say what matters most to them."""
PLAIN = (Voice.OWN, Voice.ATTRIBUTED)
_AROUND = " ,.;:“”\"„«»‘’'"
"""What a quotation is printed without where its words are given."""
_OPEN = re.compile(r"[“”\"„«»]")
"""Quotation marks: half of a quotation would be quoted as if it were whole."""


class Agreed(Record, frozen=True, kw_only=True):
    """What most outlets tell."""

    sentence: Sentence
    others: tuple[Sentence, ...]
    """Where each of the other outlets tells it."""
    read: int
    """Outlets whose article could be read whole."""
    words: str = ""
    """What all of them quote, without its marks; empty where the sentence speaks for all."""


class Missed(Record, frozen=True, kw_only=True):
    """What most outlets tell and was not found in some."""

    sentence: Sentence
    others: tuple[Sentence, ...]
    missing: tuple[OutletLook, ...]


class Briefing(Record, frozen=True, kw_only=True):
    """The sentences at the head of the page, each ``None`` where nothing is sure enough."""

    agreed: Agreed | None
    quoted: Agreed | None
    """Words that several quote to the letter; said only where nothing is agreed on."""
    conflict: ConflictView | None
    missed: Missed | None
    only: OnlyView | None
    """Said only where nothing is missed."""


def briefing(reading: Reading) -> Briefing:
    """Return what is said at the head of the page of an event."""
    conflicts = conflict_views(reading)
    agreed = _agreed(reading)
    missed = _missed(reading, agreed)
    alone = () if missed else _quotable_only(reading)
    return Briefing(
        agreed=agreed,
        quoted=None if agreed else _quoted(reading),
        conflict=next((item for item in conflicts if item.telling), None),
        missed=missed,
        only=alone[0] if alone else None,
    )


def _quotable_only(reading: Reading) -> tuple[OnlyView, ...]:
    return tuple(
        item
        for item in only_views(reading)
        if SHORTEST <= sum(map(_length, item.sentences[:1])) <= LONGEST
        and _stands_alone(item.sentences[0])
    )


# ---------------------------------------------------------------- what most tell


def _agreed(reading: Reading) -> Agreed | None:
    """Return the thing most outlets tell, the one that stands first in their articles."""
    ranked = sorted(_alike(reading), key=lambda group: _rank(reading, group))
    read = {reading.articles[item.article].outlet for item in reading.comparison.voiced}
    for group in ranked:
        told = _of_each_outlet(reading, group)
        shared = [ref for ref in told if _speaks_for_all(reading, group, ref)]
        quoted = _plainest(reading, shared)
        most = 2 * len(told) > len(read)
        if quoted and most and (len(told) == len(read) or _is_early(reading, told)):
            others = tuple(reading.sentence(ref) for ref in told if ref != quoted)
            return Agreed(sentence=reading.sentence(quoted), others=others, read=len(read))
    return None


def _speaks_for_all(reading: Reading, group: PassageGroup, ref: PassageRef) -> bool:
    """Tell whether the sentences of each other outlet hold most of what one of a group says."""
    said = _stems(reading, ref)
    theirs: dict[str, set[str]] = {}
    for member in group.members:
        theirs.setdefault(reading.look(member.article).id, set()).update(_stems(reading, member))
    theirs.pop(reading.look(ref.article).id)
    return all(len(said & stems) >= LEAST_SHARED * len(said) for stems in theirs.values())


def _stems(reading: Reading, ref: PassageRef) -> set[str]:
    return set(telling_stems("".join(run.text for run in reading.sentence(ref).runs)))


def _quoted(reading: Reading) -> Agreed | None:
    """Return the first unmarked words that most outlets print in quotation marks, to the letter."""
    groups = [
        g for g in reading.comparison.alignment.groups if g.kind is GroupKind.SHARED_QUOTATION
    ]
    read = {reading.articles[item.article].outlet for item in reading.comparison.voiced}
    for group in sorted(groups, key=lambda group: _rank(reading, group)):
        told = _of_each_outlet(reading, group)
        if 2 * len(told) > len(read):
            for ref in told:
                said = _quotation(reading, ref)
                others = [other for other in told if other != ref]
                if said and all(_prints(reading, other, said) for other in others):
                    return Agreed(
                        sentence=reading.sentence(ref),
                        others=tuple(map(reading.sentence, others)),
                        read=len(read),
                        words=said,
                    )
    return None


def _quotation(reading: Reading, ref: PassageRef) -> str:
    """Return what a sentence quotes, empty where it is marked, in pieces, too short or too long."""
    runs = [run for run in reading.sentence(ref).runs if run.voice is Voice.QUOTED]
    said = runs[0].text.strip(_AROUND) if len(runs) == 1 and not runs[0].note else ""
    return said if SHORTEST <= len(said) <= LONGEST and not _OPEN.search(said) else ""


def _prints(reading: Reading, ref: PassageRef, said: str) -> bool:
    printed = (run.text for run in reading.sentence(ref).runs if run.voice is Voice.QUOTED)
    return letters(said) in letters("".join(printed))


def _is_early(reading: Reading, told: Sequence[PassageRef]) -> bool:
    """Tell whether each of some outlets tells it near its beginning."""
    return all(reading.passages[ref].index < EARLY for ref in told)


def _alike(reading: Reading) -> Iterator[PassageGroup]:
    for group in reading.comparison.alignment.groups:
        known = [join.confidence for join in group.joins]
        sure = min(known) >= SURE_ENOUGH if known else group.similarity >= LEAST_ALIKE
        if sure and group.kind is not GroupKind.SHARED_QUOTATION and not group.denials:
            yield group


def _rank(reading: Reading, group: PassageGroup) -> tuple[int, float, str]:
    places = [reading.passages[ref].index for ref in _of_each_outlet(reading, group)]
    return -len(group.told_by), sum(places) / len(places), group.id


def _of_each_outlet(reading: Reading, group: PassageGroup) -> list[PassageRef]:
    """Return the first sentence of each outlet, in the order of the page; bodies before titles."""
    first: dict[str, PassageRef] = {}
    for ref in sorted(group.members, key=lambda ref: (reading.passages[ref].index == 0, ref)):
        first.setdefault(reading.look(ref.article).id, ref)
    return [first[look.id] for look in reading.outlets.pick(first)]


def _plainest(reading: Reading, refs: Sequence[PassageRef]) -> PassageRef | None:
    """Return the shortest sentence without a mark or a quotation that is not too long to quote.

    A headline is none: it would speak for all in the words that one outlet chose to stand out.
    """
    fit = [
        ref
        for ref in refs
        if reading.passages[ref].part is not Part.TITLE
        and SHORTEST <= _length(reading.sentence(ref)) <= LONGEST
        and all(not run.note and run.voice in PLAIN for run in reading.sentence(ref).runs)
        and _stands_alone(reading.sentence(ref))
        and not _OPEN.search("".join(run.text for run in reading.sentence(ref).runs))
    ]
    return min(fit, key=lambda ref: _length(reading.sentence(ref)), default=None)


def _stands_alone(sentence: Sentence) -> bool:
    """Tell whether a sentence leans on none before it ("But he left"), and is no quotation."""
    first = next(iter(words("".join(run.text for run in sentence.runs))), "").lower()
    leaning = any_class("person_pronoun", "possessive", "sets_against", language=sentence.language)
    return first not in leaning and any(run.voice in PLAIN for run in sentence.runs)


def _length(sentence: Sentence) -> int:
    return sum(len(run.text) for run in sentence.runs)


# ---------------------------------------------------------------- what some do not tell


def _missed(reading: Reading, agreed: Agreed | None) -> Missed | None:
    """Return the fact that most tell and some do not whose nearest sentence is farthest."""
    shown = [
        item for item in reading.comparison.alignment.omissions if sure_enough(item.confidence)
    ]
    shown.sort(key=lambda item: (-len(item.told_by), -item.confidence, item.nearest_similarity))
    groups = {group.id: group for group in reading.comparison.alignment.groups}
    for item in shown:
        told = _of_each_outlet(reading, groups[item.group])
        quoted = _plainest(reading, told)
        if quoted and not (agreed and agreed.sentence.anchor == sentence_anchor(quoted)):
            return Missed(
                sentence=reading.sentence(quoted),
                others=tuple(reading.sentence(ref) for ref in told if ref != quoted),
                missing=_missing(reading, shown, item.group),
            )
    return None


def _missing(reading: Reading, shown: Sequence[Omission], group: str) -> tuple[OutletLook, ...]:
    return reading.outlets.pick(item.outlet for item in shown if item.group == group)
