"""The command ``import``."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bias.cli.night import Json, plural
from bias.cli.show import notes, out, print_json, stages
from bias.errors import BiasError

if TYPE_CHECKING:
    from bias.pipeline.importing import Imported

GAPS = 3


def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH …")],
    edition: Annotated[
        str, typer.Option("--edition", "-e", help="Edition of what bears no date; else left out.")
    ] = "",
    declared: Annotated[
        bool, typer.Option("--declared", help="Only the outlets that are declared.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Bring WARC, HTML, text, CSV or JSON-lines into editions by their own dates, offline."""
    from bias.config import read_settings
    from bias.pipeline.importing import import_paths

    settings = read_settings()
    work = partial(import_paths, settings, paths, edition=edition, declared_only=declared)
    try:
        with stages() as bars:
            imported = bars.run("import", lambda tick: work(tick=tick))
    except KeyboardInterrupt as error:
        message = "stopped before all was imported; run it again to import it all"
        raise BiasError(message) from error
    if as_json:
        print_json(imported)
    else:
        _show(imported)
    if not imported.editions:
        message = "nothing was imported; see docs/import.md for what can be"
        raise BiasError(message)
    if imported.left_out:
        raise typer.Exit(GAPS)


def _show(imported: "Imported") -> None:
    for row in imported.left_out:
        places = ", ".join(row.places) + (", …" if row.count > len(row.places) else "")
        notes.print(f"left out {row.count}: {row.reason} ({places})")
    if imported.copies:
        notes.print(f"left out {imported.copies}: further copies of a story")
    for each in imported.editions:
        old = f", {each.already} there before" if each.already else ""
        out.print(
            f"{each.edition}: {plural(each.added, 'page')} of "
            f"{plural(each.outlets, 'outlet')} added{old}"
        )
    if imported.editions:
        out.print(f"Compare them: bias report {imported.editions[-1].edition}")
