"""All stages on the events of an edition, and the front pages above them."""

from collections.abc import Callable, Sequence
from functools import partial

from bias.archive import Archive, open_archive
from bias.batches import Tick, silent
from bias.config import Settings
from bias.coverage.outlets import read_outlets
from bias.errors import BiasError, PartlyError
from bias.front_pages import write_front_page, write_list_of_editions
from bias.pipeline.comparing import align, report, score
from bias.pipeline.matching import extract, match
from bias.records import Comparison

RunStage = Callable[[str, Callable[[Tick], list[str]]], list[str]]
"""Runs a named stage, which it hands something to tell of its progress."""


def _plainly(_name: str, stage: Callable[[Tick], list[str]]) -> list[str]:
    """Run a stage and tell nobody."""
    return stage(silent)


def compare(settings: Settings, edition: str, ids: Sequence[str], run: RunStage = _plainly) -> None:
    """Align, score and report the events, and write the front pages.

    An event that fails in one stage is left out of the next; the others get their report.

    Raises:
        BiasError: some events failed; the message names them and why.
    """
    failures: list[str] = []
    for stage in (align, score, report):
        try:
            ids = run(stage.__name__, partial(stage, settings, edition, ids))
        except PartlyError as error:
            failures.append(str(error))
            ids = error.done
    try:
        run("index", lambda _: [index(settings, edition)])
    except PartlyError as error:
        failures.append(str(error))
    if failures:
        raise BiasError("; ".join(failures))


def rebuild(settings: Settings, edition: str, run: RunStage = _plainly) -> str:
    """Make everything again from the kept pages of an edition; returns the path of its front page.

    Raises:
        UsageError: nothing is kept of the edition.
        BiasError: some events failed; the message names them and why.
    """
    archive = open_archive(settings)
    if archive.outlets_with_pages(edition) or not archive.events_by_hand(edition):
        run("extract", partial(extract, settings, edition))
        run("match events", lambda _: match(settings, edition))
    compare(settings, edition, [event.id for event in archive.edition_events(edition)], run)
    return str(archive.edition_index_path(edition))


def index(settings: Settings, edition: str) -> str:
    """Write the tables, the front page of an edition and the list of editions; returns its path.

    Raises:
        PartlyError: events of the edition have no report; the message names them, and the front
            page shows the others.
    """
    archive = open_archive(settings)
    events = archive.edition_events(edition)
    archive.forget_events(edition, [event.id for event in events])
    comparisons: list[Comparison] = []
    missing: list[str] = []
    for event in events:
        comparison = _reported(archive, edition, event.id)
        if comparison:
            comparisons.append(comparison)
        else:
            missing.append(event.id)
    write_front_page(archive, edition, comparisons, read_outlets(settings.outlets))
    write_list_of_editions(archive)
    if missing:
        message = f"{len(missing)} of {len(events)} events have no report: {', '.join(missing)}"
        raise PartlyError(message, [comparison.event.id for comparison in comparisons])
    return str(archive.edition_index_path(edition))


def _reported(archive: Archive, edition: str, event_id: str) -> Comparison | None:
    """Return the comparison of an event that has a report to be linked to."""
    try:
        comparison = archive.read_comparison(edition, event_id)
    except BiasError:
        return None
    return comparison if archive.report_path(edition, event_id, "html").exists() else None
