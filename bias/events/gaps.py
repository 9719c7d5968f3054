"""What is missing from an event: one gap, with its reason, for each outlet that did not tell it."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from bias.events.terms import content_stems
from bias.records import Article, Event, Gap, GapReason, Outlet

TITLE_SHARE = 0.4
"""Share of a missing article's title, by rarity of its words, that the event must hold.

Less than half, since a title has words of its own; to say wrongly that an outlet published nothing
is the worse mistake.
"""
MIN_SHARED_WORDS = 2
LEAD_CHARS = 1_500
"""Characters of each article in which the words of a title are looked for."""

_ADDRESS_WORDS = re.compile(r"[a-z]{2,}")


class _Known(msgspec.Struct, frozen=True):
    """What a night knows of an outlet's missing articles."""

    by_event: Mapping[tuple[str, str], Gap]
    """Best gap by event id and outlet."""
    unreachable: Mapping[str, Gap]
    unnamed: Mapping[str, int]
    """Missing articles of which not even words are known, by outlet."""


def with_gaps(
    events: Sequence[Event],
    articles: Sequence[Article],
    gaps: Sequence[Gap],
    outlets: Sequence[Outlet],
) -> tuple[Event, ...]:
    """Return the events with a gap for each declared outlet that has no trusted article in it.

    The reason is, in this order: that of the outlet's own untrusted article in the event, that of
    a missing article whose title fits the event, the outlet's silence (unreachable), and only
    then ``not_published``.
    """
    by_id = {article.id: article for article in articles}
    known = _known(events, by_id, gaps)
    return tuple(
        msgspec.structs.replace(event, gaps=tuple(_event_gaps(event, by_id, known, outlets)))
        for event in events
    )


def _event_gaps(
    event: Event, by_id: Mapping[str, Article], known: _Known, outlets: Sequence[Outlet]
) -> Iterator[Gap]:
    members = [by_id[article] for article in event.articles if article in by_id]
    told = {article.outlet for article in members if article.quality.trusted}
    shown = {article.outlet: gap_of(article) for article in reversed(members)}
    for outlet in sorted(outlets, key=lambda outlet: outlet.id):
        if outlet.id not in told:
            yield (
                shown.get(outlet.id)
                or known.by_event.get((event.id, outlet.id))
                or known.unreachable.get(outlet.id)
                or _silence(outlet, known.unnamed.get(outlet.id, 0))
            )


def _silence(outlet: Outlet, unnamed: int) -> Gap:
    if unnamed:
        detail = (
            f"{outlet.name} announced {unnamed} addresses without a title that could not be read; "
            "whether one of them tells this is not known."
        )
        return Gap(outlet=outlet.id, reason=GapReason.NOT_FETCHED, detail=detail)
    detail = f"{outlet.name} was read and carried nothing on this event."
    return Gap(outlet=outlet.id, reason=GapReason.NOT_PUBLISHED, detail=detail)


def gap_of(article: Article) -> Gap:
    """Return the gap that an untrusted article is."""
    return Gap(
        outlet=article.outlet,
        reason=article.quality.reason or GapReason.NO_TEXT,
        detail=article.quality.detail,
        url=article.url,
        title=article.title,
        published=article.published,
    )


# ---------------------------------------------------------------- which event a title fits


def _known(events: Sequence[Event], by_id: Mapping[str, Article], gaps: Sequence[Gap]) -> _Known:
    placed = {article for event in events for article in event.articles}
    untrusted = [
        gap_of(article)
        for article in by_id.values()
        if not article.quality.trusted and article.id not in placed
    ]
    missing = [gap for gap in gaps if gap.url] + untrusted
    named = [(gap, content_stems(_name(gap))) for gap in missing]
    unnamed = Counter(gap.outlet for gap, stems in named if len(stems) < MIN_SHARED_WORDS)
    whole = [gap for gap in gaps if not gap.url]
    return _Known(
        by_event=_placed(named, events, by_id),
        unreachable={gap.outlet: gap for gap in reversed(whole)},
        unnamed=unnamed,
    )


def _name(gap: Gap) -> str:
    """Return the announced title, else the words of the address."""
    return gap.title or " ".join(_ADDRESS_WORDS.findall(gap.url.rpartition("/")[2].lower()))


def _placed(
    named: Iterable[tuple[Gap, frozenset[str]]],
    events: Sequence[Event],
    by_id: Mapping[str, Article],
) -> dict[tuple[str, str], Gap]:
    """Return each missing article at the one event that its title fits best, if any."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        for stem in sorted(_event_stems(event, by_id)):
            holders[stem].append(number)
    best: dict[tuple[str, str], tuple[float, Gap]] = {}
    for gap, stems in named:
        share, number = _best_event(stems, holders, len(events))
        if share >= TITLE_SHARE:
            key = (events[number].id, gap.outlet)
            if key not in best or share > best[key][0]:
                best[key] = (share, gap)
    return {key: gap for key, (_, gap) in best.items()}


def _event_stems(event: Event, by_id: Mapping[str, Article]) -> frozenset[str]:
    members = (by_id[article] for article in event.articles if article in by_id)
    return content_stems(" ".join(f"{a.title} {a.text[:LEAD_CHARS]}" for a in members))


def _best_event(
    stems: frozenset[str], holders: Mapping[str, Sequence[int]], events: int
) -> tuple[float, int]:
    """Return the share of a title's words that its best event holds, rare words counting more."""
    total = 0.0
    shared: Counter[int] = Counter()
    weight: dict[int, float] = defaultdict(float)
    for stem in sorted(stems):
        rarity = math.log((2 + events) / (1 + len(holders.get(stem, ()))))
        total += rarity
        for number in holders.get(stem, ()):
            shared[number] += 1
            weight[number] += rarity
    fitting = [number for number, count in shared.items() if count >= MIN_SHARED_WORDS]
    if not fitting or total <= 0:
        return 0.0, -1
    number = max(fitting, key=lambda number: (weight[number], -number))
    return weight[number] / total, number
