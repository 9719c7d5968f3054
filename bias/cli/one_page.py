"""What ``compare --out`` does: one page of a comparison, with nothing kept beside it."""

from collections.abc import Sequence
from pathlib import Path

from upath import UPath

from bias import by_hand
from bias.config import Settings
from bias.coverage.outlets import read_outlets
from bias.errors import BiasError, UsageError
from bias.given import Given, read_given
from bias.pipeline.in_memory import compare_articles
from bias.records import Article, Comparison, Gap, Record
from bias.report.catalogue import speaking
from bias.report.render import render_alone
from bias.report.versions import Change, changes
from bias.storage import write_bytes

_TWO = 2
_PAGES = (".html", ".htm")


class Compared(Record, frozen=True, kw_only=True):
    """What a comparison that is not kept holds, in a few numbers."""

    outlets: tuple[str, ...]
    articles: int
    """Trusted articles."""
    findings: int
    """Loaded words, in any voice."""
    groups: int
    """Passages told by several."""
    only: int
    """Stretches that one tells alone."""
    gaps: tuple[Gap, ...]
    changes: tuple[Change, ...]
    """From the first to the second of two versions of one article; empty for anything else."""
    report: str
    """The page to open."""


def write_page(
    settings: Settings, given: Sequence[Given], page: Path, edition: str, search: str
) -> Compared:
    """Compare what is given and write the one page; nothing is kept beside it.

    Raises:
        UsageError: the page cannot be of that name, or there are not two things to compare.
        BiasError: not one of the articles can be trusted.
    """
    if search:
        message = "--out goes with addresses and files; what a search finds is reported in reports/"
        raise UsageError(message)
    if page.suffix.lower() not in _PAGES:
        message = f"{page}: no name of a page; write one that ends in .html"
        raise UsageError(message)
    if any(Path(each.source) == page for each in given):
        message = f"{page} is one of the things to compare; name another page"
        raise UsageError(message)
    outlets = read_outlets(settings.outlets)
    articles, gaps = by_hand.two_at_least(read_given(settings, given, outlets))
    seed, lexicon = settings.seed, settings.lexicon
    comparison = compare_articles(articles, lexicon, seed, edition=edition, gaps=gaps)
    if not any(article.quality.trusted for article in articles):
        reasons = "; ".join(f"{gap.outlet}: {gap.detail}" for gap in comparison.event.gaps)
        message = f"no text can be trusted: {reasons}"
        raise BiasError(message)
    with speaking(settings.report_language):
        write_bytes(UPath(page), render_alone(comparison, outlets))
    return _compared(comparison, articles, page)


def _compared(comparison: Comparison, given: Sequence[Article], page: Path) -> Compared:
    return Compared(
        outlets=comparison.event.outlets,
        articles=sum(article.quality.trusted for article in comparison.articles),
        findings=len(comparison.findings),
        groups=len(comparison.alignment.groups),
        only=len(comparison.alignment.only),
        gaps=comparison.event.gaps,
        changes=changes(comparison, *given) if len(given) == _TWO else (),
        report=str(page),
    )
