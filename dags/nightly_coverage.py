"""Compare how the outlets covered the same events last night.

Fetch what the outlets published, group it by event, align the passages that tell the
same, mark loaded words by voice, and write one comparison per event and a front page.

- **fetch** runs once per outlet; an outlet that stays dead becomes a coverage gap.
- **align**, **score** and **report** run once per batch of events.
- To make an older edition again, trigger the DAG with the parameter `edition`.

The same functions are behind the command `bias nightly`.
"""

from datetime import UTC, datetime

from airflow.sdk import DAG, CronTriggerTimetable, Param, task

from bias import pipeline
from bias.airflow_plugin import (
    NETWORK_RETRIES,
    is_last_try,
    no_second_try,
    require,
    run_edition,
    show_label,
)
from bias.batches import batch_label, batches
from bias.config import read_settings
from bias.summary import require_articles, summarise

with DAG(
    "nightly_coverage",
    description=(__doc__ or "").partition("\n")[0],
    doc_md=__doc__,
    schedule=CronTriggerTimetable("30 2 * * *", timezone=read_settings().timezone),
    start_date=datetime(2024, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["media bias"],
    params={
        "edition": Param(
            None,
            type=["null", "string"],
            format="date",
            title="Edition",
            description="Date of the night to make, like 2026-03-14; empty: the date of the run.",
        ),
        "outlets": Param(
            None,
            type=["null", "array"],
            items={"type": "string"},
            title="Outlets",
            description="Ids from outlets.toml, one a line; empty: all of them.",
        ),
    },
) as dag:

    @task
    def list_outlets(params: dict[str, list[str] | None] | None = None) -> list[str]:
        """Choose the outlets to fetch."""
        return pipeline.outlets_to_fetch(read_settings(), (params or {}).get("outlets") or ())

    @task(map_index_template="{{ label }}", **NETWORK_RETRIES)
    def fetch(outlet: str) -> str:
        """Fetch one outlet's new pages."""
        show_label(outlet)
        with no_second_try():
            return pipeline.fetch(read_settings(), run_edition(), outlet, last_try=is_last_try())

    @task(trigger_rule="all_done_min_one_success")
    def extract(asked: list[str]) -> list[str]:
        """Turn pages into articles; what was not fetched becomes a gap."""
        return pipeline.extract(read_settings(), run_edition(), asked=asked)

    @task
    def match_events() -> list[list[str]]:
        """Group articles by happening; returns the ids of the events in batches."""
        settings = read_settings()
        return batches(pipeline.match(settings, run_edition()), settings.events_per_batch)

    @task(map_index_template="{{ label }}")
    def align(events: list[str]) -> list[str]:
        """Align the passages of a batch of events."""
        show_label(batch_label(events))
        return pipeline.align(read_settings(), run_edition(), events)

    @task(map_index_template="{{ label }}", trigger_rule="all_done")
    def score(events: list[str]) -> list[str]:
        """Find and count the loaded words of a batch of events."""
        show_label(batch_label(events))
        return pipeline.score(read_settings(), run_edition(), events)

    @task(map_index_template="{{ label }}", trigger_rule="all_done")
    def report(events: list[str]) -> list[str]:
        """Write the reports of a batch of events."""
        show_label(batch_label(events))
        return pipeline.report(read_settings(), run_edition(), events)

    @task(trigger_rule="all_done")
    def index(events: list[list[str]] | None) -> str:
        """Write the front pages; fails where events lack a report, or there is no article."""
        matched = require(events, "the events could not be matched; see the tasks before")
        settings, edition = read_settings(), run_edition()
        page = pipeline.index(settings, edition, [event for batch in matched for event in batch])
        require_articles(summarise(settings, edition))
        return page

    @task(trigger_rule="one_failed")
    def all_made() -> None:
        """Fail the night where anything failed, a fetch too; skipped where all went well."""
        require(None, "not everything was made; the tasks in red say what failed and why")

    matched = match_events()
    asked = list_outlets()
    fetched, extracted = fetch.expand(outlet=asked), extract(asked)  # type: ignore[arg-type]
    fetched >> extracted >> matched
    aligned = align.expand(events=matched)
    scored = score.expand(events=matched)
    reported = report.expand(events=matched)
    aligned >> scored >> reported >> index(matched)  # type: ignore[arg-type]
    [fetched, extracted, matched, aligned, scored, reported] >> all_made()
