"""Findings against the words that people marked as loaded, by word and by sentence.

``babe``: a word counts where it overlaps a finding, against the words that experts marked.
``basil``: a sentence counts where it holds a finding in the outlet's own voice, against those that
hold lexical bias outside quotes; also per outlet, since a gap between outlets that is not in the
labels would be a defect. Beside ours, in the same run: the same rows without context, weights and
voice (``list_alone``), and everything marked (``everything``).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from benchmarks.quality.wording_sets import Labelled, Span, read_babe, read_basil
from benchmarks.rows import Row, f1, row
from benchmarks.texts import read_article
from bias.records import Article, Part, Voice
from bias.wording.findings import find
from bias.wording.lexicon import Lexicon, load_lexicon
from bias.wording.matcher import pad

WORST = 10


class Mark(NamedTuple):
    """One span of the body that a system marks."""

    span: Span
    category: str


class Counts(NamedTuple):
    """What one text adds: units marked by both, by the system only, by people only."""

    both: int
    ours_only: int
    theirs_only: int


System = Callable[[Article], list[Mark]]


def measure(data: Path) -> Iterator[Row]:
    """Yield the rows of every set that the folder holds."""
    lexicon = load_lexicon()
    for name, read, voices in (
        ("babe", read_babe, frozenset(Voice)),
        ("basil", read_basil, frozenset({Voice.OWN})),
    ):
        path = data / "wording" / f"{name}.jsonl.gz"
        if path.is_file():
            yield from measure_set(name, read(path), lexicon, voices)


def measure_set(
    name: str, texts: Sequence[Labelled], lexicon: Lexicon, voices: frozenset[Voice]
) -> Iterator[Row]:
    """Yield ours and the peers, then ours per category and, on articles, per outlet."""
    systems: dict[str, System] = {
        "ours": lambda article: _ours(article, lexicon, voices),
        "list_alone": lambda article: _list_alone(article, lexicon),
        "everything": lambda article: [Mark((0, len(article.text)), "")],
    }
    for system, mark in systems.items():
        counts = [count(text, mark(text.article)) for text in texts]
        yield from _rows(name, system, counts)
    yield from _per_category(name, texts, systems["ours"])
    if name == "basil":
        yield from _per_outlet(name, texts, systems["ours"])


def _ours(article: Article, lexicon: Lexicon, voices: frozenset[Voice]) -> list[Mark]:
    found = find(article, read_article(article), lexicon)
    kept = (f for f in found if f.part is Part.BODY and f.voice in voices)
    return [Mark((finding.start, finding.end), finding.category) for finding in kept]


def _list_alone(article: Article, lexicon: Lexicon) -> list[Mark]:
    hits = (hit for hit in lexicon.matcher.hits(pad(article.text)) if hit.entry.cues)
    return [Mark((hit.start, hit.end), hit.entry.cues[0].cue.category) for hit in hits]


def count(text: Labelled, marks: Iterable[Mark]) -> Counts:
    """Return how the units of one text fall."""
    ours = overlapped(text.units, [mark.span for mark in marks])
    theirs = overlapped(text.units, text.marked)
    return Counts(len(ours & theirs), len(ours - theirs), len(theirs - ours))


def overlapped(units: Iterable[Span], spans: Sequence[Span]) -> set[Span]:
    """Return the units that overlap a span."""
    return {unit for unit in units if any(s < unit[1] and unit[0] < e for s, e in spans)}


def scores(counts: Iterable[Counts]) -> dict[str, float]:
    """Return precision, recall and F1 of pooled counts."""
    both, ours_only, theirs_only = (sum(column) for column in zip(*counts, strict=True))
    precision = both / max(both + ours_only, 1)
    recall = both / max(both + theirs_only, 1)
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def _rows(name: str, system: str, counts: Sequence[Counts]) -> Iterator[Row]:
    for metric in scores(counts):
        yield row(name, system, metric, counts, partial(_score, metric))


def _score(metric: str, counts: Iterable[Counts]) -> float:
    return scores(counts)[metric]


def _per_category(name: str, texts: Sequence[Labelled], system: System) -> Iterator[Row]:
    """Yield the precision and the share of all hits of every category, then the worst ten again."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for text in texts:
        for mark in system(text.article):
            units = overlapped(text.units, [mark.span])
            hits[mark.category].append(bool(units & overlapped(text.units, text.marked)))
    rows = [
        Row(
            set=name,
            system=f"ours/{category}",
            metric="precision",
            value=sum(right) / len(right),
            n=len(right),
        )
        for category, right in sorted(hits.items())
    ]
    yield from rows
    worst = sorted(rows, key=lambda each: (each.value, each.system))[:WORST]
    yield from (
        msgspec.structs.replace(each, system=each.system.replace("ours", "worst", 1))
        for each in worst
    )


def _per_outlet(name: str, texts: Sequence[Labelled], system: System) -> Iterator[Row]:
    outlets = sorted({text.article.outlet for text in texts})
    for outlet in outlets:
        own = [text for text in texts if text.article.outlet == outlet]
        yield from _rows(
            name, f"ours@{outlet}", [count(text, system(text.article)) for text in own]
        )
