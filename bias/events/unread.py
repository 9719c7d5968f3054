"""What is known of an outlet's night as a whole, and what therefore may be said of its silence."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from bias.events.fitting import name_stems
from bias.records import Article, Gap, GapReason, Outlet, Record

NOTHING_KNOWN = frozenset({GapReason.OUTLET_UNREACHABLE, GapReason.NOT_ASKED, GapReason.NOT_READ})
"""Reasons that speak of an outlet as a whole and leave nothing known of its night."""

_SAID = {
    GapReason.FAILED: "failed on here",
    GapReason.CONSENT_WALL: "behind a consent wall",
    GapReason.BOT_CHECK: "behind a bot check",
    GapReason.LOGIN_WALL: "behind a log-in",
    GapReason.SOFT_404: "not there",
    GapReason.INDEX_PAGE: "answered with a list",
    GapReason.NEEDS_SCRIPT: "shown to scripts alone",
    GapReason.REFRESHES: "sent on",
    GapReason.OTHER_PAGE: "answered with another page",
    GapReason.NO_TEXT: "without text",
    GapReason.LIVE_BLOG: "run as a live blog",
    GapReason.UNSUPPORTED_LANGUAGE: "in another language",
}
"""What is said of articles of a reason behind their number, where its own words do not fit."""


class OutletNight(Record, frozen=True, kw_only=True):
    """What a night knows of one outlet."""

    announced: int = 0
    """Articles announced in the window, those left out by their own date not among them."""
    unread: Mapping[GapReason, int] = {}
    """How many of them could not be read or trusted, by reason."""
    nameless: bool = False
    """Whether all of the unread ones are known by their addresses alone."""
    wide: tuple[Gap, ...] = ()
    """Gaps that speak of the outlet as a whole."""


def outlet_nights(articles: Iterable[Article], gaps: Iterable[Gap]) -> dict[str, OutletNight]:
    """Return what is known of each outlet that has an article or a gap, by its id."""
    rows: dict[str, list[Article | Gap]] = {}
    both: chain[Article | Gap] = chain(articles, gaps)
    for row in both:
        rows.setdefault(row.outlet, []).append(row)
    return {outlet: _night(each) for outlet, each in rows.items()}


def silence(outlet: Outlet, night: OutletNight) -> Gap:
    """Return the gap of an outlet of which no article is known to be on an event.

    "Not published" is said only where everything it announced was read and trusted, and every feed
    was read whole; else what is known is said.
    """
    nothing = [gap for gap in night.wide if gap.reason in NOTHING_KNOWN]
    if nothing:
        return nothing[0]
    if not night.unread:
        return _read_whole(outlet, night) if not night.wide else _joined(night.wide)
    reason = GapReason.NOT_FETCHED if _is_nameless(night) else GapReason.UNKNOWN
    detail = " ".join([_unread(night), *(gap.detail for gap in night.wide)])
    return Gap(outlet=outlet.id, reason=reason, detail=detail)


def _night(rows: Sequence[Article | Gap]) -> OutletNight:
    pages = [row for row in rows if row.url and _reason(row) is not GapReason.OUTSIDE_WINDOW]
    unread = [(row, reason) for row in pages if (reason := _reason(row))]
    return OutletNight(
        announced=len(pages),
        unread=Counter(reason for _, reason in unread),
        nameless=not any(_names(row) for row, _ in unread),
        wide=tuple(row for row in rows if isinstance(row, Gap) and not row.url),
    )


def _reason(row: Article | Gap) -> GapReason | None:
    if isinstance(row, Gap):
        return row.reason
    return None if row.quality.trusted else row.quality.reason or GapReason.NO_TEXT


def _names(row: Article | Gap) -> list[frozenset[str]]:
    if isinstance(row, Gap):
        return name_stems(row.url, row.title)
    return name_stems(row.url, row.announced_title, row.title)


def _is_nameless(night: OutletNight) -> bool:
    return night.nameless and set(night.unread) == {GapReason.NOT_FETCHED}


def _read_whole(outlet: Outlet, night: OutletNight) -> Gap:
    if night.announced:
        start = f"The feeds of {outlet.name} and all that they announced were read"
        detail = f"{start} ({_articles(night.announced)}); none was found to be on this event."
    else:
        detail = (
            f"The feeds of {outlet.name} were read whole and announced no article for this edition."
        )
    return Gap(outlet=outlet.id, reason=GapReason.NOT_PUBLISHED, detail=detail)


def _joined(gaps: Sequence[Gap]) -> Gap:
    """Return gaps of one outlet as one, the first of the same reason that all have."""
    first, *others = gaps
    if not others:
        return first
    reason = first.reason if len({gap.reason for gap in gaps}) == 1 else GapReason.UNKNOWN
    return Gap(outlet=first.outlet, reason=reason, detail=" ".join(gap.detail for gap in gaps))


def _unread(night: OutletNight) -> str:
    count, total = sum(night.unread.values()), night.announced
    kinds = ", ".join(
        f"{number} {_SAID.get(reason) or reason.value.replace('_', ' ')}"
        for reason, number in sorted(night.unread.items())
    )
    what = f"could not be read or trusted ({kinds})"
    if total == 1:
        return f"The only article it announced {what}; whether it tells this is not known."
    whether = "it tells" if count == 1 else "one tells"
    start = f"{count:,} of its {_articles(total)}" if count < total else f"All its {total} articles"
    return f"{start} {what}; whether {whether} this is not known."


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"
