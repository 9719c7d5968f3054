"""The commands ``outlets list``, ``outlets check`` and ``outlets find``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bias.cli.night import Edition, Json, choose_edition, plural
from bias.cli.show import notes, out, print_columns, print_json, stages
from bias.errors import BiasError

if TYPE_CHECKING:
    from bias.coverage.checking import FeedCheck
    from bias.records import Outlet

GAPS = 3

app = typer.Typer(help="The declared outlets: list, check, find feeds.", no_args_is_help=True)


@app.command("list")
def list_outlets(as_json: Json = False) -> None:
    """Show the declared outlets."""
    from bias.config import read_settings
    from bias.coverage.outlets import read_outlets

    outlets = read_outlets(read_settings().outlets)
    if as_json:
        print_json({"outlets": outlets})
        return
    head = ("id", "name", "country", "language", "owner", "agency", "feeds")
    print_columns([head, *map(_row, outlets)])
    out.print(plural(len(outlets), "outlet"))


def _row(outlet: "Outlet") -> tuple[str, ...]:
    agency = "agency" if outlet.agency else "-"
    described = (outlet.country or "-", outlet.language, outlet.ownership or "-")
    return (outlet.id, outlet.name, *described, agency, str(len(outlet.feeds)))


@app.command()
def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME …")] = None,
    edition: Edition = None,
    as_json: Json = False,
) -> None:
    """Ask every feed of all outlets, or of those named, and show what it answers."""
    from bias.config import read_settings
    from bias.pipeline.discovery import check_outlets

    settings = read_settings()
    chosen = choose_edition(settings, edition)
    with stages() as bars:
        checks = bars.run("check", lambda tick: check_outlets(settings, chosen, names or [], tick))
    if as_json:
        print_json({"edition": chosen, "feeds": checks})
    else:
        _show_checks(checks)
    if not all(each.ok for each in checks):
        raise typer.Exit(GAPS)


def _show_checks(checks: "Sequence[FeedCheck]") -> None:
    head = ("outlet", "robots", "items", "new", "newest", "feed", "answer")
    print_columns([head, *map(_check_row, checks)])
    for each in checks:
        for problem in each.problems:
            out.print(f"{each.outlet}: {problem}")
    good = sum(each.ok for each in checks)
    out.print(f"{good} of {plural(len(checks), 'feed')} whole and reaching back far enough")


def _check_row(each: "FeedCheck") -> tuple[str, ...]:
    counts = (str(each.items), str(each.in_window), each.newest or "-")
    return (each.outlet, each.robots, *counts, each.feed, each.answer)


@app.command()
def find(url: str, edition: Edition = None, as_json: Json = False) -> None:
    """Find the feeds of the site at URL and print a declaration to paste."""
    from bias.config import read_settings
    from bias.coverage.outlets import format_outlets
    from bias.pipeline.discovery import find_feeds

    settings = read_settings()
    found = find_feeds(settings, choose_edition(settings, edition), url)
    if as_json:
        print_json(found)
        return
    if not found.outlet.feeds:
        asked = "; ".join(f"{each.feed}: {each.answer}" for each in found.checks)
        message = f"{found.outlet.homepage}: no feed with articles was found ({asked})"
        raise BiasError(message)
    for each in found.checks:
        notes.print(f"{each.feed}: {each.answer}, {plural(each.items, 'item')}")
    out.print("# Look over id, name, language and country, and add ownership if you know it.")
    out.print(format_outlets([found.outlet]), end="")
