"""Who told an event, outlet by outlet: told, told nothing, and not known are kept apart."""

from collections.abc import Sequence
from typing import Literal

from bias.records import GapReason, Record
from bias.report.catalogue import say
from bias.report.links import article_href
from bias.report.outlets import OutletLook
from bias.report.plain import GAPS
from bias.report.reading import Reading
from bias.report.views.gaps import event_gaps


class Covered(Record, frozen=True, kw_only=True):
    """Whether one outlet told one event."""

    outlet: OutletLook
    state: Literal["told", "unread", "none", "unknown"]
    """``unread``: it told the event, but its text could not be trusted."""
    label: str
    href: str
    """The way to its article, empty where there is none."""


def covered(reading: Reading, outlets: Sequence[OutletLook]) -> tuple[Covered, ...]:
    """Return the state of every outlet of the night for one event."""
    return tuple(_covered(reading, look) for look in outlets)


def _told_but(label: str) -> str:
    return say("told, but: {why}", why=label.lower())


def _covered(reading: Reading, look: OutletLook) -> Covered:
    mine = [a for a in reading.ordered(reading.articles) if a.outlet == look.id]
    whole = [article for article in mine if article.quality.trusted]
    for article in whole + mine:
        reason = article.quality.reason
        return Covered(
            outlet=look,
            state="unread" if reason else "told",
            label=_told_but(GAPS[reason].label) if reason else say("told"),
            href=article_href(reading.home, article.id),
        )
    reasons = [gap.reason for gap in event_gaps(reading.comparison) if gap.outlet == look.id]
    if reasons == [GapReason.NOT_PUBLISHED]:
        return Covered(outlet=look, state="none", label=say("nothing published"), href="")
    label = GAPS[reasons[0]].label.lower() if reasons else say("not known")
    return Covered(outlet=look, state="unknown", label=label, href="")
