"""Remove kept pages that are older than you want to keep them.

Articles, comparisons, tables and reports stay; only building them again from the pages is no longer
possible. Runs by hand, shows which editions it would remove, and waits for somebody to approve.
"""

from datetime import UTC, datetime, timedelta

from airflow.providers.standard.operators.hitl import ApprovalOperator
from airflow.sdk import DAG, Param, task

from bias.airflow_runs import TASKS, check_parameters, no_second_try, run_edition
from bias.config import read_settings

with DAG(
    "prune_archive",
    description=(__doc__ or "").partition("\n")[0],
    doc_md=__doc__,
    schedule=None,
    start_date=datetime(2024, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    default_args=TASKS,
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

    @task(task_display_name="List what would be removed")
    def list_old(params: dict[str, int] | None = None) -> list[str]:
        """Return the editions whose pages are older than they are to be kept."""
        from bias import pipeline

        check_parameters()
        with no_second_try():
            return pipeline.old_pages(read_settings(), run_edition(), (params or {})["keep_days"])

    @task(task_display_name="Remove")
    def prune(editions: list[str]) -> list[str]:
        """Remove the pages of these editions, which somebody has approved; returns them."""
        from bias import pipeline

        with no_second_try():
            return pipeline.forget_pages(read_settings(), editions)

    old = list_old()
    approve = ApprovalOperator(
        task_id="approve",
        task_display_name="Ask",
        subject="Remove the kept pages of these editions?",
        body=(
            "{% set old = ti.xcom_pull(task_ids='list_old') %}{{ old | length }} editions: "
            "{{ old | join(', ') or 'none is that old' }}"
        ),
        response_timeout=timedelta(hours=24),
        execution_timeout=timedelta(hours=25),
        defaults="Reject",
    )
    old >> approve >> prune(old)  # type: ignore[arg-type]
