"""Tidy tables of one edition as parquet, for pandas and for trends over many nights.

The edition is no column: it is in the path (``edition=2026-03-14``), from which pandas and pyarrow
read it back as one. A table without rows has the same columns and types as one with rows.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any, get_type_hints

from bias.records import Comparison, Gap, Naming, Record, Score
from bias.report.findings_csv import FindingRow, finding_rows
from bias.report.views.gaps import event_gaps


class ScoreRow(Score, frozen=True, kw_only=True):
    """One score and the event it belongs to."""

    event: str


class NamingRow(Record, frozen=True, kw_only=True):
    """One naming; modifiers are separated by spaces."""

    event: str
    outlet: str
    article: str
    entity: str
    kind: str
    part: str
    start: int
    end: int
    text: str
    head: str
    modifiers: str
    voice: str
    passage: int


class GapRow(Record, frozen=True, kw_only=True):
    """One coverage gap; ``event`` is empty where the gap is about the night as a whole."""

    event: str
    outlet: str
    reason: str
    detail: str
    url: str
    title: str
    published: str | None


class Table(Record, frozen=True, kw_only=True):
    """Rows of one kind."""

    kind: type[Record]
    rows: tuple[Record, ...]


def table_rows(comparisons: Sequence[Comparison], gaps: Sequence[Gap]) -> dict[str, Table]:
    """Return the tables of an edition by name: findings, scores, namings, gaps.

    Args:
        comparisons: of all events of the edition.
        gaps: of the night; one that an event also lists is given once, with the event.
    """
    return {
        "findings": _table(FindingRow, comparisons, finding_rows),
        "scores": _table(ScoreRow, comparisons, _scores),
        "namings": _table(NamingRow, comparisons, _namings),
        "gaps": Table(kind=GapRow, rows=tuple(_gaps(comparisons, gaps))),
    }


def write_table(table: Table) -> bytes:
    """Return a table as parquet; equal rows give equal bytes."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and only written once a night
    import pyarrow.parquet as pq  # noqa: PLC0415

    types = {
        str: pa.string(),
        str | None: pa.string(),
        int: pa.int64(),
        bool: pa.bool_(),
        float | None: pa.float64(),
    }
    hints = get_type_hints(table.kind)
    columns = [name for name in table.kind.__struct_fields__ if name != "edition"]
    # Every other annotation is text: a literal or a StrEnum.
    schema = pa.schema([(name, types.get(hints[name], pa.string())) for name in columns])
    values = {name: [_plain(getattr(row, name)) for row in table.rows] for name in columns}
    out = io.BytesIO()
    pq.write_table(pa.table(values, schema=schema), out, compression="zstd")
    return out.getvalue()


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


def _table(
    kind: type[Record],
    comparisons: Sequence[Comparison],
    rows: Callable[[Comparison], Sequence[Record]],
) -> Table:
    ordered = sorted(comparisons, key=lambda comparison: comparison.event.id)
    return Table(kind=kind, rows=tuple(row for item in ordered for row in rows(item)))


def _scores(comparison: Comparison) -> list[ScoreRow]:
    fields = Score.__struct_fields__
    return [
        ScoreRow(event=comparison.event.id, **{name: getattr(score, name) for name in fields})
        for score in comparison.scores
    ]


def _namings(comparison: Comparison) -> list[NamingRow]:
    return [_naming(comparison.event.id, naming) for naming in comparison.namings]


def _naming(event: str, naming: Naming) -> NamingRow:
    return NamingRow(
        event=event,
        outlet=naming.outlet,
        article=naming.article,
        entity=naming.entity,
        kind=naming.kind,
        part=naming.part.value,
        start=naming.start,
        end=naming.end,
        text=naming.text,
        head=naming.head,
        modifiers=" ".join(naming.modifiers),
        voice=naming.voice.value,
        passage=naming.passage,
    )


def _gaps(comparisons: Sequence[Comparison], gaps: Sequence[Gap]) -> Iterator[GapRow]:
    told: set[tuple[str, str]] = set()
    for comparison in sorted(comparisons, key=lambda item: item.event.id):
        for gap in event_gaps(comparison):
            told.add((gap.outlet, gap.url))
            yield _gap(comparison.event.id, gap)
    for gap in gaps:
        if not gap.url or (gap.outlet, gap.url) not in told:
            yield _gap("", gap)


def _gap(event: str, gap: Gap) -> GapRow:
    return GapRow(
        event=event,
        outlet=gap.outlet,
        reason=gap.reason.value,
        detail=gap.detail,
        url=gap.url,
        title=gap.title,
        published=gap.published,
    )
