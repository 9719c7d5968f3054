"""Counts of findings set against the words they were counted in, with bootstrap intervals."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

import numpy as np
import numpy.typing as npt

from bias.attribution.voices import count_words_by_voice
from bias.records import AlignedEvent, Finding, LeftOut, Part, Passage, Record, Score, Voice
from bias.wording.left_out import doubted_passages

_Numbers = npt.NDArray[np.int64]

MIN_WORDS = 150
"""With fewer words of that voice at that place there is too little text for a rate."""
ROUNDS = 1000
ALL: Literal["all"] = "all"

_Scope = Literal["article", "outlet", "event"]
_Place = Literal["all", "title", "lead", "body"]


class Unit(Record, frozen=True, kw_only=True):
    """One passage with what is counted in it: the unit that the bootstrap draws again."""

    article: str
    outlet: str
    passage: Passage
    words: Mapping[Voice, int]
    findings: tuple[Finding, ...]


class _Question(Record, frozen=True, kw_only=True):
    """What one score counts; the defaults count everything in the outlet's own voice."""

    voice: Voice = Voice.OWN
    category: str = ALL
    place: _Place = ALL
    strength: int = 0


def score(aligned: AlignedEvent, findings: Sequence[Finding], seed: int) -> tuple[Score, ...]:
    """Return the scores of every article, every outlet and the event, in that order.

    Only the voiced, that is trusted, articles in the language of the findings' lexicon may be
    passed in. A wire text that several outlets printed counts once for the event, and for each
    outlet that printed it.
    """
    units = tuple(_units(aligned, findings))
    later = {article for copy in aligned.copies for article in copy.articles[1:]}
    scopes: list[tuple[_Scope, str, list[Unit]]] = [
        *(("article", name, group) for name, group in _grouped(units, lambda unit: unit.article)),
        *(("outlet", name, group) for name, group in _grouped(units, lambda unit: unit.outlet)),
        ("event", aligned.event.id, [unit for unit in units if unit.article not in later]),
    ]
    return tuple(row for scope, name, group in scopes for row in _scores(scope, name, group, seed))


def _units(aligned: AlignedEvent, findings: Iterable[Finding]) -> Iterator[Unit]:
    by_passage = defaultdict(list)
    for finding in findings:
        by_passage[finding.article, finding.passage].append(finding)
    articles = {article.id: article for article in aligned.articles}
    for voiced in aligned.voiced:
        article = articles[voiced.article]
        doubted = doubted_passages(voiced)
        for passage in voiced.passages:
            words = count_words_by_voice(article, voiced, passage)
            yield Unit(
                article=article.id,
                outlet=article.outlet,
                passage=passage,
                words={**words, Voice.OWN: 0} if passage.index in doubted else words,
                findings=tuple(by_passage[article.id, passage.index]),
            )


def _grouped(units: Iterable[Unit], key: Callable[[Unit], str]) -> Iterator[tuple[str, list[Unit]]]:
    for name, group in groupby(sorted(units, key=key), key=key):
        yield name, list(group)


def _scores(scope: _Scope, name: str, units: Sequence[Unit], seed: int) -> Iterator[Score]:
    """Answer every question about one scope from the same bootstrap draws."""
    size = max(len(units), 1)
    generator = np.random.default_rng(seed)
    draws = generator.multinomial(len(units), [1 / size] * size, ROUNDS)[:, : len(units)]
    for question in _questions(units):
        counts = np.array([_count(unit, question) for unit in units])
        words = np.array([_words(unit, question) for unit in units])
        low, rate, high = _rates(counts, words, draws)
        yield Score(
            scope=scope,
            id=name,
            outlet="" if scope == "event" else units[0].outlet,
            voice=question.voice,
            category=question.category,
            place=question.place,
            strength=question.strength,
            findings=int(counts.sum()),
            words=int(words.sum()),
            per_1000=rate,
            low=low,
            high=high,
        )


def _questions(units: Iterable[Unit]) -> Iterator[_Question]:
    """Ask for the whole, the places, the strengths and the categories that occur."""
    yield from (_Question(place=place) for place in (ALL, "title", "lead", "body"))
    yield from (_Question(strength=strength) for strength in (1, 2, 3))
    own = [f for unit in units for f in unit.findings if f.voice is Voice.OWN]
    yield from (_Question(category=name) for name in sorted({f.category for f in own}))
    yield from (_Question(voice=voice) for voice in Voice if voice is not Voice.OWN)


def _in_place(passage: Passage, place: _Place) -> bool:
    if place == "lead":
        return passage.part is Part.BODY and passage.paragraph == 0
    return place in (ALL, passage.part.value)


def _words(unit: Unit, question: _Question) -> int:
    return unit.words[question.voice] if _in_place(unit.passage, question.place) else 0


def _count(unit: Unit, question: _Question) -> int:
    if not _in_place(unit.passage, question.place):
        return 0
    return sum(
        finding.voice is question.voice
        and finding.left_out is not LeftOut.DOUBT
        and question.category in (ALL, finding.category)
        and (question.category != ALL or not finding.left_out)
        and question.strength in (0, finding.strength)
        for finding in unit.findings
    )


def _rates(
    counts: _Numbers, words: _Numbers, draws: _Numbers
) -> tuple[float | None, float | None, float | None]:
    """Return low, rate and high per 1,000 words, or three ``None`` for too little text."""
    rate = rate_of(int(counts.sum()), int(words.sum()))
    if rate is None:
        return None, None, None
    drawn = 1000 * (draws @ counts) / np.maximum(draws @ words, 1)
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), rate, float(high)


def rate_of(findings: int, words: int) -> float | None:
    """Return findings per 1,000 words, ``None`` for too little text.

    >>> rate_of(3, 300), rate_of(3, 100)
    (10.0, None)
    """
    return 1000 * findings / words if words >= MIN_WORDS else None
