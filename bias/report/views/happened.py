"""What happened, in a clause that most outlets tell and whose words all print: "Ray signs bill".

Taken is only what most outlets tell at their beginning in their own voice, and one at its very
beginning, with a subject and an object that all outlets print, and no word that is marked in any.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from bias.records import Deed, Record
from bias.report.reading import Reading
from bias.report.views.agreed import (
    as_printed,
    last_word,
    marked_stems,
    printing,
    telling_stems,
)

LEAD = 2
"""Sentences of which one outlet at least must tell it: what all tell later is a detail."""
MOST_WORDS = 3
"""Words of an object or of a subject that is no name."""


class _Told(Record, frozen=True, kw_only=True):
    """One deed as a title would say it."""

    support: int
    """Outlets that tell it."""
    subject: str
    one: str
    """The verb behind one subject."""
    several: str
    object: str
    plural: bool


def happened(reading: Reading, outlets: set[str]) -> str:
    """Return the clause that most outlets tell, empty where there is none."""
    asked = _Asked(reading, outlets)
    by_deed: dict[tuple[str, str, bool], list[Deed]] = defaultdict(list)
    for deed in reading.comparison.deeds:
        if deed.who and deed.outlet in outlets:
            by_deed[deed.who, deed.verb, bool(deed.done)].append(deed)
    told = [found for deeds in by_deed.values() if (found := asked.told(deeds))]
    told.sort(key=lambda each: (-each.support, -bool(each.object), each.subject))
    return _clause(told[0], _together(told)) if told else ""


def _together(told: Sequence[_Told]) -> list[str]:
    """Return the subjects of whom the first deed is told in the same words, at most two."""
    first = told[0]
    alike = [
        each.subject
        for each in told
        if (each.one, each.object, each.support) == (first.one, first.object, first.support)
        and each.subject[:1].isupper() == first.subject[:1].isupper()
    ]
    return sorted(alike[:2]) if first.object else [first.subject]


def _clause(told: _Told, subjects: Sequence[str]) -> str:
    who = " and ".join(subjects)
    several = told.plural or len(subjects) > 1
    parts = (who, told.several if several else told.one, told.object)
    text = " ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


class _Asked:
    """Asks the articles of one event what they agree on."""

    def __init__(self, reading: Reading, outlets: set[str]) -> None:
        self._reading = reading
        self._outlets = outlets
        self._marked = marked_stems(reading)

    def told(self, deeds: Sequence[Deed]) -> _Told | None:
        """Return a deed with what of it all agree on, ``None`` where that is too little."""
        first = deeds[0]
        stems = set(telling_stems(first.verb)) or {first.verb}
        support = len({deed.outlet for deed in deeds})
        subject = self._subject(deeds)
        leads = min(deed.sentence for deed in deeds) < LEAD
        enough = leads and 2 * support > len(self._outlets) and support > 1 and subject
        if not enough or not self._marked.isdisjoint(stems):
            return None
        thing = "" if first.done else self._object(deeds)
        # What somebody wins or meets is not agreed on where the words for it differ.
        whole = first.done or thing or (first.whole and not any(deed.thing for deed in deeds))
        if not whole:
            return None
        return _Told(
            support=support,
            subject=subject,
            one=first.done or first.does,
            several=first.done or first.verb,
            object=thing,
            plural=all(deed.plural for deed in deeds),
        )

    def _subject(self, deeds: Sequence[Deed]) -> str:
        """Return who did it: by the name that a subject prints, else in words that all print."""
        name = as_printed(self._reading, deeds[0].who)
        printed = any(deed.subject.endswith(name) for deed in deeds)
        return name if name and printed else self._shared(deed.subject for deed in deeds)

    def _object(self, deeds: Sequence[Deed]) -> str:
        """Return the object that two outlets tell, or that is the only one told."""
        tellers: dict[str, set[str]] = defaultdict(set)
        for deed in deeds:
            if deed.thing:
                tellers[deed.whom or last_word(deed.thing).lower()].add(deed.outlet)
        for whom in sorted(tellers, key=lambda key: (-len(tellers[key]), key)):
            if len(tellers[whom]) > 1 or len(tellers) == 1:
                alike = [d for d in deeds if whom in (d.whom, last_word(d.thing).lower())]
                if found := self._named(whom, alike) or self._shared(d.thing for d in alike):
                    return found
        return ""

    def _named(self, whom: str, deeds: Sequence[Deed]) -> str:
        name = as_printed(self._reading, whom)
        printed = any(deed.thing.endswith(name) for deed in deeds)
        known = name and printed and printing(self._reading, last_word(name)) >= self._outlets
        return name if known else ""

    def _shared(self, phrases: Iterable[str]) -> str:
        """Return the longest end of a phrase that every outlet prints, unmarked; else nothing."""
        for phrase, _ in Counter(phrases).most_common():
            parts = phrase.split()
            for start in range(max(0, len(parts) - MOST_WORDS), len(parts)):
                end = " ".join(parts[start:])
                stems = telling_stems(end)
                printed = printing(self._reading, end, any_case=True) >= self._outlets
                if printed and stems and self._marked.isdisjoint(stems) and end.isprintable():
                    return end if _is_proper(self._reading, end) else end.lower()
        return ""


def _is_proper(reading: Reading, phrase: str) -> bool:
    """Tell whether a phrase is printed with its capitals in running text alone."""
    return bool(printing(reading, phrase)) and not printing(reading, phrase.lower())
