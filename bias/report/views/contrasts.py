"""Contrasts: two passages that tell the same, word by word."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from bias.alignment.terms.terms import read_terms
from bias.records import (
    Contrast,
    ContrastStep,
    Opposition,
    OppositionKind,
    PassageRef,
    Record,
    Voice,
)
from bias.report.links import card_href
from bias.report.plain import OPPOSITIONS, VOICES
from bias.report.reading import Reading, Sentence
from bias.report.runs import Run
from bias.report.views.agreed import TELLING, telling_stems
from bias.report.views.choice import best_contrasts, differs, strong_contrasts, worth_a_look
from bias.text import count_words

MOST_PAIRS = 3
"""Word pairs named above a contrast."""
MOST_FIRST = 6
"""Contrasts shown at once, one of each passage group."""
MOST_SHOWN = 40
"""Contrasts on the page; the JSON file holds all."""
MOST_STRETCHES = 3
"""Shared stretches named above a contrast without a pair of words."""
LONGEST_HALF = 4
"""Words of either half of the pair that is set in large type."""
_MARKS = re.compile(r"[“”\"„«»]")
"""Quotation marks: half a pair of them would stand in a stretch."""
LEAST_LEAD = 0.3
"""Strength from which a pair is set in large type: below, the two halves may tell two things."""


class Half(Record, frozen=True, kw_only=True):
    """The words of one side, and whose voice its loaded words are in."""

    runs: tuple[Run, ...]
    voices: tuple[str, ...]


class Pair(Record, frozen=True, kw_only=True):
    """Words that stand opposite each other."""

    a: Half
    b: Half


class Step(Record, frozen=True, kw_only=True):
    """One stretch of two passages compared: the words of the one above those of the other."""

    kind: str
    a: tuple[Run, ...]
    b: tuple[Run, ...]
    spaced: bool
    """White space stands before it, in the first passage that has words here."""


class ContrastView(Record, frozen=True, kw_only=True):
    """Two passages that tell the same, word by word."""

    group: str
    a: Sentence
    b: Sentence
    steps: tuple[Step, ...]
    pairs: tuple[Pair, ...]
    """Those with a loaded half, then whatever else the sentences set against each other. Words that
    only stand in one place are none: "the lawsuit" and "Ada Ray" say nothing of each other."""
    differs: tuple[str, ...]
    """In what the two differ, in words: "who did it"."""
    shared: str
    """The longest stretches they share, to say what it is about where no words are opposed."""
    strength: float
    card: str = ""
    """The way to its card without the ending ``.svg`` or ``.png``, empty where it has none."""


class ContrastsView(Record, frozen=True, kw_only=True):
    """The contrasts of an event in the order of the comparison."""

    lead: ContrastView | None
    """With the one pair that is set in large type: own words of two outlets, one of them loaded."""
    first: tuple[ContrastView, ...]
    """At most one of each passage group: those worth a look before all others."""
    rest: tuple[ContrastView, ...]
    loaded: int
    """Passage groups in which the wording differs by a loaded word."""
    hidden: int
    """Those not shown, weak ones included."""


def contrasts_view(reading: Reading) -> ContrastsView:
    """Return the contrasts worth showing, one of each passage group first."""
    best = best_contrasts(reading)
    first = [item for item in best if worth_a_look(reading, item)][:MOST_FIRST]
    rest = [item for item in strong_contrasts(reading) if item not in first]
    rest = rest[: MOST_SHOWN - len(first)]
    shown = tuple(_with_cards(reading, [contrast_view(reading, item) for item in first]))
    return ContrastsView(
        lead=_lead(
            reading,
            [view for view, item in zip(shown, first, strict=True) if differs(reading, item)],
        ),
        first=shown,
        rest=tuple(contrast_view(reading, item) for item in rest),
        loaded=sum(differs(reading, item) for item in best),
        hidden=len(reading.comparison.alignment.contrasts) - len(first) - len(rest),
    )


def _with_cards(reading: Reading, contrasts: Sequence[ContrastView]) -> Iterator[ContrastView]:
    """Give those that differ by a loaded word a card, where a page has files beside it.

    They are shown at once and so at most :data:`MOST_FIRST`: a card is 130 kilobytes.
    """
    cards = 0
    for contrast in contrasts:
        has_card = reading.home and _has_loaded(contrast)
        cards += bool(has_card)
        card = card_href(reading.home, cards) if has_card else ""
        yield msgspec.structs.replace(contrast, card=card)


def _has_loaded(contrast: ContrastView) -> bool:
    return any(pair.a.voices or pair.b.voices for pair in contrast.pairs[:1])


def contrast_view(reading: Reading, contrast: Contrast) -> ContrastView:
    """Return one contrast as shown."""
    opposed = [(found.kind, _opposed(reading, contrast, found)) for found in contrast.oppositions]
    loaded = [pair for _, pair in opposed if pair.a.voices or pair.b.voices]
    # Sorting is stable: what an outlet says itself comes before what it lets others say.
    loaded.sort(key=lambda pair: VOICES[Voice.OWN].label not in pair.a.voices + pair.b.voices)
    # Words in one place say something only where one of them is loaded: "ties", "relations".
    plain = [p for kind, p in opposed if kind is not OppositionKind.WORDS and p not in loaded]
    return ContrastView(
        group=contrast.group,
        a=reading.sentence(contrast.a),
        b=reading.sentence(contrast.b),
        steps=tuple(_step(reading, contrast, step) for step in _joined(contrast.steps)),
        pairs=tuple((loaded + plain)[:MOST_PAIRS]),
        differs=tuple(
            dict.fromkeys(OPPOSITIONS[kind] for kind, _ in opposed if kind in OPPOSITIONS)
        ),
        shared=_shared(reading, contrast),
        strength=contrast.strength,
    )


def _shared(reading: Reading, contrast: Contrast) -> str:
    same = [
        _MARKS.sub("", _text(Half(runs=_runs(reading, contrast.a, step.a), voices=()))).strip(
            " ,.;:"
        )
        for step in contrast.steps
        if step.kind == "same"
    ]
    telling = [text.strip(" ,.;:'’") for text in same if telling_stems(text)]
    longest = sorted(telling, key=lambda text: -len(text))[:MOST_STRETCHES]
    return " … ".join(text for text in telling if text in longest)


def _lead(reading: Reading, contrasts: Sequence[ContrastView]) -> ContrastView | None:
    """Return the first contrast with a pair fit for large type, cut down to that pair."""
    for contrast in contrasts:
        for pair in contrast.pairs:
            if contrast.strength >= LEAST_LEAD and _is_telling(pair) and _is_own(reading, pair):
                return msgspec.structs.replace(contrast, pairs=(pair,))
    return None


def _has_content(pair: Pair) -> bool:
    """Tell whether both halves hold a word that means something by itself."""
    return all(
        any(term.weight >= TELLING for term in read_terms(_text(half))) for half in (pair.a, pair.b)
    )


def _text(half: Half) -> str:
    return "".join(run.text for run in half.runs)


def _is_telling(pair: Pair) -> bool:
    """Tell whether both halves are a few words that mean something by themselves."""
    counts = [count_words(_text(half)) for half in (pair.a, pair.b)]
    return (
        _has_content(pair)
        and max(counts) <= LONGEST_HALF
        and max(counts) - min(counts) < LONGEST_HALF - 1
    )


def _is_own(reading: Reading, pair: Pair) -> bool:
    """Tell whether both outlets speak themselves and one of them by a marked word."""
    runs = [run for half in (pair.a, pair.b) for run in half.runs if run.text.strip()]
    return all(run.voice is Voice.OWN for run in runs) and any(map(reading.is_own_loaded, runs))


def _joined(steps: Sequence[ContrastStep]) -> list[ContrastStep]:
    """Join words that only one has with neighbours that only the other has, into one fork."""
    joined: list[ContrastStep] = []
    for step in steps:
        if joined and {joined[-1].kind, step.kind} == {"only_a", "only_b"}:
            last = joined.pop()
            a, b = (last, step) if step.kind == "only_b" else (step, last)
            # What a third step in a row would be joined to is no longer "only" of one side.
            joined.append(ContrastStep(kind="replaced", a=a.a, b=b.b))
        else:
            joined.append(step)
    return joined


def _step(reading: Reading, contrast: Contrast, step: ContrastStep) -> Step:
    ref, (start, _) = (contrast.a, step.a) if step.a[0] < step.a[1] else (contrast.b, step.b)
    passage = reading.passages[ref]
    text = reading.articles[ref.article].part_text(passage.part)
    return Step(
        kind=step.kind,
        a=_runs(reading, contrast.a, step.a),
        b=_runs(reading, contrast.b, step.b),
        spaced=start > passage.start
        and (text[start - 1].isspace() or text[start : start + 1].isspace()),
    )


def _runs(reading: Reading, ref: PassageRef, span: tuple[int, int]) -> tuple[Run, ...]:
    return tuple(reading.runs(ref.article, reading.passages[ref].part, *span))


def _opposed(reading: Reading, contrast: Contrast, found: Opposition) -> Pair:
    return Pair(
        a=_half(_runs(reading, contrast.a, found.a)), b=_half(_runs(reading, contrast.b, found.b))
    )


def _half(runs: Sequence[Run]) -> Half:
    spoken = {run.voice for run in runs if run.note}
    return Half(
        runs=tuple(runs),
        voices=tuple(words.label for voice, words in VOICES.items() if voice in spoken),
    )
