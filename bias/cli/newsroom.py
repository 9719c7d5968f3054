"""The commands that replay a newsroom: ``newsroom`` and ``demo``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bias.cli.airflow import run_nightly_dag
from bias.cli.night import Edition, choose_edition, describe, make_night, plural
from bias.cli.show import notes, out
from bias.demo.folder import BUNDLED, EDITION

if TYPE_CHECKING:
    from bias.demo.newsroom import Newsroom

PORT = 8765
Port = Annotated[
    int | None,
    typer.Option(
        "--port",
        "-p",
        min=0,
        max=65535,
        show_default=False,
        help=f"0: any free port; default: {PORT}, or any free port where that is taken.",
    ),
]


def open_sites(folder: Path, edition: str, port: int | None, timezone: str) -> "Newsroom":
    """Return the newsroom, at the port asked for; else at the usual one or any that is free.

    Raises:
        UsageError: the folder, edition, time zone or the port asked for cannot be had.
    """
    from bias.demo.newsroom import Newsroom, PortTakenError

    if port is not None:
        return Newsroom(folder, edition, port, timezone)
    try:
        return Newsroom(folder, edition, PORT, timezone)
    except PortTakenError:
        choice = "--port, or PORT=N for make, names another"
        notes.print(f"bias: port {PORT} is taken; any free one is used ({choice})")
        return Newsroom(folder, edition, 0, timezone)


def newsroom(
    folder: Path,
    edition: Edition = None,
    port: Port = None,
    outlets: Annotated[
        Path, typer.Option("--outlets", help="Where to write the outlets.toml to fetch it with.")
    ] = Path("newsroom-outlets.toml"),
) -> None:
    """Replay a coverage FOLDER as web sites on this machine, until you stop it."""
    from bias.config import read_settings

    settings = read_settings()
    chosen = choose_edition(settings, edition)
    with open_sites(folder, chosen, port, settings.timezone) as sites:
        sites.write_outlets(outlets)
        for problem in sites.problems:
            notes.print(f"bias: {problem}")
        out.print(f"{len(sites.outlets)} outlets at {sites.address}, declared in {outlets}")
        out.print("Compare them, in another window:")
        out.print(
            f"  BIAS_OUTLETS={outlets} BIAS_ALLOW_PRIVATE_HOSTS=1 BIAS_DELAY_SECONDS=0 "
            f"bias nightly --edition {chosen}"
        )
        out.print("Ctrl-C stops the newsroom.")
        sites.serve_until_stopped()


def demo(
    coverage: Annotated[
        Path, typer.Option("--coverage", help="A coverage folder instead of the bundled one.")
    ] = BUNDLED,
    edition: Annotated[
        str, typer.Option("--edition", "-e", help="Date to replay it on.")
    ] = EDITION,
    port: Port = None,
    airflow: Annotated[
        bool, typer.Option("--airflow", help="Run it as the DAG nightly_coverage in Airflow.")
    ] = False,
) -> None:
    """Replay a newsroom on this machine and run the whole night on it."""
    from bias.config import read_settings
    from bias.demo.replay import prepare_replay
    from bias.summary import require_articles, summarise

    with open_sites(coverage, edition, port, read_settings().timezone) as sites:
        for problem in sites.problems:
            notes.print(f"bias: {problem}")
        replay = prepare_replay(Path.cwd(), coverage, edition, sites)
        out.print(f"{plural(len(sites.outlets), 'outlet')} replayed at {sites.address}")
        if airflow:
            run_nightly_dag(edition, [], replay.environment)
        else:
            make_night(replay.settings, edition, in_lines=True)
    summary = summarise(replay.settings, edition)
    require_articles(summary)
    out.print(describe(summary))
    out.print(f"The reports are in {Path(summary.report).parent.resolve()}")
    out.print(f"Open them:  {Path(summary.report).resolve().as_uri()}")
