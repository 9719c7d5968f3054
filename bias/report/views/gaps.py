"""Coverage gaps: what is missing or untrusted, and why, in plain words."""

from collections.abc import Sequence

from bias.events.gaps import gap_of
from bias.records import Comparison, Gap, Record
from bias.report.links import safe_url
from bias.report.outlets import OutletLook, Outlets
from bias.report.plain import GAPS


class GapView(Record, frozen=True, kw_only=True):
    """One gap as shown."""

    outlet: OutletLook
    label: str
    meaning: str
    detail: str
    url: str
    title: str


def event_gaps(comparison: Comparison) -> list[Gap]:
    """Return the gaps of an event and its untrusted articles, each address once."""
    untrusted = [gap_of(item) for item in comparison.articles if not item.quality.trusted]
    told = {(gap.outlet, gap.url) for gap in untrusted}
    return untrusted + [gap for gap in comparison.event.gaps if (gap.outlet, gap.url) not in told]


def gap_views(outlets: Outlets, gaps: Sequence[Gap]) -> tuple[GapView, ...]:
    """Return gaps as shown, in the order of outlets."""
    looks = outlets.pick(gap.outlet for gap in gaps)
    rank = {look.id: place for place, look in enumerate(looks)}
    ordered = sorted(gaps, key=lambda gap: (rank[gap.outlet], gap.reason, gap.url, gap.detail))
    return tuple(_gap(outlets[gap.outlet], gap) for gap in ordered)


def _gap(outlet: OutletLook, gap: Gap) -> GapView:
    words = GAPS[gap.reason]
    return GapView(
        outlet=outlet,
        label=words.label,
        meaning=words.meaning,
        detail=gap.detail,
        url=safe_url(gap.url),
        title=gap.title,
    )
