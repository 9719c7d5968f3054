"""The command ``trend``: the tables of the page of trends, in the terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bias.cli.night import Json, plural
from bias.cli.show import notes, print_columns, print_json
from bias.errors import UsageError

if TYPE_CHECKING:
    from bias.report.trends.tables import Figure, Trends

Lines = list[Sequence[str]]
_MOST = 40
"""Words that are listed where none is asked for."""


def trend(
    outlet: Annotated[str, typer.Option("--outlet", "-o", help="Only this outlet.")] = "",
    category: Annotated[
        str, typer.Option("--category", help="One category of the word list, or all.")
    ] = "",
    word: Annotated[
        str, typer.Option("--word", "-w", help="Who wrote it, and of whom; or all.")
    ] = "",
    coverage: Annotated[
        bool, typer.Option("--coverage", help="What each told, and what it told alone.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show each outlet over the last weeks: loaded words, by word and category, coverage."""
    from bias.archive import open_archive
    from bias.config import read_settings
    from bias.looking import find_trends

    found = find_trends(open_archive(read_settings()), outlet)
    if as_json:
        print_json(found)
        return
    _warn(found)
    for asked, table in ((coverage, _coverage), (word, _words), (category, _categories)):
        if asked:
            print_columns(table(found, str(asked)))
            return
    print_columns(_weeks(found))


def _warn(found: "Trends") -> None:
    from bias.report.trends.tables import LEAST_EVENTS, LEAST_WORDS

    notes.print(f"bias: {plural(found.nights, 'night')}, {found.first} to {found.last}")
    if len(found.made) > 1:
        notes.print(
            f"bias: word list or models changed; rows of different ones are not to be added, and "
            f"those over the whole time begin on {found.since}"
        )
    if all(row.rate.value is None for row in found.whole):
        notes.print(
            f"bias: too little for a rate, which takes {LEAST_EVENTS} events and {LEAST_WORDS:,} "
            "own words; do not compare the counts"
        )


def _weeks(found: "Trends") -> Lines:
    head = ("week of", "outlet", "events", "loaded", "own words", "per 1,000", "against others")
    rows = [*found.weeks, *found.whole]
    several = len(found.made) > 1
    return [
        head,
        *(
            (
                (row.week or "whole time")
                + (f" (list {found.made.index(row.made) + 1})" if several else ""),
                row.outlet,
                str(row.events),
                str(row.findings),
                str(row.words),
                _figure(row.rate, 1),
                _figure(row.ratio, 2),
            )
            for row in rows
        ),
    ]


def _categories(found: "Trends", category: str) -> Lines:
    rows = [row for row in found.categories if category in ("all", row.category)]
    _require(rows, category, sorted({row.category for row in found.categories}))
    head = ("category", "outlet", "loaded", "own words", "per 1,000")
    return [
        head,
        *((r.category, r.outlet, str(r.findings), str(r.words), _figure(r.rate, 1)) for r in rows),
    ]


def _words(found: "Trends", word: str) -> Lines:
    known = list(dict.fromkeys(row.word for row in found.words))
    wanted = known[:_MOST] if word == "all" else [word.lower()]
    rows = [row for row in found.words if row.word.lower() in wanted or row.word in wanted]
    _require(rows, word, known[:_MOST])
    return [
        ("word", "outlet", "times", "events", "of whom"),
        *((r.word, r.outlet, str(r.findings), str(r.events), _whom(r.whom)) for r in rows),
    ]


def _whom(whom: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{name or 'elsewhere'} {count}" for name, count in whom)


def _coverage(found: "Trends", _: str) -> Lines:
    return [
        ("outlet", "events told", "share", "articles alone", "share"),
        *(
            (
                row.outlet,
                f"{row.told} of {row.events}",
                _figure(row.share, 2),
                f"{row.alone} of {row.articles}",
                _figure(row.exclusive, 2),
            )
            for row in found.coverage
        ),
    ]


def _figure(figure: "Figure", digits: int) -> str:
    if figure.value is None:
        return "too little"
    value = f"{figure.value:.{digits}f}"
    if figure.low is None or figure.high is None:
        return value
    return f"{value} ({figure.low:.{digits}f}-{figure.high:.{digits}f})"


def _require(rows: Sequence[object], asked: str, known: Sequence[str]) -> None:
    if not rows:
        message = f"no {asked!r} in these weeks; there are: {', '.join(known) or 'none'}"
        raise UsageError(message)
