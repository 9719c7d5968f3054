"""What is missing from an event: one gap, with its reason, for each outlet that did not tell it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from bias.events.fitting import TITLE_SHARE, Fitting, name_stems
from bias.events.unread import OutletNight, outlet_nights, silence
from bias.records import Article, Event, Gap, GapReason, Outlet

_NOT_JOINED = (
    "This article was read; its title shares words with the event, but its text was not found to "
    "be on it. Whether it tells this is not known."
)

READ_TITLE_SHARE = 0.6
"""The same share as ``TITLE_SHARE``, of an article whose text was read and not joined."""


class _Known(msgspec.Struct, frozen=True):
    """What a night knows of its outlets' articles that are in no event."""

    by_event: Mapping[tuple[str, str], Gap]
    """Best gap by event id and outlet."""
    nights: Mapping[str, OutletNight]


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
    by_id = {article.id: article for article in articles}
    known = _Known(
        by_event=_placed(_candidates(events, articles, gaps), Fitting(events, by_id)),
        nights=outlet_nights(articles, gaps),
    )
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
                or silence(outlet, known.nights.get(outlet.id, OutletNight()))
            )


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


def _placed(candidates: Iterable[_Candidate], fitting: Fitting) -> dict[tuple[str, str], Gap]:
    """Return each candidate at the one event that one of its names fits best, if any."""
    best: dict[tuple[str, str], tuple[float, Gap]] = {}
    for each in candidates:
        share, event = fitting.best(each.names)
        key = (event, each.gap.outlet)
        if event and share >= each.least and (key not in best or share > best[key][0]):
            best[key] = (share, each.gap)
    return {key: gap for key, (_, gap) in best.items()}
