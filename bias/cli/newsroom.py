"""The commands that replay a newsroom and start Airflow: ``newsroom``, ``demo`` and ``up``."""

import signal
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from bias.cli.night import Edition, choose_edition, describe
from bias.cli.show import notes, out, stages
from bias.config import read_settings
from bias.demo.folder import BUNDLED
from bias.demo.newsroom import Newsroom
from bias.demo.replay import EDITION, prepare_replay
from bias.local_airflow import CHECKOUT, LocalAirflow
from bias.summary import summarise

Port = Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0: any free port.")]
AIRFLOW_HOME = CHECKOUT / ".airflow"
SECONDS_TO_START = 180


def newsroom(
    folder: Path,
    edition: Edition = None,
    port: Port = 8765,
    outlets: Annotated[
        Path, typer.Option("--outlets", help="Where to write the outlets.toml to fetch it with.")
    ] = Path("newsroom-outlets.toml"),
) -> None:
    """Replay a coverage FOLDER as web sites on this machine, until you stop it."""
    settings = read_settings()
    chosen = choose_edition(settings, edition)
    with Newsroom(folder, chosen, port, settings.timezone) as sites:
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
    port: Port = 8765,
) -> None:
    """Replay a newsroom on this machine and run the whole night on it in Airflow."""
    with Newsroom(coverage, edition, port, read_settings().timezone) as sites:
        for problem in sites.problems:
            notes.print(f"bias: {problem}")
        replay = prepare_replay(CHECKOUT, coverage, edition, sites)
        out.print(f"{len(sites.outlets)} outlets replayed at {sites.address}")
        run_nightly_dag(edition, [], replay.environment)
    summary = summarise(replay.settings, edition)
    out.print(describe(summary))
    out.print(f"The reports are in {Path(summary.report).parent.resolve()}")
    out.print(f"Open them:  {Path(summary.report).resolve().as_uri()}")


def run_nightly_dag(edition: str, outlets: list[str], environment: Mapping[str, str]) -> None:
    """Run the DAG ``nightly_coverage`` in an Airflow of our own, and show its tasks."""
    airflow = LocalAirflow(AIRFLOW_HOME, extra=environment)
    with stages() as bars:
        bars.run("set up Airflow", lambda _: airflow.prepare())
        conf = {"edition": edition, "outlets": outlets}
        bars.run(
            "run the DAG",
            lambda tick: airflow.run_dag("nightly_coverage", conf, lambda task: tick(0, 0, task)),
        )


def up(port: Annotated[int, typer.Option("--port", "-p", min=1, max=65535)] = 8080) -> None:
    """Start Airflow with its UI, scheduler and this project's DAGs, until you stop it."""
    airflow = LocalAirflow(AIRFLOW_HOME, port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    process = airflow.start()
    try:
        airflow.wait_until_up(process, SECONDS_TO_START, time.monotonic, time.sleep)
        out.print(f"Airflow is up:  http://127.0.0.1:{port}")
        out.print(f"User admin, password {airflow.password()}")
        out.print(f"Its log is {airflow.log}. Ctrl-C stops it.")
        process.wait()
    finally:
        airflow.stop(process)
