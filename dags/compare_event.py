"""Compare the articles on one event by hand.

Give the addresses of articles on one happening, or words to search for in what has been fetched.
The comparison appears in the reports of its edition, apart from the nightly events.

The same functions are behind the command `bias compare`.
"""

from datetime import UTC, datetime

from airflow.sdk import DAG, Param, task

from bias.airflow_runs import (
    DEADLINE,
    NETWORK_RETRIES,
    TASKS,
    check_parameters,
    no_second_try,
    run_edition,
)
from bias.config import read_settings

with DAG(
    "compare_event",
    description=(__doc__ or "").partition("\n")[0],
    doc_md=__doc__,
    schedule=None,
    start_date=datetime(2024, 1, 1, tzinfo=UTC),
    catchup=False,
    dagrun_timeout=DEADLINE,
    default_args=TASKS,
    tags=["media bias"],
    params={
        "addresses": Param(
            None,
            type=["null", "array"],
            items={"type": "string", "format": "uri", "pattern": r"^https?://\S+$"},
            minItems=2,
            title="Addresses",
            description="Articles to compare, one address a line, of at least two outlets.",
        ),
        "search": Param(
            None,
            type=["null", "string"],
            maxLength=200,
            title="Search",
            description="Instead of addresses: words that all stand in the fetched articles.",
        ),
        "days": Param(
            7,
            type="integer",
            minimum=1,
            maximum=366,
            title="Days",
            description="How many days back from the edition the search goes.",
        ),
        "edition": Param(
            None,
            type=["null", "string"],
            format="date",
            title="Edition",
            description="Date to file it under, like 2026-03-14; empty: the date of the run.",
        ),
    },
) as dag:

    @task(**NETWORK_RETRIES)  # type: ignore[untyped-decorator]
    def gather(params: dict[str, object] | None = None) -> list[str]:
        """Fetch the addresses, or search; returns the id of the event."""
        from bias import by_hand

        check_parameters()
        with no_second_try():
            wanted = by_hand.Request.from_params(params or {})
            return [by_hand.gather(read_settings(), run_edition(), wanted)]

    @task
    def align(events: list[str]) -> list[str]:
        """Align the passages of the articles."""
        from bias import pipeline

        with no_second_try():
            return pipeline.align(read_settings(), run_edition(), events)

    @task
    def score(events: list[str]) -> list[str]:
        """Find and count the loaded words."""
        from bias import pipeline

        with no_second_try():
            return pipeline.score(read_settings(), run_edition(), events)

    @task
    def report(events: list[str]) -> list[str]:
        """Write the report."""
        from bias import pipeline

        with no_second_try():
            return pipeline.report(read_settings(), run_edition(), events)

    @task
    def index(events: list[str]) -> str:
        """Write the front pages again; returns where the report is."""
        from bias import pipeline

        with no_second_try():
            return pipeline.index(read_settings(), run_edition(), events)

    event = gather()
    align(event) >> score(event) >> report(event) >> index(event)
