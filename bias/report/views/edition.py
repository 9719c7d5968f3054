"""The front page of one night."""

from collections import Counter
from collections.abc import Sequence

from bias.records import Article, Comparison, Event, Facts, Gap, Outlet, Record
from bias.report.outlets import OutletLook, Outlets
from bias.report.plain import GAPS, day
from bias.report.reading import Reading
from bias.report.views.briefing import Briefing, briefing
from bias.report.views.choice import best_contrasts, differs
from bias.report.views.conflicts import conflict_views
from bias.report.views.contrasts import contrasts_view
from bias.report.views.facts import night_facts
from bias.report.views.gaps import GapView, event_gaps, gap_views
from bias.report.views.groups import omission_views
from bias.report.views.lead import Lead, lead_pair
from bias.report.views.matrix import Covered, covered
from bias.report.views.names import shared_names
from bias.report.views.only import only_views
from bias.report.views.title import neutral_title


class EventCard(Record, frozen=True, kw_only=True):
    """One event on the front page of its night."""

    id: str
    title: str
    outlets: tuple[OutletLook, ...]
    briefing: Briefing
    lead: Lead | None
    differ: int
    """Passage groups in which the wording differs by a loaded word."""
    omissions: int
    """Facts that most tell and that were not found in some."""
    conflicts: int
    """Contradictions, and quotations that differ in more than small words."""
    only: int
    """Passages shown that one outlet tells alone."""
    covered: tuple[Covered, ...]
    """By outlet of the night: who told it."""
    gaps: int
    articles: int
    names: tuple[str, ...]
    """Whom and what two outlets at least name, the commonest first."""
    headlines: tuple[str, ...]
    before: str
    """The edition of the last night that told it, empty where it is new."""

    @property
    def parts(self) -> int:
        """How many differences were found: it sorts the night."""
        return self.differ + self.omissions + self.conflicts


class SingleOutlet(Record, frozen=True, kw_only=True):
    """How many articles of an outlet no other outlet's article was joined with."""

    outlet: OutletLook
    articles: int


class OutletGaps(Record, frozen=True, kw_only=True):
    """The gaps of one outlet by kind, the commonest first."""

    outlet: OutletLook
    kinds: tuple[tuple[str, int], ...]


class EditionView(Record, frozen=True, kw_only=True):
    """What the front page of a night shows."""

    edition: str
    date: str
    outlets: tuple[OutletLook, ...]
    articles: int
    events: tuple[EventCard, ...]
    gaps: tuple[GapView, ...]
    gaps_by_outlet: tuple[OutletGaps, ...]
    singles: tuple[SingleOutlet, ...]
    missing: tuple[str, ...]
    """Titles of the events of which no comparison could be made."""
    facts: Facts
    reasons: tuple[tuple[str, int], ...]
    """How often each kind of gap stands there, the commonest first."""


def edition_view(
    edition: str,
    comparisons: Sequence[Comparison],
    outlets: Sequence[Outlet],
    gaps: Sequence[Gap] = (),
    unmatched: Sequence[Article] = (),
    missing: Sequence[Event] = (),
) -> EditionView:
    """Return everything the front page of a night shows, events that part most first.

    Args:
        edition: ISO date.
        comparisons: of all events of the night.
        outlets: as declared.
        gaps: all coverage gaps of the night, whatever event they belong to.
        unmatched: articles that were joined with none of another outlet.
        missing: events of which no comparison could be made.
    """
    seen = {gap.outlet for gap in gaps} | {article.outlet for article in unmatched}
    seen |= {article.outlet for item in comparisons for article in item.articles}
    looks = Outlets(outlets, seen)
    columns = looks.pick(seen)
    cards = [_card(item, outlets, columns) for item in comparisons]
    cards.sort(key=lambda card: (-card.parts, -len(card.outlets), card.id))
    shown = gap_views(looks, gaps)
    articles = len(unmatched) + sum(len(item.articles) for item in comparisons)
    articles += sum(len(event.articles) for event in missing)
    facts = night_facts(comparisons, gaps, articles, len(comparisons) + len(missing))
    return EditionView(
        edition=edition,
        date=day(edition),
        outlets=columns,
        articles=articles,
        events=tuple(cards),
        gaps=shown,
        gaps_by_outlet=_by_outlet(looks, gaps),
        singles=tuple(
            SingleOutlet(outlet=look, articles=sum(a.outlet == look.id for a in unmatched))
            for look in looks.pick(article.outlet for article in unmatched)
        ),
        missing=tuple(event.title for event in missing),
        facts=facts,
        reasons=tuple((GAPS[reason].label, count) for reason, count in facts.gaps),
    )


def _by_outlet(looks: Outlets, gaps: Sequence[Gap]) -> tuple[OutletGaps, ...]:
    return tuple(
        OutletGaps(
            outlet=look,
            kinds=tuple(
                Counter(
                    GAPS[gap.reason].label for gap in gaps if gap.outlet == look.id
                ).most_common()
            ),
        )
        for look in looks.pick(gap.outlet for gap in gaps)
    )


def _card(
    comparison: Comparison, outlets: Sequence[Outlet], columns: Sequence[OutletLook]
) -> EventCard:
    reading = Reading(comparison, outlets)
    return EventCard(
        id=comparison.event.id,
        title=neutral_title(reading),
        outlets=reading.outlets.pick(comparison.event.outlets),
        briefing=briefing(reading),
        lead=lead_pair(reading, contrasts_view(reading)),
        differ=sum(differs(reading, item) for item in best_contrasts(reading)),
        omissions=len(omission_views(reading)),
        conflicts=sum(item.telling for item in conflict_views(reading)),
        only=len(only_views(reading)),
        covered=covered(reading, columns),
        gaps=len(event_gaps(comparison)),
        articles=len(comparison.articles),
        names=shared_names(comparison),
        headlines=tuple(sorted({a.title for a in comparison.articles if a.title})),
        before=comparison.event.before,
    )
