"""The head of a comparison of two: what only the one tells, what only the other, what changed."""

import re
from collections.abc import Sequence

from bias.records import Article, Record
from bias.report.outlets import OutletLook
from bias.report.reading import Reading
from bias.report.versions import Change, changes
from bias.report.views.only import OnlyView

_TWO = 2
_NUMBERED = re.compile(r"(.+) \(\d+\)")


class SideView(Record, frozen=True, kw_only=True):
    """One of two articles."""

    outlet: OutletLook
    only: tuple[OnlyView, ...]


class TwoView(Record, frozen=True, kw_only=True):
    """Two articles side by side."""

    sides: tuple[SideView, ...]
    changes: tuple[Change, ...]
    """From the first to the second of two versions of one article; empty for anything else."""


def two_view(reading: Reading, only: Sequence[OnlyView]) -> TwoView | None:
    """Return the head of a comparison of two articles; ``None`` where there are more, or fewer."""
    trusted = [article for article in reading.comparison.articles if article.quality.trusted]
    if len(trusted) != _TWO:
        return None
    looks = reading.outlets.pick(article.outlet for article in trusted)
    sides = tuple(
        SideView(outlet=look, only=tuple(item for item in only if item.outlet == look))
        for look in looks
    )
    first, second = sorted(trusted, key=lambda article: (article.outlet, article.id))
    changed = changes(reading.comparison, first, second) if _are_versions(trusted) else ()
    if not changed and not any(side.only for side in sides):
        return None
    return TwoView(sides=sides, changes=changed)


def _are_versions(articles: Sequence[Article]) -> bool:
    """Return whether both are of one outlet, which :func:`bias.texts.tell_apart` has numbered."""
    names = [_NUMBERED.fullmatch(article.outlet) for article in articles]
    return len({name and name.group(1) for name in names}) == 1 and None not in names
