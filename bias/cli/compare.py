"""The command ``compare``: what somebody has at hand, or what a search finds."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bias.cli.night import GAPS, Edition, Json, choose_edition, finish, plural, working
from bias.cli.show import notes, open_page, out, print_json, stages

if TYPE_CHECKING:
    from bias.cli.one_page import Compared
    from bias.config import Settings
    from bias.given import Given


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
    browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page of --out in the browser.")
    ] = True,
    edition: Edition = None,
    as_json: Json = False,
) -> None:
    """Compare articles that you have or name, or those that a search finds."""
    from bias.config import read_settings
    from bias.given import parse_given

    settings = read_settings()
    chosen = choose_edition(settings, edition)
    given = [parse_given(word) for word in what or ()]
    if page is not None:
        compared = _write_page(settings, given, page, edition or "", search)
        print_json(compared) if as_json else _say(compared)
        if browser and not as_json:
            open_page(_address(compared))
        if compared.gaps:
            raise typer.Exit(GAPS)
        return
    from bias import pipeline
    from bias.summary import summarise

    with working(settings) as work:
        event = work.run("gather", lambda _: _gather(settings, chosen, given, search, days))
        pipeline.compare(settings, chosen, [event], work.run)
    finish(summarise(settings, chosen, event), as_json=as_json)


def _write_page(
    settings: "Settings", given: "Sequence[Given]", page: Path, edition: str, search: str
) -> "Compared":
    from bias.cli.one_page import write_page

    with stages() as work:
        return work.run("compare", lambda _: write_page(settings, given, page, edition, search))


def _gather(
    settings: "Settings", edition: str, given: "Sequence[Given]", search: str, days: int
) -> str:
    """Put the event together and return its id; addresses alone are fetched as a night's are."""
    from bias import by_hand

    if search or all(each.is_address and not each.name for each in given):
        sources = tuple(each.source for each in given)
        request = by_hand.Request(addresses=sources, search=search, days=days).checked()
        return by_hand.gather(settings, edition, request)
    return by_hand.keep_given(settings, edition, given)


def _say(compared: "Compared") -> None:
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
    out.print(f"Open {_address(compared)}")


def _address(compared: "Compared") -> str:
    return Path(compared.report).resolve().as_uri()
