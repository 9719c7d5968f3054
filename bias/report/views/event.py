"""The whole page of one event, as one typed row."""

from collections.abc import Collection, Iterator, Sequence

from bias.records import Comparison, Outlet, PassageRef, Record
from bias.release import VERSION
from bias.report.catalogue import say
from bias.report.links import sentence_anchor
from bias.report.outlets import OutletLook
from bias.report.plain import day
from bias.report.reading import Note, Reading
from bias.report.views.articles import ArticleView, article_views
from bias.report.views.briefing import Briefing, briefing
from bias.report.views.conflicts import ConflictView, conflict_views
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
from bias.report.views.language import LanguageView, language_view
from bias.report.views.lead import Lead, lead_pair
from bias.report.views.namings import NamingsView, namings_view
from bias.report.views.only import OnlyView, only_views
from bias.report.views.strip import Strip, strip
from bias.report.views.title import neutral_title
from bias.report.views.two import TwoView, two_view
from bias.report.views.wording import WordingView, wording_view


class Made(Record, frozen=True, kw_only=True):
    """By what the comparison was made, as a citation names it."""

    version: str
    lexicon: str
    """Language and digest, with a note where own rows changed it."""
    models: tuple[str, ...]
    """Those that annotated the texts, then the one that helped to join, if any."""
    seed: int | None


class EventView(Record, frozen=True, kw_only=True):
    """What the page of one event shows, in the order it shows it."""

    id: str
    title: str
    """Made from what all outlets name and say; see :mod:`bias.report.views.title`."""
    edition: str
    date: str
    language: LanguageView
    outlets: tuple[OutletLook, ...]
    trusted: int
    """Articles whose text could be read whole."""
    briefing: Briefing
    lead: Lead | None
    strip: Strip
    contrasts: ContrastsView
    namings: NamingsView
    wording: WordingView
    groups: tuple[GroupView, ...]
    two: TwoView | None
    """``None`` unless two articles are compared."""
    only: tuple[OnlyView, ...]
    omissions: tuple[OmissionView, ...]
    conflicts: tuple[ConflictView, ...]
    copies: tuple[CopyView, ...]
    gaps: tuple[GapView, ...]
    articles: tuple[ArticleView, ...]
    notes: tuple[Note, ...]
    made: Made


def event_view(
    comparison: Comparison,
    outlets: Sequence[Outlet],
    kept: Collection[str] = (),
    *,
    alone: bool = False,
) -> EventView:
    """Return everything the page of an event shows; ``alone``: with no page of articles beside."""
    reading = Reading(comparison, outlets, kept, alone=alone)
    event = comparison.event
    contrasts = contrasts_view(reading)
    only = only_views(reading)
    return EventView(
        id=event.id,
        title=neutral_title(reading),
        edition=event.edition,
        date=day(event.edition),
        language=language_view(comparison),
        outlets=reading.outlets.pick(event.outlets),
        trusted=sum(article.quality.trusted for article in comparison.articles),
        briefing=briefing(reading),
        lead=lead_pair(reading, contrasts),
        strip=strip(reading),
        contrasts=contrasts,
        namings=namings_view(reading),
        wording=wording_view(reading),
        groups=group_views(reading),
        two=two_view(reading, only),
        only=only,
        omissions=omission_views(reading),
        conflicts=conflict_views(reading),
        copies=copy_views(reading),
        gaps=gap_views(reading.outlets, event_gaps(comparison)),
        articles=article_views(reading, frozenset(_linked(comparison))),
        notes=tuple(reading.notes.values()),
        made=_made(comparison),
    )


def _made(comparison: Comparison) -> Made:
    making, lexicon, model = comparison.making, comparison.lexicon, comparison.alignment.model
    changed = say(" with rows of one's own") if lexicon.changes else ""
    return Made(
        version=making.version or VERSION,
        lexicon=f"{lexicon.language} {lexicon.digest}{changed}",
        models=(*making.language_models, *([model] if model else ())),
        seed=making.seed,
    )


def _linked(comparison: Comparison) -> Iterator[str]:
    """Yield the anchors of all sentences that some claim on the page rests on."""
    for group in comparison.alignment.groups:
        yield from map(sentence_anchor, group.members)
    for only in comparison.alignment.only:
        yield from map(sentence_anchor, only.passages)
        yield from (sentence_anchor(near.passage) for near in only.nearest if near.passage)
    for conflict in comparison.alignment.conflicts:
        yield from map(sentence_anchor, (conflict.a, conflict.b))
    for omission in comparison.alignment.omissions:
        if omission.nearest:
            yield sentence_anchor(omission.nearest)
    for finding in comparison.findings:
        yield sentence_anchor(PassageRef(article=finding.article, index=finding.passage))
    for naming in comparison.namings:
        yield sentence_anchor(PassageRef(article=naming.article, index=naming.passage))
