"""The JSON, CSV and parquet beside the pages."""

import csv
import io
import json

import msgspec
import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator

from bias.records import Comparison
from bias.report.findings_csv import FORMULA, safe_cell
from bias.report.render import EventReport
from bias.report.schema import SCHEMA_VERSION, ComparisonDocument, comparison_schema
from bias.report.tables import Table, table_rows, write_table

from .invented import HOSTILE


def test_json_fits_its_schema_and_reads_back(report: EventReport, comparison: Comparison) -> None:
    schema = json.loads(comparison_schema())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(report.json))
    document = msgspec.json.decode(report.json, type=ComparisonDocument)
    assert document.comparison == comparison
    assert json.loads(report.json)["schema_version"] == SCHEMA_VERSION


def test_schema_refuses_a_broken_file(report: EventReport) -> None:
    broken = json.loads(report.json)
    broken["comparison"]["findings"][0]["voice"] = "loud"
    assert not Draft202012Validator(json.loads(comparison_schema())).is_valid(broken)


def test_schema_describes_every_field_that_the_records_describe() -> None:
    definitions = json.loads(comparison_schema())["$defs"]
    assert "half-open" in json.loads(comparison_schema())["description"]
    assert "too little text" in definitions["Score"]["properties"]["per_1000"]["description"]


def test_csv_has_one_row_a_finding_that_says_where_it_stands(
    report: EventReport, comparison: Comparison
) -> None:
    rows = list(csv.DictReader(io.StringIO(report.csv.decode())))
    assert len(rows) == len(comparison.findings)
    texts = {article.id: article for article in comparison.articles}
    pages = dict(report.articles)
    for row, finding in zip(rows, comparison.findings, strict=True):
        part = texts[row["article"]].part_text(finding.part)
        assert row["words"] == part[int(row["start"]) : int(row["end"])]
        assert row["voice"] == finding.voice
        assert int(row["weight"]) == finding.weight
        assert f'id="{row["sentence"]}"'.encode() in pages[row["article"]]


@pytest.mark.parametrize("first", FORMULA)
def test_no_cell_is_a_formula(first: str) -> None:
    assert safe_cell(f"{first}cmd|' /C calc'!A0").startswith("'")


@pytest.mark.parametrize("plain", ["coup", "a=b", "", 7, "“=” he said"])
def test_other_cells_stay_as_they_are(plain: object) -> None:
    assert safe_cell(plain) == str(plain)


def test_tables_hold_every_record_once(comparison: Comparison) -> None:
    tables = table_rows([comparison], comparison.event.gaps)
    sizes = {name: _read(table).num_rows for name, table in tables.items()}
    assert sizes == {
        "findings": len(comparison.findings),
        "scores": len(comparison.scores),
        "namings": len(comparison.namings),
        "gaps": 4,  # two of the event, one untrusted article, one outlet that night
    }


def test_tables_keep_hostile_text_and_missing_figures(comparison: Comparison) -> None:
    tables = table_rows([comparison], ())
    assert any(HOSTILE in title for title in _read(tables["gaps"]).column("title").to_pylist())
    assert None in _read(tables["scores"]).column("per_1000").to_pylist()


@pytest.mark.parametrize("name", ["findings", "scores", "namings", "gaps"])
def test_an_empty_table_has_the_same_columns(comparison: Comparison, name: str) -> None:
    full = table_rows([comparison], ())[name]
    empty = table_rows([], ())[name]
    assert empty == Table(kind=full.kind, rows=())
    assert _read(empty).schema == _read(full).schema
    assert "edition" not in _read(full).column_names


@pytest.mark.parametrize("name", ["findings", "scores", "namings", "gaps"])
def test_equal_rows_give_equal_parquet(comparison: Comparison, name: str) -> None:
    first, second = (table_rows([comparison], ())[name] for _ in range(2))
    assert write_table(first) == write_table(second)


def _read(table: Table) -> pq.ParquetFile:
    return pq.read_table(io.BytesIO(write_table(table)))
