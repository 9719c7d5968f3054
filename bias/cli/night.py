"""The commands that compare outlets: ``nightly`` and ``report``."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bias.cli.airflow import run_nightly_dag
from bias.cli.show import Stages, notes, out, print_json, stages
from bias.errors import PartlyError, UsageError

if TYPE_CHECKING:
    from bias.config import Settings
    from bias.summary import Summary

GAPS = 3

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
Edition = Annotated[
    str | None,
    typer.Option("--edition", "-e", help="Date of the night, like 2026-03-14; default: today."),
]

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        max=256,
        show_default=False,
        help="Processes that compare events side by side, some 500 MB each; default: BIAS_JOBS.",
    ),
]


def _with_jobs(settings: "Settings", jobs: int | None) -> "Settings":
    return settings if jobs is None else settings.model_copy(update={"jobs": jobs})


def choose_edition(settings: "Settings", edition: str | None) -> str:
    """Return the edition asked for, else today's in the configured time zone.

    Raises:
        UsageError: it is no date.
    """
    from bias.archive import checked_edition

    return checked_edition(edition) if edition else settings.edition_at(settings.clock())


def nightly(
    edition: Edition = None,
    outlet: Annotated[
        list[str] | None,
        typer.Option("--outlet", "-o", help="Only this outlet of outlets.toml; may be repeated."),
    ] = None,
    jobs: Jobs = None,
    airflow: Annotated[
        bool, typer.Option("--airflow", help="Run it as the DAG nightly_coverage in Airflow.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Fetch last night's coverage, compare the outlets and write the reports."""
    from bias import pipeline
    from bias.config import read_settings
    from bias.notices import notice_of_failure, notice_of_night, tell, told_of_failure
    from bias.summary import require_articles, summarise

    settings = _with_jobs(read_settings(), jobs)
    chosen = choose_edition(settings, edition)
    ids = pipeline.outlets_to_fetch(settings, outlet or [])
    if airflow:  # where the DAG tells whom it may concern
        environment = {"BIAS_JOBS": str(settings.jobs)}
        run_nightly_dag(chosen, ids if outlet else [], environment)
        finish(summarise(settings, chosen), as_json=as_json)
        return
    with told_of_failure(settings, chosen):
        partly = make_night(settings, chosen, ids)
        summary = summarise(settings, chosen)
        require_articles(summary)
    why = "some events could not be compared; failures.log says which"
    failed = notice_of_failure(settings, chosen, why) if partly else None
    tell(settings, failed or notice_of_night(settings, chosen))
    finish(summary, as_json=as_json, partly=partly)


def make_night(
    settings: "Settings", edition: str, outlets: Sequence[str] = (), *, in_lines: bool = False
) -> bool:
    """Fetch outlets, all unless some are given, and compare; returns whether events failed."""
    from bias import pipeline
    from bias.measuring import measuring

    ids = list(outlets) or pipeline.outlets_to_fetch(settings, [])
    with working(settings, in_lines=in_lines) as work:
        run = measuring(settings, edition, work.run)
        run("fetch", lambda tick: pipeline.fetch_all(settings, edition, ids, tick))
        pipeline.make_night(settings, edition, run)
    return work.failed_partly


def report(
    edition: Annotated[
        str | None,
        typer.Argument(metavar="EDITION", help="Its date; default: the newest that is kept."),
    ] = None,
    jobs: Jobs = None,
    as_json: Json = False,
) -> None:
    """Build the reports of a kept EDITION again, without the network."""
    from bias import pipeline
    from bias.config import read_settings
    from bias.measuring import measuring
    from bias.summary import summarise

    edition = edition or newest_edition(read_settings())
    settings = _with_jobs(settings_of(edition), jobs)
    with working(settings) as work:
        pipeline.rebuild(settings, edition, measuring(settings, edition, work.run))
    finish(summarise(settings, edition), as_json=as_json, partly=work.failed_partly)


def newest_edition(settings: "Settings") -> str:
    """Return the newest edition of one's own archive, else of a demo made here.

    Raises:
        UsageError: none is kept.
    """
    from bias.archive import open_archive
    from bias.demo.replay import newest_replayed

    kept = open_archive(settings).editions_with_reports()
    newest = kept[0] if kept else newest_replayed(Path.cwd())
    if not newest:
        message = f"no edition is kept in {settings.archive}; bias nightly or bias demo makes one"
        raise UsageError(message)
    return newest


def settings_of(edition: str) -> "Settings":
    """Return the settings of the archive that holds an edition: one's own, else the demo's."""
    from bias.archive import open_archive
    from bias.config import Settings, read_settings
    from bias.demo.replay import kept_replay

    settings = read_settings()
    archive = open_archive(settings)
    held = archive.outlets_with_articles(edition) or archive.outlets_with_pages(edition)
    usual = settings.archive == Settings.model_fields["archive"].default
    replay = kept_replay(Path.cwd(), edition) if usual and not held else None
    if replay is None or archive.events_by_hand(edition):
        return settings
    notes.print(f"bias: {edition} is an edition of the demo, in {replay.archive}")
    return replay


@contextmanager
def working(settings: "Settings", *, in_lines: bool = False) -> Iterator[Stages]:
    """Run stages, log what fails, and go on where only some events failed."""
    from bias.cli.log import failures_logged

    with failures_logged(settings), stages(in_lines=in_lines) as work:
        try:
            yield work
        except PartlyError as error:
            if not error.done:
                raise
            notes.print(f"bias: {error}")
            work.failed_partly = True


def finish(summary: "Summary", *, as_json: bool, partly: bool = False) -> None:
    """Say what was made, and end with the exit code that fits.

    Raises:
        typer.Exit: with code 3 where expected articles are missing or cannot be trusted, or where
            some events failed.
        BiasError: there is not one trusted article in the edition.
    """
    from bias.summary import require_articles

    require_articles(summary)
    if as_json:
        print_json(summary)
    else:
        out.print(describe(summary))
        out.print(f"Open {summary.report}")
    if summary.gaps or partly:
        raise typer.Exit(GAPS)


def describe(summary: "Summary") -> str:
    """Return what was made in one sentence."""
    missing = plural(summary.gaps, "expected article")
    feeds = "feed" if summary.gaps == 1 else "feeds"
    return (
        f"{plural(summary.events, 'event')} found in {plural(summary.articles, 'article')} of "
        f"{plural(summary.outlets, 'outlet')}; {missing} or {feeds} missing, not whole or not to "
        "be trusted."
    )


def plural(count: int, noun: str, nouns: str = "") -> str:
    """Return a count with its noun, whose plural has an s unless it is given.

    >>> plural(1, "event"), plural(2, "event"), plural(2, "stretch", "stretches")
    ('1 event', '2 events', '2 stretches')
    """
    return f"{count} {noun if count == 1 else nouns or noun + 's'}"
