"""The whole page of one event, as one typed row."""

from collections.abc import Iterator, Sequence

from bias.records import Comparison, Outlet, PassageRef, Record
from bias.report.links import sentence_anchor
from bias.report.outlets import OutletLook
from bias.report.plain import day
from bias.report.reading import Note, Reading
from bias.report.views.articles import ArticleView, Headline, article_views, headlines
from bias.report.views.contrasts import ContrastsView, contrasts_view
from bias.report.views.gaps import GapView, event_gaps, gap_views
from bias.report.views.groups import (
    CopyView,
    GroupView,
    OmissionView,
    copy_views,
    group_views,
    omission_views,
)
from bias.report.views.namings import NamingsView, namings_view
from bias.report.views.wording import WordingView, wording_view


class EventView(Record, frozen=True, kw_only=True):
    """What the page of one event shows, in the order it shows it."""

    id: str
    title: str
    named_after: OutletLook | None
    """The outlet whose headline serves as title, ``None`` when no article has it."""
    edition: str
    date: str
    outlets: tuple[OutletLook, ...]
    trusted: int
    """Articles whose text could be read whole."""
    headlines: tuple[Headline, ...]
    contrasts: ContrastsView
    namings: NamingsView
    wording: WordingView
    groups: tuple[GroupView, ...]
    omissions: tuple[OmissionView, ...]
    copies: tuple[CopyView, ...]
    gaps: tuple[GapView, ...]
    articles: tuple[ArticleView, ...]
    notes: tuple[Note, ...]


def event_view(comparison: Comparison, outlets: Sequence[Outlet]) -> EventView:
    """Return everything the page of an event shows."""
    reading = Reading(comparison, outlets)
    event = comparison.event
    return EventView(
        id=event.id,
        title=event.title,
        named_after=_named_after(reading),
        edition=event.edition,
        date=day(event.edition),
        outlets=reading.outlets.pick(event.outlets),
        trusted=sum(article.quality.trusted for article in comparison.articles),
        headlines=headlines(reading),
        contrasts=contrasts_view(reading),
        namings=namings_view(reading),
        wording=wording_view(reading),
        groups=group_views(reading),
        omissions=omission_views(reading),
        copies=copy_views(reading),
        gaps=gap_views(reading.outlets, event_gaps(comparison)),
        articles=article_views(reading, frozenset(_linked(comparison))),
        notes=tuple(reading.notes.values()),
    )


def _named_after(reading: Reading) -> OutletLook | None:
    title = reading.comparison.event.title
    named = (item for item in reading.ordered(reading.articles) if item.title == title)
    return next((reading.look(item.id) for item in named if item.quality.trusted), None)


def _linked(comparison: Comparison) -> Iterator[str]:
    """Yield the anchors of all sentences that some claim on the page rests on."""
    for group in comparison.alignment.groups:
        yield from map(sentence_anchor, group.members)
    for omission in comparison.alignment.omissions:
        if omission.nearest:
            yield sentence_anchor(omission.nearest)
    for finding in comparison.findings:
        yield sentence_anchor(PassageRef(article=finding.article, index=finding.passage))
    for naming in comparison.namings:
        yield sentence_anchor(PassageRef(article=naming.article, index=naming.passage))
