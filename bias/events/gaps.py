"""What is missing from an event: one gap, with its reason, for each outlet that did not tell it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from bias.events.fitting import TITLE_SHARE, Fitting, name_stems
from bias.events.languages import Printed, other_languages, printed_in
from bias.events.unread import OutletNight, outlet_nights, silence
from bias.records import Article, Event, Gap, GapReason, NightEvents, Outlet

_NOT_JOINED = (
    "This article was read; its title shares words with the event, but its text was not found to "
    "be on it. Whether it tells this is not known."
)

READ_TITLE_SHARE = 0.6
"""The same share as ``TITLE_SHARE``, of an article whose text was read and not joined."""


Placed = Mapping[str, Mapping[str, Gap]]
"""The best gap by event id and outlet."""


def with_gaps(
    events: Sequence[Event],
    articles: Sequence[Article],
    gaps: Sequence[Gap],
    outlets: Sequence[Outlet],
) -> tuple[Event, ...]:
    """Return the events with a gap for each declared outlet that has no trusted article in it.

    The reason is, in this order: that of the outlet's own untrusted article in the event, that of
    an article whose announced title, or the page's own, fits the event, and what is known of the
    outlet as a whole. ``not_published`` is said only where everything it announced was read.
    """
    return night_events(events, articles, gaps, outlets).whole()


def night_events(
    events: Sequence[Event],
    articles: Sequence[Article],
    gaps: Sequence[Gap],
    outlets: Sequence[Outlet],
) -> NightEvents:
    """Return the same, with what is said of an outlet as a whole once and not in every event."""
    by_id = {article.id: article for article in articles}
    placed = _placed(_candidates(events, articles, gaps), Fitting(events, by_id))
    printed = printed_in(articles)
    nights = outlet_nights(articles, gaps)
    declared = sorted(outlets, key=lambda outlet: outlet.id)
    names = {outlet.id for outlet in declared}
    return NightEvents(
        events=tuple(
            msgspec.structs.replace(
                event, gaps=tuple(_own_gaps(event, by_id, printed, placed, names))
            )
            for event in events
        ),
        silences=tuple(
            silence(outlet, nights.get(outlet.id, OutletNight())) for outlet in declared
        ),
    )


def _own_gaps(
    event: Event,
    by_id: Mapping[str, Article],
    printed: Printed,
    placed: Placed,
    declared: Collection[str],
) -> Iterator[Gap]:
    """Yield the gaps that speak of one article each, or of another language, by outlet."""
    members = [by_id[article] for article in event.articles if article in by_id]
    told = {article.outlet for article in members if article.quality.trusted}
    shown = {article.outlet: gap_of(article) for article in reversed(members)}
    apart = other_languages(event, by_id, printed)
    own = {**apart, **placed.get(event.id, {}), **shown}
    yield from (own[outlet] for outlet in sorted(own) if outlet in declared and outlet not in told)


def gap_of(article: Article) -> Gap:
    """Return the gap that an untrusted article is."""
    return Gap(
        outlet=article.outlet,
        reason=article.quality.reason or GapReason.NO_TEXT,
        detail=article.quality.detail,
        url=article.url,
        title=article.announced_title or article.title,
        published=article.published,
    )


# ---------------------------------------------------------------- which event a title fits


class _Candidate(msgspec.Struct, frozen=True):
    """An article that is in no event."""

    gap: Gap
    names: list[frozenset[str]]
    """The words of each of its names."""
    least: float
    """Share of a name that an event must hold."""


def _candidates(
    events: Sequence[Event], articles: Iterable[Article], gaps: Iterable[Gap]
) -> Iterator[_Candidate]:
    """Yield what may be on an event though it is in none, that which was not read first."""
    placed = {article for event in events for article in event.articles}
    for gap in gaps:
        if gap.url:
            yield _Candidate(gap, name_stems(gap.url, gap.title), TITLE_SHARE)
    apart = [article for article in articles if article.id not in placed]
    for article in sorted(apart, key=lambda article: article.quality.trusted):
        names = name_stems(article.url, article.announced_title, article.title)
        if article.quality.trusted:
            yield _Candidate(_not_joined(article), names, READ_TITLE_SHARE)
        else:
            yield _Candidate(gap_of(article), names, TITLE_SHARE)


def _not_joined(article: Article) -> Gap:
    return msgspec.structs.replace(gap_of(article), reason=GapReason.UNKNOWN, detail=_NOT_JOINED)


def _placed(candidates: Iterable[_Candidate], fitting: Fitting) -> Placed:
    """Return each candidate at the one event that one of its names fits best, if any."""
    best: dict[tuple[str, str], tuple[float, Gap]] = {}
    for each in candidates:
        share, event = fitting.best(each.names)
        key = (event, each.gap.outlet)
        if event and share >= each.least and (key not in best or share > best[key][0]):
            best[key] = (share, each.gap)
    placed: dict[str, dict[str, Gap]] = {}
    for (event, outlet), (_, gap) in best.items():
        placed.setdefault(event, {})[outlet] = gap
    return placed
