"""The one pair that is set in large type: where the outlets part most visibly.

Words against words for the same thing, where a contrast has a short pair with a marked word in an
outlet's own voice; else a name with a marked word before it against the same name without one;
else a headline with a marked word of the outlet's own against one without. Where nothing is marked
in an outlet's own voice there is no pair.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bias.records import Naming, Part, PassageRef, Record, Voice
from bias.report.catalogue import say
from bias.report.outlets import OutletLook
from bias.report.reading import Reading
from bias.report.runs import Run
from bias.report.views.agreed import printing
from bias.report.views.articles import Headline, headlines
from bias.report.views.contrasts import ContrastsView
from bias.report.views.places import place

LONGEST_NAME = 50
"""Characters of a name in large type."""
_MARKS = frozenset('"“”„«»')
"""Quotation marks: half a quotation in a name is no name."""


class LeadSide(Record, frozen=True, kw_only=True):
    """The words of one outlet, and where they stand."""

    outlet: OutletLook
    language: str
    runs: tuple[Run, ...]
    href: str
    label: str


class Lead(Record, frozen=True, kw_only=True):
    """Two outlets, word against word."""

    heading: str
    sides: tuple[LeadSide, LeadSide]


def lead_pair(reading: Reading, contrasts: ContrastsView) -> Lead | None:
    """Return the pair of an event, ``None`` where no outlet has a marked word of its own."""
    return _of_contrast(contrasts) or _of_names(reading) or _of_headlines(reading)


def _of_contrast(contrasts: ContrastsView) -> Lead | None:
    if contrasts.lead is None:
        return None
    pair = contrasts.lead.pairs[0]
    first, second = (
        LeadSide(
            outlet=said.outlet,
            language=said.language,
            runs=half.runs,
            href=said.href,
            label=said.label,
        )
        for half, said in ((pair.a, contrasts.lead.a), (pair.b, contrasts.lead.b))
    )
    return Lead(heading=say("Word against word, for the same thing"), sides=(first, second))


# ---------------------------------------------------------------- names


def _of_names(reading: Reading) -> Lead | None:
    """Return a name with a marked word beside what another outlet puts before the same name."""
    uses: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for naming in reading.comparison.namings:
        if naming.voice is Voice.OWN and len(naming.text) <= LONGEST_NAME:
            uses[naming.entity, naming.kind].append(naming)
    found = sorted(
        _marked(reading, uses), key=lambda pair: (pair[0].passage, -pair[2], pair[0].text)
    )
    for marked, plain, _ in found:
        first, second = sorted(
            (_named(reading, marked), _named(reading, plain)), key=lambda side: _rank(reading, side)
        )
        return Lead(heading=say("Name against name"), sides=(first, second))
    return None


def _marked(
    reading: Reading, uses: dict[tuple[str, str], list[Naming]]
) -> Iterator[tuple[Naming, Naming, int]]:
    """Yield marked names, each with the plain name another outlet uses most, and how often."""
    for namings in uses.values():
        loaded = [use for use in namings if _is_loaded(reading, use)]
        texts = {use.text.casefold(): use.outlet for use in loaded}
        for use in loaded:
            others = [
                other
                for other in namings
                if other.outlet != use.outlet
                and other.head == use.head
                and other.text.casefold() not in texts
            ]
            if others:
                count = Counter(other.text for other in others)
                plain = max(others, key=lambda other: count[other.text])
                yield use, plain, len(others)


def _is_loaded(reading: Reading, use: Naming) -> bool:
    """Tell whether a word before a proper name is marked, in running text.

    The name itself says that both outlets speak of one person; descriptions alone may not.
    """
    *before, last = _runs(reading, use)
    proper = last.text.strip()[:1].isupper() and not last.note and not _MARKS & set(use.text)
    told = use.part is Part.BODY and proper and not _is_plural(reading, last.text.split()[-1])
    return told and any(map(reading.is_own_loaded, before))


def _is_plural(reading: Reading, word: str) -> bool:
    """Tell whether a word is printed in the singular, too: "other Whigs" are not all of them."""
    one = word.removesuffix("s")
    return one != word and bool(printing(reading, one))


def _runs(reading: Reading, use: Naming) -> tuple[Run, ...]:
    return reading.runs(use.article, use.part, use.start, use.end)


def _named(reading: Reading, use: Naming) -> LeadSide:
    where = place(reading, PassageRef(article=use.article, index=use.passage))
    return LeadSide(
        outlet=reading.look(use.article),
        language=reading.articles[use.article].language,
        runs=_runs(reading, use),
        href=where.href,
        label=where.label.rpartition(", ")[2],
    )


# ---------------------------------------------------------------- headlines


def _of_headlines(reading: Reading) -> Lead | None:
    """Return a headline with own marked words beside one with fewer, of another outlet."""
    shown = [item for item in headlines(reading) if item.runs and not item.untrusted]
    if not shown:
        return None
    marks = {item.article: _own_marks(reading, item) for item in shown}
    most = max(shown, key=lambda item: marks[item.article])
    least = min(shown, key=lambda item: marks[item.article])
    if marks[most.article] == marks[least.article] or most.outlet == least.outlet:
        return None
    first, second = sorted(map(_headed, (most, least)), key=lambda side: _rank(reading, side))
    return Lead(heading=say("Headline against headline"), sides=(first, second))


def _own_marks(reading: Reading, item: Headline) -> int:
    return len({run.note for run in item.runs if reading.is_own_loaded(run)})


def _headed(item: Headline) -> LeadSide:
    return LeadSide(
        outlet=item.outlet,
        language=item.language,
        runs=item.runs,
        href=item.href,
        label=say("headline"),
    )


def _rank(reading: Reading, side: LeadSide) -> int:
    looks: Sequence[OutletLook] = reading.outlets.pick(
        article.outlet for article in reading.articles.values()
    )
    return looks.index(side.outlet)
