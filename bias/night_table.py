"""The table of one night that an operator looks at: what it holds, and what each stage took.

What each stage took differs each time, so it stands apart from all that two runs leave alike: in
``measured/`` of the archive and of the reports.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from upath import UPath

from bias.archive import Archive
from bias.errors import DataError, UsageError
from bias.failures import told
from bias.records import STAGES, Facts, Measure, NightTable, StageTook
from bias.report.render_nights import render_measured
from bias.storage import read_json, write_bytes, write_json


def write_night_table(archive: Archive, edition: str, facts: Facts | None = None) -> NightTable:
    """Gather what the tasks of a night took, and write its table and page.

    Args:
        archive: where everything is.
        edition: ISO date.
        facts: of the night; those that stand there unless given.

    Raises:
        UsageError: there are no facts yet.
    """
    path = archive.night_table_path(edition)
    if facts is None:
        facts = read_json(path, NightTable, f"no table of edition {edition}").facts
    measures = list(_measures(archive, edition))
    table = NightTable(
        edition=edition,
        facts=facts,
        stages=tuple(
            _took(stage, counted(m for m in measures if m.stage == stage), left(archive, edition))
            for stage, left in _LEFT.items()
        ),
    )
    write_json(path, table)
    write_bytes(archive.measured_page_path(edition), render_measured(table))
    return table


def counted(measures: Iterable[Measure]) -> list[Measure]:
    """Return the measures of a stage that count: of what was done twice the last one.

    One that worked on all there was stands for all before it.
    """
    kept: list[Measure] = []
    seen: set[str] = set()
    for measure in sorted(measures, key=lambda each: each.started, reverse=True):
        if measure.items:
            if not seen.issuperset(measure.items):
                kept.append(measure)
                seen.update(measure.items)
        else:
            return kept or [measure]
    return kept


def _measures(archive: Archive, edition: str) -> Iterator[Measure]:
    for path in archive.measure_files(edition):
        try:
            yield read_json(path, Measure, f"{path} is gone")
        except (DataError, UsageError) as error:
            told(f"the measure {path}", error)


def _took(stage: str, measures: Sequence[Measure], size: int) -> StageTook:
    starts = [datetime.fromisoformat(each.started) for each in measures]
    ends = [
        start + timedelta(seconds=each.seconds)
        for start, each in zip(starts, measures, strict=True)
    ]
    return StageTook(
        stage=stage,
        tasks=len(measures),
        count=sum(each.count for each in measures),
        seconds=round(sum(each.seconds for each in measures), 3),
        span=round((max(ends) - min(starts)).total_seconds(), 3) if measures else 0.0,
        bytes=size,
    )


def _below(*kinds: str) -> Callable[[Archive, str], int]:
    return lambda archive, edition: sum(
        archive.bytes_below(archive.folder(kind, edition)) for kind in kinds
    )


def _of_matching(archive: Archive, edition: str) -> int:
    return archive.bytes_below(archive.events_path(edition)) + _below("event_articles")(
        archive, edition
    )


def _of_index(archive: Archive, edition: str) -> int:
    files: list[UPath] = [archive.figures_path(edition), archive.summary_path(edition)]
    return sum(map(archive.bytes_below, files))


_LEFT: Mapping[str, Callable[[Archive, str], int]] = dict(
    zip(
        STAGES,
        (
            _below("pages"),
            _below("articles"),
            _of_matching,
            _below("alignments"),
            _below("comparisons"),
            lambda archive, edition: archive.bytes_below(archive.reports_folder(edition)),
            _of_index,
        ),
        strict=True,
    )
)
"""How many bytes each stage has left; the front page of the night counts as a report."""
