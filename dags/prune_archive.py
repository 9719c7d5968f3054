"""Remove kept pages that are older than you want to keep them.

Articles, comparisons, tables and reports stay; only building them again from the pages is no longer
possible. Runs by hand, so that nothing is removed unasked.
"""

from datetime import UTC, datetime

from airflow.sdk import DAG, Param, task

from bias import pipeline
from bias.airflow_plugin import run_edition
from bias.config import read_settings

with DAG(
    "prune_archive",
    description=(__doc__ or "").partition("\n")[0],
    doc_md=__doc__,
    schedule=None,
    start_date=datetime(2024, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["media bias"],
    params={
        "keep_days": Param(
            365,
            type="integer",
            minimum=1,
            title="Keep days",
            description="Pages older than this many days are removed.",
        ),
    },
) as dag:

    @task
    def prune(params: dict[str, int] | None = None) -> list[str]:
        """Remove old pages; returns the editions they belonged to."""
        return pipeline.prune(read_settings(), run_edition(), (params or {})["keep_days"])

    prune()
