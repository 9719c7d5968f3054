"""The command ``score``: one text, without others to compare it with."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from bias.cli.night import GAPS
from bias.cli.show import notes, out, print_json

if TYPE_CHECKING:
    from bias.one_text import ScoredText


def score(
    source: Annotated[str, typer.Argument(metavar="FILE|URL|-")],
    explain: Annotated[bool, typer.Option("--explain", help="Say for each word why.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Mark the loaded words of one text, and in whose voice each stands."""
    from bias.config import read_settings
    from bias.one_text import score_text

    result = score_text(read_settings(), source)
    if as_json:
        print_json(result)
    else:
        _print(result, explain)
    if not result.trusted:
        raise typer.Exit(GAPS)


def _print(result: "ScoredText", explain: bool) -> None:
    out.print(_table(result))
    for row in result.rows if explain else ():
        out.print(f"{row.text}: {row.explanation}")
        out.print(f"    {row.sentence}")
    notes.print(result.summary)


def _table(result: "ScoredText") -> Table:
    table = Table("word", "voice", "speaker", "category", "strength", box=None)
    for row in result.rows:
        table.add_row(row.text, row.voice, row.speaker, row.category, str(row.strength))
    return table
