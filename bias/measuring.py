"""What each task of a stage took, taken down apart from what two runs leave alike."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from bias.archive import open_archive
from bias.batches import Tick
from bias.config import Settings
from bias.errors import BiasError, PartlyError
from bias.failures import brief
from bias.log_fields import about, fields
from bias.metrics import tell_collector
from bias.night_table import write_night_table
from bias.pipeline import RunStage, plainly
from bias.records import Measure
from bias.report.catalogue import speaking
from bias.storage import write_json

_log = logging.getLogger("bias")
_ALL = "all"
_STAGES = {"match events": "match"}
"""Stages that bear another name where they are shown."""


class Done:
    """What a task tells of itself while it is measured."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self.count = 0
        """Outlets or events that were done."""


@contextmanager
def measured(
    settings: Settings, edition: str, stage: str, items: Sequence[str] = ()
) -> Iterator[Done]:
    """Take down what the block took, unless it did nothing; that it cannot be is no failure.

    Args:
        settings: where everything is.
        edition: ISO date.
        stage: one of :data:`bias.records.STAGES`.
        items: ids of what the block works on; empty for all there is.
    """
    done, started, begin = Done(), datetime.now(UTC), time.perf_counter()
    failed: PartlyError | None = None
    with about(edition=edition, stage=stage):
        try:
            yield done
        except PartlyError as error:
            failed, done.count = error, len(error.done)
    measure = Measure(
        stage=stage,
        items=tuple(items),
        count=done.count,
        started=started.isoformat(),
        seconds=round(time.perf_counter() - begin, 3),
    )
    numbers = {"done": measure.count, "seconds": measure.seconds}
    with about(edition=edition, stage=stage):
        _log.info("%s: %d done in %.1f s", stage, *numbers.values(), extra=fields() | numbers)
    _keep(settings, edition, measure)
    if failed:
        raise failed


def measuring(settings: Settings, edition: str, run: RunStage = plainly) -> RunStage:
    """Return what runs a stage as ``run`` does, and takes down what it took."""

    def measured_run(name: str, stage: Callable[[Tick], list[str]]) -> list[str]:
        with measured(settings, edition, _STAGES.get(name, name)) as done:
            result = run(name, stage)
            done.count = len(result)
        return result

    return measured_run


def _keep(settings: Settings, edition: str, measure: Measure) -> None:
    archive = open_archive(settings)
    first = measure.items[0] if measure.items else _ALL
    try:
        write_json(archive.measure_path(edition, measure.stage, first), measure)
        if measure.stage == "index":  # whose own figures were not there yet
            with speaking(settings.report_language):
                table = write_night_table(archive, edition)
            tell_collector(settings.metrics, table)
    except BiasError as error:
        _log.warning("what %s of %s took was not kept: %s", measure.stage, edition, brief(error))
