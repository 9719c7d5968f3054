"""Where two outlets cannot both be right, or quote one speaker in other words."""

import re
from collections.abc import Mapping, Sequence

from bias.alignment.terms.terms import read_terms
from bias.records import Conflict, ConflictKind, PassageRef, Record
from bias.report.catalogue import Said
from bias.report.reading import Reading, Sentence
from bias.report.runs import Run
from bias.report.views.agreed import TELLING
from bias.report.views.sure import sure_enough
from bias.text import letters

NEAR = 5
"""Words shown beside the words at issue where there is no room for the sentence."""
SAME_START = 6
"""Letters from which on words differ by house style alone: "memoranda", "memorandums"."""
_DENIES = re.compile(r"\b(?:not?|never|none|cannot)\b|n['’]t\b", re.IGNORECASE)

HEADINGS: Mapping[ConflictKind, str] = Said(
    {
        ConflictKind.NUMBER: "Different numbers",
        ConflictKind.DATE: "Different dates",
        ConflictKind.WHO: "Somebody else named",
        ConflictKind.DENIAL: "One says so, another says not so",
        ConflictKind.QUOTATION: "One speaker, two wordings",
        ConflictKind.OTHER: "They differ",
    }
)
"""What is said of a pair; who of the two is right, no program can tell."""


class Side(Record, frozen=True, kw_only=True):
    """What one outlet says, and the words at issue."""

    sentence: Sentence
    words: tuple[Run, ...]
    before: tuple[Run, ...]
    after: tuple[Run, ...]

    @property
    def lead_in(self) -> str:
        """The last few words before them, an ellipsis in front where more stand there."""
        kept, cut = _near(self.before, -NEAR)
        return f"… {kept}" if cut else kept

    @property
    def tail(self) -> str:
        """The first few words behind them, with an ellipsis where more follow."""
        kept, cut = _near(self.after, NEAR)
        return f"{kept} …" if cut else kept


class ConflictView(Record, frozen=True, kw_only=True):
    """Two sentences that do not agree."""

    kind: ConflictKind
    heading: str
    what: str
    """What they disagree about as printed, empty where no word says so."""
    sides: tuple[Side, Side]
    telling: bool
    """More than small words differ, or one side denies."""


def conflict_views(reading: Reading) -> tuple[ConflictView, ...]:
    """Return the conflicts that are sure enough: contradictions first, quotations last."""
    shown = [
        item for item in reading.comparison.alignment.conflicts if sure_enough(item.confidence)
    ]
    shown.sort(key=lambda item: (item.kind is ConflictKind.QUOTATION, -item.confidence))
    return tuple(_conflict(reading, item) for item in _once(reading, shown))


def _once(reading: Reading, conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Drop a conflict about the same words once more, and one in nothing but punctuation."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Conflict] = []
    for item in conflicts:
        words = tuple(
            sorted(
                (
                    reading.look(ref.article).id,
                    "".join(run.text for run in _runs(reading, ref, *span)),
                )
                for ref, span in ((item.a, item.span_a), (item.b, item.span_b))
            )
        )
        printed = {letters(text) for _, text in words}
        if (item.kind, words) not in seen and len(printed) > 1:
            kept.append(item)
        seen.add((item.kind, words))
    return kept


def _conflict(reading: Reading, item: Conflict) -> ConflictView:
    first, second = _side(reading, item.a, item.span_a), _side(reading, item.b, item.span_b)
    return ConflictView(
        kind=item.kind,
        heading=HEADINGS[item.kind],
        what=item.what,
        sides=(first, second),
        telling=item.kind is not ConflictKind.QUOTATION
        or not _same_gist(_gist(first.words), _gist(second.words)),
    )


def _gist(runs: Sequence[Run]) -> tuple[list[str], int]:
    """Return what words say, small ones left out, and how often they deny."""
    text = "".join(run.text for run in runs)
    terms = [
        term.key
        for term in read_terms(text.replace("-", " "), concepts=False)
        if term.weight >= TELLING
    ]
    return terms, len(_DENIES.findall(text))


def _same_gist(a: tuple[list[str], int], b: tuple[list[str], int]) -> bool:
    terms = zip(a[0], b[0], strict=False)
    alike = (x == y or (len(x) > SAME_START and x[:SAME_START] == y[:SAME_START]) for x, y in terms)
    return a[1] == b[1] and len(a[0]) == len(b[0]) and all(alike)


def _near(runs: Sequence[Run], count: int) -> tuple[str, bool]:
    """Return the first (or, below zero, last) words of a text with its spaces, and what was cut."""
    text = "".join(run.text for run in runs)
    spans = list(re.finditer(r"\S+", text))
    if len(spans) <= abs(count):
        return text, False
    cut = spans[count].start() if count < 0 else spans[count - 1].end()
    return (text[cut:] if count < 0 else text[:cut]), True


def _side(reading: Reading, ref: PassageRef, span: tuple[int, int]) -> Side:
    passage = reading.passages[ref]
    start, end = max(span[0], passage.start), min(span[1], passage.end)
    return Side(
        sentence=reading.sentence(ref),
        words=_runs(reading, ref, start, end),
        before=_runs(reading, ref, passage.start, start),
        after=_runs(reading, ref, end, passage.end),
    )


def _runs(reading: Reading, ref: PassageRef, start: int, end: int) -> tuple[Run, ...]:
    return reading.runs(ref.article, reading.passages[ref].part, start, end) if start < end else ()
