"""Counts of loaded words, cut so that a column can be summed: no row counts what another counts.

Totals, categories, places and strengths are tables of their own. The event's own total, in which
agency copy counts once, stands in the table of events.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from bias.records import Score, Voice
from bias.report.tables.rows import ArticleKeys, Evidence, Row
from bias.wording.scores import rate_of


class OutletRow(Row, frozen=True, kw_only=True):
    """A row about one outlet of an event."""

    outlet: str
    """Id of the outlet."""


class ScoreRow(OutletRow, frozen=True, kw_only=True):
    """The loaded words of one outlet in one event and one voice."""

    voice: str
    """Whose words are counted: ``own``, ``quoted``, ``attributed`` or ``scare``."""
    findings: int
    """Loaded words of the headline rate in that voice."""
    words: int
    """Words in that voice."""
    per_1000: float | None
    """Findings per 1,000 of these words; missing where there is too little text."""
    low: float | None
    """Lower end of the 95 % bootstrap interval over passages."""
    high: float | None
    """Upper end of that interval."""


class ArticleScoreRow(ArticleKeys, frozen=True, kw_only=True):
    """The loaded words of one article in one voice."""

    voice: str
    """Whose words are counted: ``own``, ``quoted``, ``attributed`` or ``scare``."""
    findings: int
    """Loaded words of the headline rate in that voice."""
    words: int
    """Words in that voice."""
    per_1000: float | None
    """Findings per 1,000 of these words; missing where there is too little text."""
    low: float | None
    """Lower end of the 95 % bootstrap interval over passages."""
    high: float | None
    """Upper end of that interval."""


class CategoryScoreRow(OutletRow, frozen=True, kw_only=True):
    """The loaded words of one outlet in own voice and one category of the lexicon."""

    category: str
    """Category of the lexicon."""
    findings: int
    """Loaded words of it in own voice, those left out of the headline rate included."""
    left_out: int
    """Of these, those that stay out of the headline rate."""
    own_words: int
    """All own words of the outlet in the event: the same in each of its rows, not to be summed."""
    per_1000: float | None
    """Findings per 1,000 own words; missing where there is too little text."""
    low: float | None
    """Lower end of the 95 % bootstrap interval over passages."""
    high: float | None
    """Upper end of that interval."""


class PlaceScoreRow(OutletRow, frozen=True, kw_only=True):
    """The loaded words of one outlet in own voice at one place of its articles."""

    place: str
    """``title``, ``lead`` (the first paragraph) or ``rest`` (standfirst and later paragraphs)."""
    findings: int
    """Loaded words of the headline rate there."""
    words: int
    """Own words there."""
    per_1000: float | None
    """Findings per 1,000 of these words; missing where there is too little text."""


class StrengthScoreRow(OutletRow, frozen=True, kw_only=True):
    """The loaded words of one outlet in own voice and of one strength."""

    strength: int
    """1 (mild) to 3 (strong)."""
    findings: int
    """Loaded words of the headline rate of that strength."""
    own_words: int
    """All own words of the outlet in the event: the same in each of its rows, not to be summed."""


def score_rows(evidence: Evidence) -> list[ScoreRow]:
    """Return one row for each outlet and voice."""
    return [
        ScoreRow(**evidence.event, outlet=score.outlet, voice=score.voice.value, **_rate(score))
        for score in _of(evidence, "outlet")
        if _is_total(score)
    ]


def article_score_rows(evidence: Evidence) -> list[ArticleScoreRow]:
    """Return one row for each article that is counted, and voice."""
    return [
        ArticleScoreRow(**evidence.article(score.id), voice=score.voice.value, **_rate(score))
        for score in _of(evidence, "article")
        if _is_total(score)
    ]


def category_score_rows(evidence: Evidence) -> list[CategoryScoreRow]:
    """Return one row for each outlet and category that it uses."""
    return [
        CategoryScoreRow(
            **evidence.event,
            outlet=score.outlet,
            category=score.category,
            findings=score.findings,
            left_out=evidence.left_out[score.outlet, score.category],
            own_words=score.words,
            per_1000=score.per_1000,
            low=score.low,
            high=score.high,
        )
        for score in _of(evidence, "outlet")
        if score.voice is Voice.OWN and score.category != "all" and score.findings
    ]


def place_score_rows(evidence: Evidence) -> list[PlaceScoreRow]:
    """Return three rows for each outlet."""
    return list(_places(evidence))


def strength_score_rows(evidence: Evidence) -> list[StrengthScoreRow]:
    """Return three rows for each outlet."""
    return [
        StrengthScoreRow(
            **evidence.event,
            outlet=score.outlet,
            strength=score.strength,
            findings=score.findings,
            own_words=score.words,
        )
        for score in _of(evidence, "outlet")
        if score.strength
    ]


def _of(evidence: Evidence, scope: str) -> Iterator[Score]:
    return (score for score in evidence.comparison.scores if score.scope == scope)


def _is_total(score: Score) -> bool:
    return score.category == score.place == "all" and not score.strength


def _rate(score: Score) -> dict[str, Any]:
    names = ("findings", "words", "per_1000", "low", "high")
    return {name: getattr(score, name) for name in names}


def _places(evidence: Evidence) -> Iterator[PlaceScoreRow]:
    own = (s for s in _of(evidence, "outlet") if s.voice is Voice.OWN and s.category == "all")
    whole = (score for score in own if not score.strength)
    for outlet, scores in groupby(whole, key=lambda score: score.outlet):
        counted = {score.place: (score.findings, score.words) for score in scores}
        title, lead = counted["title"], counted["lead"]
        total = counted["all"]
        rest = total[0] - title[0] - lead[0], total[1] - title[1] - lead[1]
        for place, (findings, words) in (("title", title), ("lead", lead), ("rest", rest)):
            yield PlaceScoreRow(
                **evidence.event,
                outlet=outlet,
                place=place,
                findings=findings,
                words=words,
                per_1000=rate_of(findings, words),
            )
