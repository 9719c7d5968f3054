"""Loaded words: how many, in whose voice, where they stand, and the list they rest on."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from bias.records import Cue, Finding, LeftOut, LexiconUse, Record, Voice
from bias.report.links import cue_anchor
from bias.report.outlets import OutletLook
from bias.report.plain import STRENGTHS, category
from bias.report.reading import Reading
from bias.report.views.places import Place, marked_word
from bias.report.views.rates import Rate, Scores

MOST_PLACES = 10


class WordingRow(Record, frozen=True, kw_only=True):
    """The figures of one outlet, or of the whole event when ``outlet`` is ``None``."""

    outlet: OutletLook | None
    own: Rate
    title: Rate
    lead: Rate
    quoted: Rate
    attributed: Rate
    scare: Rate
    strengths: tuple[int, ...]
    """Own-voice findings that are mild, clear and strong."""


class CategoryCell(Record, frozen=True, kw_only=True):
    """Own-voice findings of one outlet in one category, with where they stand."""

    rate: Rate
    places: tuple[tuple[str, Place], ...]
    """The word as printed, and its sentence."""
    more: int


class CategoryRow(Record, frozen=True, kw_only=True):
    """One category of the lexicon and a cell for each outlet."""

    category: str
    apart: bool
    """Its findings stay out of every rate but its own."""
    cells: tuple[CategoryCell, ...]


class CueView(Record, frozen=True, kw_only=True):
    """An entry of the list of words used."""

    anchor: str
    cue: Cue
    category: str
    strength: str
    uses: int


class WordingView(Record, frozen=True, kw_only=True):
    """Everything counted about loaded words in one event."""

    outlets: tuple[OutletLook, ...]
    rows: tuple[WordingRow, ...]
    total: WordingRow
    strengths: tuple[str, ...]
    categories: tuple[CategoryRow, ...]
    contested: tuple[str, ...]
    """Words about which the outlets of this event differ."""
    cues: tuple[CueView, ...]
    lexicon: LexiconUse


def wording_view(reading: Reading) -> WordingView:
    """Return the figures on loaded words, for each outlet with a trusted article."""
    comparison = reading.comparison
    scores = Scores(comparison.scores)
    voiced = {item.article for item in comparison.voiced}
    looks = reading.outlets.pick(
        article.outlet for article in comparison.articles if article.id in voiced
    )
    return WordingView(
        outlets=looks,
        rows=tuple(_row(scores, "outlet", look.id, look) for look in looks),
        total=_row(scores, "event", comparison.event.id, None),
        strengths=tuple(STRENGTHS.values()),
        categories=_categories(reading, scores, looks),
        contested=tuple(
            sorted({reading.note_of(f).term for f in comparison.findings if f.contested})
        ),
        cues=_cues(comparison.cues, comparison.findings),
        lexicon=comparison.lexicon,
    )


def _row(scores: Scores, scope: str, id_: str, look: OutletLook | None) -> WordingRow:
    return WordingRow(
        outlet=look,
        own=scores.rate(scope, id_),
        title=scores.rate(scope, id_, place="title"),
        lead=scores.rate(scope, id_, place="lead"),
        quoted=scores.rate(scope, id_, Voice.QUOTED),
        attributed=scores.rate(scope, id_, Voice.ATTRIBUTED),
        scare=scores.rate(scope, id_, Voice.SCARE),
        strengths=tuple(scores.rate(scope, id_, strength=s).findings for s in STRENGTHS),
    )


def _categories(
    reading: Reading, scores: Scores, looks: Sequence[OutletLook]
) -> tuple[CategoryRow, ...]:
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in reading.comparison.findings:
        if finding.voice is Voice.OWN and finding.left_out is not LeftOut.DOUBT:
            found[finding.category, finding.outlet].append(finding)
    names = sorted({name for name, _ in found}, key=lambda name: (_apart(found, name), name))
    return tuple(
        CategoryRow(
            category=category(name),
            apart=_apart(found, name),
            cells=tuple(
                _category_cell(
                    reading,
                    scores.rate("outlet", look.id, category=name),
                    found[name, look.id],
                )
                for look in looks
            ),
        )
        for name in names
    )


def _apart(found: Mapping[tuple[str, str], Sequence[Finding]], name: str) -> bool:
    uses = (
        finding for (kind, _), findings in found.items() if kind == name for finding in findings
    )
    return any(finding.left_out is LeftOut.CATEGORY for finding in uses)


def _category_cell(reading: Reading, rate: Rate, findings: Sequence[Finding]) -> CategoryCell:
    places = tuple(marked_word(reading, finding) for finding in findings[:MOST_PLACES])
    return CategoryCell(rate=rate, places=places, more=max(0, len(findings) - MOST_PLACES))


def _cues(cues: Sequence[Cue], findings: Sequence[Finding]) -> tuple[CueView, ...]:
    uses = Counter(finding.cue for finding in findings)
    return tuple(
        CueView(
            anchor=cue_anchor(cue.id),
            cue=cue,
            category=category(cue.category),
            strength=STRENGTHS.get(cue.strength, ""),
            uses=uses[cue.id],
        )
        for cue in cues
    )
