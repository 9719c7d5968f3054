"""Compare how the outlets covered the same events last night.

Fetch what the outlets published, group it by event, align the passages that tell the
same, mark loaded words by voice, and write one comparison per event and a front page.

- **fetch** runs once per outlet (outlets that share a host go together, so that no host is asked by
  two machines at once); an outlet that stays dead becomes a coverage gap. `airflow dags test` takes
  one task after another, so there one task fetches all outlets, side by side.
- **extract** runs once per few outlets.
- **align**, **score** and **report** run once per batch of events.
- Every task is tried once more if it was killed; the run ends after twelve hours at the latest.
- The last task is red where any other is, so that a green run means that everything was made.
- To make an older edition again, trigger the DAG with the parameter `edition`, or with its date as
  logical date. Two runs never work at the same time: the second one waits.

Whom `BIAS_NOTIFY` names is told of a night that failed, has few articles, comes late or was missed.

Three assets are made on the way, each with its edition and a few numbers, for DAGs of your own:
`media_bias_articles`, `media_bias_events`, `media_bias_reports`.

The same functions are behind the command `bias nightly`.
"""

from datetime import UTC, datetime

from airflow.sdk import DAG, CronTriggerTimetable, Param, TaskGroup, task

from bias.airflow_runs import (
    ARTICLES,
    DEADLINE,
    EVENTS,
    NETWORK_RETRIES,
    REPORTS,
    TASKS,
    check_parameters,
    declared_outlets,
    is_last_try,
    is_one_after_another,
    made,
    measured_task,
    no_second_try,
    require,
    run_edition,
    show_label,
    tell_of_failure,
    tell_of_night,
)
from bias.batches import batch_label, mapped, mapped_groups
from bias.config import read_settings

OUTLETS_PER_BATCH = 4
"""Outlets whose pages one task reads: enough that starting it is not most of the work."""

