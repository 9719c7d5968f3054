"""All stages on the events of an edition, and the front pages above them."""

from collections.abc import Callable, Sequence
from functools import partial

from bias.archive import Archive, open_archive
from bias.batches import Tick, silent
from bias.config import Settings
from bias.coverage.outlets import read_outlets
from bias.errors import BiasError, PartlyError, UsageError
from bias.front_pages import write_front_page, write_nights
from bias.night_table import write_night_table
from bias.pipeline.comparing import align, report, score
from bias.pipeline.matching import extract, match
from bias.records import Comparison, Event
from bias.report.catalogue import speaking

RunStage = Callable[[str, Callable[[Tick], list[str]]], list[str]]
"""Runs a named stage, which it hands something to tell of its progress."""

_MOST_WRITES = 5
"""How often a front page is written where other runs keep adding reports meanwhile."""


def plainly(_name: str, stage: Callable[[Tick], list[str]]) -> list[str]:
    """Run a stage and tell nobody."""
    return stage(silent)


def compare(settings: Settings, edition: str, ids: Sequence[str], run: RunStage = plainly) -> None:
    """Align, score and report the events, and write the front pages.

    An event that fails in one stage is left out of the next; the others get their report.

    Raises:
        PartlyError: some of these events failed; the message names them and why.
    """
    failures: list[str] = []
    own, done = ids, list(ids)
    for stage in (align, score, report):
        try:
            done = run(stage.__name__, partial(stage, settings, edition, done))
        except PartlyError as error:
            failures.append(str(error))
            done = error.done
    try:
        run("index", lambda _: [index(settings, edition, own)])
    except PartlyError as error:
        failures.append(str(error))
        done = error.done
    if failures:
        raise PartlyError("; ".join(failures), done)


def make_night(settings: Settings, edition: str, run: RunStage = plainly) -> str:
    """Make everything of a night from its kept pages; returns the path of its front page.

    What was put together by hand is left as it is.

    Raises:
        UsageError: nothing is kept of the edition, or its pages are not.
        PartlyError: some events failed; the message names them and why.
    """
    run("extract", partial(extract, settings, edition))
    compare(settings, edition, run("match events", lambda _: match(settings, edition)), run)
    return str(open_archive(settings).edition_index_path(edition))


def rebuild(settings: Settings, edition: str, run: RunStage = plainly) -> str:
    """Make everything again from the kept pages of an edition; returns the path of its front page.

    What was put together by hand is made again too.

    Raises:
        UsageError: nothing is kept of the edition, or its pages are not.
        PartlyError: some events failed; the message names them and why.
    """
    archive = open_archive(settings)
    by_hand_alone = archive.events_by_hand(edition) and not archive.outlets_with_articles(edition)
    if archive.outlets_with_pages(edition) or not by_hand_alone:
        run("extract", partial(extract, settings, edition))
        run("match events", lambda _: match(settings, edition))
    compare(settings, edition, [event.id for event in archive.edition_events(edition)], run)
    return str(archive.edition_index_path(edition))


def kept_editions(settings: Settings, first: str, last: str) -> list[str]:
    """Return the kept editions from one date to another, oldest first; of one date, that date.

    Raises:
        UsageError: the last comes before the first, or none of them is kept.
    """
    if first == last:
        return [first]
    archive = open_archive(settings)
    found = [edition for edition in archive.editions() if first <= edition <= last]
    if not found:
        message = f"from {first} to {last} there is {archive.no_edition(first)}"
        raise UsageError(message)
    return found


def index(settings: Settings, edition: str, own: Sequence[str] | None = None) -> str:
    """Write the tables, the front page of an edition and the list of editions; returns its path.

    Args:
        settings: where everything is.
        edition: ISO date.
        own: the events that the run has made; all nightly ones unless given. The front page
            shows those of other runs too, as far as they have a report: one that is still at work,
            or has stopped, is its own matter.

    Raises:
        PartlyError: events of this run have no report; the message names them, and the front page
            shows the others.
    """
    archive = open_archive(settings)
    derived = archive.derived(edition)
    archive.forget_events(edition, {e.id for e in archive.edition_events(edition)}, derived)
    own = [event.id for event in archive.nightly_events(edition)] if own is None else own
    shown: set[str] = set()
    for _ in range(_MOST_WRITES):
        before = _reported(archive, edition)
        shown = _write_front_pages(settings, archive, edition, own)
        # Another run may have written a report, and its own front page, while this one was made.
        if _reported(archive, edition) == before:
            break
    missing = [event for event in own if event not in shown]
    if missing:
        message = f"{len(missing)} of {len(own)} events have no report: {', '.join(missing)}"
        raise PartlyError(message, [event for event in own if event in shown])
    return str(archive.edition_index_path(edition))


def _write_front_pages(
    settings: Settings, archive: Archive, edition: str, own: Sequence[str]
) -> set[str]:
    """Write the front pages and return the ids of the events shown there."""
    comparisons: list[Comparison] = []
    missing: list[Event] = []
    for event in archive.edition_events(edition):
        if comparison := _comparison(archive, edition, event.id):
            comparisons.append(comparison)
        elif event.id in own or event.id not in archive.events_by_hand(edition):
            missing.append(event)
    outlets = read_outlets(settings.outlets)
    with speaking(settings.report_language):
        night = write_front_page(archive, edition, comparisons, outlets, missing)
        write_nights(archive, night, outlets)
        write_night_table(archive, edition, night.facts)
    return {comparison.event.id for comparison in comparisons}


def _reported(archive: Archive, edition: str) -> set[str]:
    ids = (event.id for event in archive.edition_events(edition))
    return {event for event in ids if archive.has_report(edition, event)}


def _comparison(archive: Archive, edition: str, event_id: str) -> Comparison | None:
    """Return the comparison of an event that has a report to be linked to."""
    if not archive.has_report(edition, event_id):
        return None
    try:
        return archive.read_comparison(edition, event_id)
    except BiasError:
        return None
