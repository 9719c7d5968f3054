"""The JSON and CSV beside the pages."""

import csv
import io
import json

import msgspec
import pytest
from jsonschema import Draft202012Validator

from bias.records import Comparison
from bias.report.render import EventReport
from bias.report.schema import SCHEMA_VERSION, ComparisonDocument, comparison_schema
from bias.report.tables.plain_text import FORMULA, safe_cell


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


def test_schema_describes_every_property() -> None:
    definitions = json.loads(comparison_schema())["$defs"]
    assert "half-open" in json.loads(comparison_schema())["description"]
    assert "too little text" in definitions["Score"]["properties"]["per_1000"]["description"]
    silent = [
        (name, field)
        for name, definition in definitions.items()
        for field, described in definition.get("properties", {}).items()
        if not described.get("description")
    ]
    assert silent == []


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
        assert f'id="{row["anchor"]}"'.encode() in pages[row["article"]]
        assert row["words"] in row["sentence"]
        assert (row["version"], row["lexicon"]) == ("0.1.0", comparison.lexicon.digest)


@pytest.mark.parametrize("first", FORMULA)
def test_no_cell_is_a_formula(first: str) -> None:
    assert safe_cell(f"{first}cmd|' /C calc'!A0").startswith("'")


@pytest.mark.parametrize("plain", ["coup", "a=b", "", 7, -7, "“=” he said"])
def test_other_cells_stay_as_they_are(plain: object) -> None:
    assert safe_cell(plain) == str(plain)
