"""Coverage gaps: what is missing or untrusted, and why, in plain words."""

from collections.abc import Sequence

from bias.records import Article, Gap, Record
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


def gap_views(
    outlets: Outlets, gaps: Sequence[Gap], articles: Sequence[Article] = ()
) -> tuple[GapView, ...]:
    """Return the gaps and the untrusted articles, in the order of outlets, each once."""
    untrusted = [gap for article in articles if (gap := untrusted_gap(article))]
    told = {(gap.outlet, gap.url) for gap in untrusted if gap.url}
    rows = untrusted + [gap for gap in gaps if (gap.outlet, gap.url) not in told]
    looks = outlets.pick(gap.outlet for gap in rows)
    rank = {look.id: place for place, look in enumerate(looks)}
    rows.sort(key=lambda gap: (rank[gap.outlet], gap.reason, gap.url, gap.detail))
    return tuple(_gap(outlets[gap.outlet], gap) for gap in rows)


def untrusted_gap(article: Article) -> Gap | None:
    """Return an untrusted article as a gap, ``None`` for a trusted one."""
    if article.quality.reason is None:
        return None
    return Gap(
        outlet=article.outlet,
        reason=article.quality.reason,
        detail=article.quality.detail,
        url=article.url,
        title=article.title,
    )


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
