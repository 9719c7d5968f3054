"""Who covered the event: when, at what length, with which loaded words of its own, or why not."""

from collections import defaultdict
from collections.abc import Sequence

from bias.records import Comparison, Finding, Gap, GapReason, Record, Voice
from bias.report.outlets import OutletLook
from bias.report.plain import GAPS
from bias.report.reading import Reading
from bias.report.views.articles import Headline, headlines
from bias.report.views.gaps import event_gaps
from bias.report.views.places import Place, marked_word
from bias.report.views.rates import Rate, Scores

MOST_WORDS = 8
"""Loaded words named beside an article; the rest are counted."""


class Teller(Record, frozen=True, kw_only=True):
    """One article, and the loaded words its outlet uses itself."""

    headline: Headline
    length: int
    """Its words, in hundredths of the longest article's."""
    rate: Rate
    """Of the article, in own voice."""
    words: tuple[tuple[str, Place], ...]
    more: int
    """Loaded words beyond those named."""


class Silent(Record, frozen=True, kw_only=True):
    """Outlets without an article on the event for one reason, and what is known of it."""

    outlets: tuple[OutletLook, ...]
    label: str
    meaning: str


class Strip(Record, frozen=True, kw_only=True):
    """All articles by outlet, then the outlets that have none, by reason."""

    tellers: tuple[Teller, ...]
    silent: tuple[Silent, ...]
    top: float
    """The highest end of an interval, at least 1: where the scale of the intervals ends."""


def strip(reading: Reading) -> Strip:
    """Return who covered the event and how; an untrusted article has no figures."""
    scores = Scores(reading.comparison.scores)
    shown = headlines(reading)
    longest = max((item.words for item in shown), default=0) or 1
    tellers = tuple(_teller(reading, scores, item, longest) for item in shown)
    ends = [teller.rate.high or teller.rate.per_1000 or 0.0 for teller in tellers]
    return Strip(
        tellers=tellers,
        silent=_silent(reading, reading.comparison),
        top=max([1.0, *ends]),
    )


def _teller(reading: Reading, scores: Scores, item: Headline, longest: int) -> Teller:
    own = _own(reading.comparison.findings, item.article)
    return Teller(
        headline=item,
        length=round(100 * item.words / longest),
        rate=Rate(known=False) if item.untrusted else scores.rate("article", item.article),
        words=tuple(marked_word(reading, finding) for finding in own[:MOST_WORDS]),
        more=max(0, len(own) - MOST_WORDS),
    )


def _own(findings: Sequence[Finding], article: str) -> list[Finding]:
    """Return the own-voice findings of an article, the strongest first, in reading order."""
    mine = [f for f in findings if f.article == article and f.voice is Voice.OWN and not f.left_out]
    kept = sorted(mine, key=lambda finding: -finding.strength)[:MOST_WORDS]
    return [f for f in mine if f in kept] + [f for f in mine if f not in kept]


def _silent(reading: Reading, comparison: Comparison) -> tuple[Silent, ...]:
    told = {article.outlet for article in comparison.articles}
    first: dict[str, Gap] = {}
    for gap in event_gaps(comparison):
        if gap.outlet not in told:
            first.setdefault(gap.outlet, gap)
    by_reason: dict[GapReason, list[OutletLook]] = defaultdict(list)
    for look in reading.outlets.pick(first):
        by_reason[first[look.id].reason].append(look)
    return tuple(
        Silent(outlets=tuple(looks), label=GAPS[reason].label, meaning=GAPS[reason].meaning)
        for reason, looks in by_reason.items()
    )
