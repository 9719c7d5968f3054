"""Build the reports of a kept edition again, without the network.

For use after the lexicon or the program has changed. The same functions are behind the command
`bias report`.
"""

from datetime import UTC, datetime

from airflow.sdk import DAG, Param, task

from bias import pipeline
from bias.airflow_plugin import run_edition
from bias.config import read_settings

with DAG(
    "rebuild_reports",
    description=(__doc__ or "").partition("\n")[0],
    doc_md=__doc__,
    schedule=None,
    start_date=datetime(2024, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["media bias"],
    params={
        "edition": Param(
            type="string",
            format="date",
            title="Edition",
            description="Date of the kept night to build again, like 2026-03-14.",
        ),
    },
) as dag:

    @task
    def rebuild() -> str:
        """Extract, match, align, score and report again; returns where the front page is."""
        return pipeline.rebuild(read_settings(), run_edition())

    rebuild()
