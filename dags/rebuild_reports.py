"""Build the reports of one kept edition, or of several, again, without the network.

For use after the lexicon or the program has changed. The same functions are behind the command
`bias report`.
"""

from datetime import UTC, datetime

from airflow.sdk import DAG, Param, task

from bias.airflow_runs import (
    DEADLINE,
    TASKS,
    check_parameters,
    kept_edition,
    no_second_try,
    show_label,
)
from bias.batches import batch_label, mapped
from bias.config import read_settings

with DAG(
    "rebuild_reports",
    description=(__doc__ or "").partition("\n")[0],
    doc_md=__doc__,
    schedule=None,
    start_date=datetime(2024, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=DEADLINE,
    default_args=TASKS,
    tags=["media bias"],
    params={
        "edition": Param(
            **kept_edition(type="string"),
            title="Edition",
            description="Date of the kept night to build again, like 2026-03-14.",
        ),
        "last_edition": Param(
            None,
            **kept_edition(type=["null", "string"]),
            title="Last edition",
            description="To build all kept nights up to this date as well; empty: that one alone.",
        ),
    },
) as dag:

    @task(task_display_name="Choose the editions")
    def list_editions(params: dict[str, str | None] | None = None) -> list[list[str]]:
        """Choose the kept editions to build again."""
        from bias import pipeline

        check_parameters()
        given = params or {}
        first = given["edition"] or ""
        with no_second_try():
            last = given.get("last_edition") or first
            return mapped(pipeline.kept_editions(read_settings(), first, last), 1)

    @task(
        task_display_name="Build again",
        map_index_template="{{ label }}",
        max_active_tis_per_dagrun=1,
    )
    def rebuild(editions: list[str]) -> list[str]:
        """Extract, match, align, score and report again; returns where the front pages are."""
        from bias import pipeline
        from bias.measuring import measuring

        show_label(batch_label(editions))
        settings = read_settings()
        with no_second_try():
            return [pipeline.rebuild(settings, e, measuring(settings, e)) for e in editions]

    rebuild.expand(editions=list_editions())
