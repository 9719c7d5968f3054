"""What is written for readers and programs: pages whose links hold, JSON, CSV and tables."""

import csv
import json
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator
from lxml import html

from bias.demo.folder import EDITION
from bias.report.tables import KINDS
from tests.demo.truth import read_truth

from .night import Night

pytestmark = pytest.mark.xdist_group("newsroom")

SCHEMA = Path(__file__).parents[2] / "docs" / "comparison.schema.json"
EVENTS = [event.event for event in read_truth().events]


def event_file(night: Night, event: str, suffix: str) -> Path:
    name = night.comparison(event).event.id
    return Path(str(night.archive.report_path(EDITION, name, suffix)))


def selected(page: Path, path: str) -> list[str]:
    """Return the attributes that a path selects in a page."""
    tree = html.document_fromstring(page.read_bytes().decode())
    return [str(item) for item in cast("list[object]", tree.xpath(path))]


def reports(night: Night) -> Path:
    return Path(night.settings.reports)


def test_every_link_between_and_within_the_pages_leads_somewhere(night: Night) -> None:
    pages = {
        page.resolve(): set(selected(page, "//@id")) for page in reports(night).rglob("*.html")
    }
    articles = sum(len(comparison.articles) for comparison in night.comparisons)
    # Of each article the marked one and the page as kept; then front, night, month, search, trends.
    assert len(pages) == len(EVENTS) + 2 * articles + 6
    for page in pages:
        for link in selected(page, "//a/@href"):
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            assert target.exists(), (page.name, link)
            if parts.fragment:
                assert unquote(parts.fragment) in pages[target], (page.name, link)


@pytest.mark.parametrize("event", EVENTS)
def test_ids_are_unique(night: Night, event: str) -> None:
    ids = selected(event_file(night, event, "html"), "//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("event", EVENTS)
def test_every_article_of_the_event_is_linked(night: Night, event: str) -> None:
    links = set(selected(event_file(night, event, "html"), "//a/@href"))
    comparison = night.comparison(event)
    for article in comparison.articles:  # of a replayed outlet, which answers no more
        assert f"{comparison.event.id}/{article.id}-page.html" in links


def test_every_gap_of_the_night_is_on_the_front_page(night: Night) -> None:
    text = (reports(night) / EDITION / "index.html").read_text()
    for hazard in read_truth().hazards:
        if hazard.reason:
            assert night.rows[hazard.line].url in text


@pytest.mark.parametrize("event", EVENTS)
def test_json_fits_the_published_schema(night: Night, event: str) -> None:
    document = json.loads(event_file(night, event, "json").read_bytes())
    Draft202012Validator(json.loads(SCHEMA.read_bytes())).validate(document)
    assert document["comparison"]["event"]["id"] == night.comparison(event).event.id


@pytest.mark.parametrize("event", EVENTS)
def test_csv_shows_each_finding_in_its_sentence(night: Night, event: str) -> None:
    with event_file(night, event, "csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == len(night.comparison(event).findings) > 0
    pages = event_file(night, event, "html").with_suffix("").glob("*.html")
    ids = {id_ for page in pages for id_ in selected(page, "//@id")}
    assert {row["anchor"] for row in rows} <= ids


@pytest.mark.parametrize("name", KINDS)
def test_pandas_reads_the_tables_with_their_edition(night: Night, name: str) -> None:
    import pandas as pd

    table = pd.read_parquet(Path(night.settings.archive) / "tables" / name)
    assert len(table) > 0
    assert set(table["edition"].astype(str)) == {EDITION}


def test_the_tables_and_the_comparisons_count_the_same(night: Night) -> None:
    import pandas as pd

    findings = pd.read_parquet(Path(night.settings.archive) / "tables" / "findings")
    counted = findings.groupby("event").size().to_dict()
    assert counted == {c.event.id: len(c.findings) for c in night.comparisons if c.findings}
