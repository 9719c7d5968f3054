"""The commands ``up`` and ``dags``, and the nightly DAG in an Airflow of our own."""

import signal
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from bias.cli.show import out, stages
from bias.dag_folder import dag_folder

AIRFLOW_HOME = ".airflow"
"""Below the working directory, as the archive and the reports are."""


def run_nightly_dag(edition: str, outlets: list[str], environment: Mapping[str, str]) -> None:
    """Run the DAG ``nightly_coverage`` in an Airflow of our own, and show its tasks."""
    from bias.local_airflow import LocalAirflow

    airflow = LocalAirflow(Path(AIRFLOW_HOME), extra=environment)
    with stages(in_lines=True) as bars:
        bars.run("set up Airflow", lambda _: airflow.prepare())
        conf = {"edition": edition, "outlets": outlets}
        bars.run(
            "run the DAG",
            lambda tick: airflow.run_dag("nightly_coverage", conf, lambda task: tick(0, 0, task)),
        )


def up(port: Annotated[int, typer.Option("--port", "-p", min=1, max=65535)] = 8080) -> None:
    """Start Airflow with its UI, scheduler and this project's DAGs, until you stop it."""
    from bias.local_airflow import LocalAirflow

    airflow = LocalAirflow(Path(AIRFLOW_HOME), port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    process = airflow.start()
    try:
        airflow.wait_until_up(process, time.monotonic, time.sleep)
        out.print(f"Airflow is up:  http://127.0.0.1:{port}")
        out.print(f"User admin, password {airflow.password()}")
        out.print(f"Its log is {airflow.log}. Ctrl-C stops it.")
        airflow.watch(process, time.monotonic, time.sleep)
    finally:
        airflow.stop(process)


def dags() -> None:
    """Print the folder of the DAGs, to point an Airflow of your own at."""
    out.print(str(dag_folder()))
