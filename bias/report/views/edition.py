"""The front page of one night, and the list of all nights."""

from collections.abc import Sequence

from bias.records import Article, Comparison, Event, Gap, Outlet, Record
from bias.report.outlets import OutletLook, Outlets
from bias.report.plain import day
from bias.report.reading import Reading
from bias.report.views.articles import Headline, headlines
from bias.report.views.choice import best_contrasts, differs
from bias.report.views.contrasts import ContrastView, contrast_view
from bias.report.views.gaps import GapView, event_gaps, gap_views
from bias.report.views.wording import WordingRow, WordingView, wording_view


class EventCard(Record, frozen=True, kw_only=True):
    """One event on the front page of its night."""

    id: str
    title: str
    outlets: tuple[OutletLook, ...]
    headlines: tuple[Headline, ...]
    contrast: ContrastView | None
    """The first one with a loaded word, ``None`` when there is none."""
    differ: int
    """Passage groups in which the wording differs by a loaded word."""
    loaded: int
    """Loaded words in the outlets' own voice, those of a text that several print once."""
    rows: tuple[WordingRow, ...]
    retold: int
    """Passage groups."""
    omissions: int
    """Facts that most tell and that were not found in some."""
    clashes: int
    """Passage groups whose numbers differ."""
    denials: int
    """Passage groups in which one outlet denies what another affirms."""
    gaps: int


class SingleOutlet(Record, frozen=True, kw_only=True):
    """How many articles of an outlet no other outlet's article was joined with."""

    outlet: OutletLook
    articles: int


class EditionView(Record, frozen=True, kw_only=True):
    """What the front page of a night shows."""

    edition: str
    date: str
    outlets: tuple[OutletLook, ...]
    articles: int
    events: tuple[EventCard, ...]
    gaps: tuple[GapView, ...]
    singles: tuple[SingleOutlet, ...]
    missing: tuple[str, ...]
    """Titles of the events of which no comparison could be made."""


class EditionSummary(Record, frozen=True, kw_only=True):
    """One line of the list of all nights."""

    edition: str
    events: int | None
    """``None`` where what is kept of them cannot be read."""
    outlets: int
    articles: int
    titles: tuple[str, ...] = ()
    """Of the events that most outlets told, at most three."""


def summarise_edition(edition: str, events: Sequence[Event]) -> EditionSummary:
    """Return the line of one night in the list of all nights."""
    widest = sorted(events, key=lambda event: (-len(event.outlets), event.id))
    return EditionSummary(
        edition=edition,
        events=len(events),
        outlets=len({outlet for event in events for outlet in event.outlets}),
        articles=sum(len(event.articles) for event in events),
        titles=tuple(event.title for event in widest[:3]),
    )


def edition_view(
    edition: str,
    comparisons: Sequence[Comparison],
    outlets: Sequence[Outlet],
    gaps: Sequence[Gap] = (),
    unmatched: Sequence[Article] = (),
    missing: Sequence[Event] = (),
) -> EditionView:
    """Return everything the front page of a night shows, the most widely told event first."""
    seen = {gap.outlet for gap in gaps} | {article.outlet for article in unmatched}
    seen |= {article.outlet for item in comparisons for article in item.articles}
    looks = Outlets(outlets, seen)
    ranked = sorted(comparisons, key=_width)
    return EditionView(
        edition=edition,
        date=day(edition),
        outlets=looks.pick(seen),
        articles=len(unmatched)
        + sum(len(item.articles) for item in comparisons)
        + sum(len(event.articles) for event in missing),
        events=tuple(_card(item, outlets) for item in ranked),
        gaps=gap_views(looks, gaps),
        singles=tuple(
            SingleOutlet(outlet=look, articles=sum(a.outlet == look.id for a in unmatched))
            for look in looks.pick(article.outlet for article in unmatched)
        ),
        missing=tuple(event.title for event in missing),
    )


def _width(comparison: Comparison) -> tuple[int, int, int, str]:
    """Sort the most widely told event first."""
    event, groups = comparison.event, comparison.alignment.groups
    return -len(event.outlets), -len(event.articles), -len(groups), event.id


def _card(comparison: Comparison, outlets: Sequence[Outlet]) -> EventCard:
    reading = Reading(comparison, outlets)
    contrasts = [item for item in best_contrasts(reading) if differs(reading, item)]
    wording: WordingView = wording_view(reading)
    alignment = comparison.alignment
    return EventCard(
        id=comparison.event.id,
        title=comparison.event.title,
        outlets=reading.outlets.pick(comparison.event.outlets),
        headlines=headlines(reading),
        contrast=contrast_view(reading, contrasts[0]) if contrasts else None,
        differ=len(contrasts),
        loaded=wording.total.own.findings,
        rows=wording.rows,
        retold=len(alignment.groups),
        omissions=len({omission.group for omission in alignment.omissions}),
        clashes=sum(bool(group.number_clashes) for group in alignment.groups),
        denials=sum(bool(group.denials) for group in alignment.groups),
        gaps=len(event_gaps(comparison)),
    )
