"""The command ``compare``: what somebody has at hand, or what a search finds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from upath import UPath

from bias import by_hand, pipeline
from bias.cli.night import GAPS, Edition, Json, choose_edition, finish, plural, working
from bias.cli.show import notes, out, print_json, stages
from bias.config import Settings, read_settings
from bias.coverage.outlets import read_outlets
from bias.errors import BiasError, UsageError
from bias.given import Given, parse_given, read_given
from bias.languages import DEFAULT
from bias.pipeline.in_memory import compare_articles
from bias.records import Article, Comparison, Gap, Record
from bias.report.render import render_alone
from bias.storage import write_bytes
from bias.summary import summarise
from bias.versions import Change, changes
from bias.wording.lexicon import load_lexicon

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


def compare(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME=]URL|FILE|-…",
            help="Two or more: an address, a file (text, HTML, PDF, WARC), or - for standard "
            "input; NAME= says what to call its outlet.",
        ),
    ] = None,
    search: Annotated[
        str, typer.Option("--search", help="Compare the fetched articles that hold these words.")
    ] = "",
    days: Annotated[int, typer.Option(min=1, max=366, help="Days the search goes back.")] = 7,
    page: Annotated[
        Path | None,
        typer.Option("--out", help="Write one page, FILE.html, and keep nothing else."),
    ] = None,
    edition: Edition = None,
    as_json: Json = False,
) -> None:
    """Compare articles that you have or name, or those that a search finds."""
    settings = read_settings()
    chosen = choose_edition(settings, edition)
    given = [parse_given(word) for word in what or ()]
    if page is not None:
        with stages() as work:
            compared = work.run(
                "compare", lambda _: _write_page(settings, given, page, edition or "", search)
            )
        print_json(compared) if as_json else _say(compared)
        if compared.gaps:
            raise typer.Exit(GAPS)
        return
    with working(settings) as work:
        event = work.run("gather", lambda _: _gather(settings, chosen, given, search, days))
        pipeline.compare(settings, chosen, [event], work.run)
    finish(summarise(settings, chosen, event), as_json=as_json)


def _gather(
    settings: Settings, edition: str, given: Sequence[Given], search: str, days: int
) -> str:
    """Put the event together and return its id; addresses alone are fetched as a night's are."""
    if search or all(each.is_address and not each.name for each in given):
        sources = tuple(each.source for each in given)
        request = by_hand.Request(addresses=sources, search=search, days=days).checked()
        return by_hand.gather(settings, edition, request)
    return by_hand.keep_given(settings, edition, given)


def _write_page(
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
    lexicon = load_lexicon(DEFAULT, settings.lexicon)
    comparison = compare_articles(articles, lexicon, settings.seed, edition=edition, gaps=gaps)
    if not any(article.quality.trusted for article in articles):
        reasons = "; ".join(f"{gap.outlet}: {gap.detail}" for gap in comparison.event.gaps)
        message = f"no text can be trusted: {reasons}"
        raise BiasError(message)
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


def _say(compared: Compared) -> None:
    told = plural(compared.groups, "passage")
    out.print(
        f"{plural(compared.articles, 'article')} compared: {told} told by several, "
        f"{plural(compared.only, 'stretch', 'stretches')} told by one alone, "
        f"{plural(compared.findings, 'loaded word')}."
    )
    if compared.changes:
        out.print("Two versions of one article; from the first to the second:")
    for change in compared.changes:
        for sign, sentence in (("-", change.before), ("+", change.after)):
            if sentence:
                out.print(f"{sign} {sentence}")
    for gap in compared.gaps:
        notes.print(f"{gap.outlet}: {gap.detail}")
    out.print(f"Open {Path(compared.report).resolve().as_uri()}")