with DAG(
    "nightly_coverage",
    description=(__doc__ or "").partition("\n")[0],
    doc_md=__doc__,
    schedule=CronTriggerTimetable("30 2 * * *", timezone=read_settings().timezone),
    start_date=datetime(2024, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=DEADLINE,
    on_failure_callback=tell_of_failure,
    default_args=TASKS,
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
            examples=declared_outlets(),
            title="Outlets",
            description="Those to fetch; empty: all that are declared.",
        ),
    },
) as dag:
    with TaskGroup("coverage", prefix_group_id=False, group_display_name="Coverage"):

        @task(task_display_name="Choose the outlets")
        def list_outlets(params: dict[str, list[str] | None] | None = None) -> list[list[str]]:
            """Choose the outlets to fetch; returns those that share a host together."""
            from bias import pipeline

            check_parameters()
            with no_second_try():
                settings, wanted = read_settings(), (params or {}).get("outlets") or ()
                ids = pipeline.outlets_to_fetch(settings, wanted)
                apart = [ids] if is_one_after_another() else pipeline.hosts_apart(settings, ids)
                return mapped_groups(apart)

        @task(
            task_display_name="Fetch each outlet",
            map_index_template="{{ label }}",
            **NETWORK_RETRIES,
        )
        def fetch(asked: list[str]) -> list[str]:
            """Fetch the new pages of an outlet."""
            from bias import pipeline

            show_label(batch_label(asked))
            with no_second_try(), measured_task("fetch", asked):
                return pipeline.fetch_all(
                    read_settings(), run_edition(), asked, last_try=is_last_try()
                )

        @task(
            task_display_name="See what was fetched",
            trigger_rule="all_done_min_one_success",
        )
        def list_fetched() -> list[list[str]]:
            """List the outlets to read, with those of which nothing was fetched; in batches."""
            from bias import pipeline

            with no_second_try():
                found = pipeline.outlets_to_read(read_settings(), run_edition())
            return mapped(found, OUTLETS_PER_BATCH)

        @task(task_display_name="Find the articles", map_index_template="{{ label }}")
        def extract(batch: list[str], asked: list[list[str]]) -> list[str]:
            """Turn the pages of some outlets into articles; what was not fetched becomes a gap."""
            from bias import pipeline

            show_label(batch_label(batch))
            ids = [outlet for group in asked for outlet in group]
            with no_second_try(), measured_task("extract", batch):
                return pipeline.extract(read_settings(), run_edition(), asked=ids, outlets=batch)

    with TaskGroup("comparison", prefix_group_id=False, group_display_name="Comparison"):

        @task(
            task_display_name="Group by event",
            trigger_rule="all_done_min_one_success",
            outlets=[ARTICLES, EVENTS],
        )
        def match_events() -> list[list[str]]:
            """Group articles by happening; returns the ids of the events in batches."""
            from bias import pipeline

            with no_second_try(), measured_task("match") as done:
                settings, edition = read_settings(), run_edition()
                found = pipeline.match(settings, edition)
                done.count = len(found)
                read = pipeline.open_archive(settings).outlets_with_articles(edition)
            made(ARTICLES, outlets=len(read))
            made(EVENTS, events=len(found))
            return mapped(found, settings.events_per_batch)

        @task(task_display_name="Align passages", map_index_template="{{ label }}")
        def align(events: list[str]) -> list[str]:
            """Align the passages of a batch of events."""
            from bias import pipeline

            show_label(batch_label(events))
            with no_second_try(), measured_task("align", events):
                return pipeline.align(read_settings(), run_edition(), events)

        @task(
            task_display_name="Mark loaded words",
            map_index_template="{{ label }}",
            trigger_rule="all_done",
        )
        def score(events: list[str]) -> list[str]:
            """Find and count the loaded words of a batch of events."""
            from bias import pipeline

            show_label(batch_label(events))
            with no_second_try(), measured_task("score", events):
                return pipeline.score(read_settings(), run_edition(), events)

        @task(
            task_display_name="Write the reports",
            map_index_template="{{ label }}",
            trigger_rule="all_done",
        )
        def report(events: list[str]) -> list[str]:
            """Write the reports of a batch of events."""
            from bias import pipeline

            show_label(batch_label(events))
            with no_second_try(), measured_task("report", events):
                return pipeline.report(read_settings(), run_edition(), events)

    with TaskGroup("front_pages", prefix_group_id=False, group_display_name="Front pages"):

        @task(task_display_name="Write the front pages", trigger_rule="all_done", outlets=[REPORTS])
        def index(events: list[list[str]] | None) -> dict[str, int | str]:
            """Write the front pages; fails where events lack a report, or there is no article."""
            from bias import pipeline
            from bias.summary import numbers, require_articles, summarise

            matched = require(events, "the events could not be matched; see the tasks before")
            settings, edition = read_settings(), run_edition()
            ids = [event for batch in matched for event in batch]
            with no_second_try():
                with measured_task("index") as done:
                    pipeline.index(settings, edition, ids)
                    done.count = len(ids)
                summary = summarise(settings, edition)
                require_articles(summary)
            made(REPORTS, **numbers(summary))
            return numbers(summary)

        @task(task_display_name="Everything was made", trigger_rule="none_failed")
        def all_made(told: dict[str, int | str]) -> dict[str, int | str]:
            """Tell what was made; not reached, and the run red, where any task failed."""
            tell_of_night()
            return told

    matched = match_events()
    asked = list_outlets()
    fetched, read = fetch.expand(asked=asked), list_fetched()
    extracted = extract.partial(asked=asked).expand(batch=read)
    fetched >> read >> extracted >> matched
    # A fetch may fail: what the others fetched is read, as long as outlets were chosen at all.
    asked >> read
    aligned = align.expand(events=matched)
    scored = score.expand(events=matched)
    reported = report.expand(events=matched)
    written = index(matched)  # type: ignore[arg-type]
    aligned >> scored >> reported >> written
    [fetched, read, extracted, matched, aligned, scored, reported] >> all_made(written)  # type: ignore[arg-type]
