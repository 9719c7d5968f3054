"""One row a thing: what the tables hold, and that the obvious sum is right."""

import io

import pyarrow.parquet as pq
import pytest

from bias.records import Comparison, LeftOut, Voice
from bias.release import VERSION
from bias.report.tables import KINDS, Table, table_rows
from bias.report.tables.columns import columns
from bias.report.tables.parquet import write_table
from tests.report.invented import EDITION, HERALD, HOSTILE

Rows = list[dict[str, object]]


def rows(table: Table) -> Rows:
    """Return a table as pandas and others read it back."""
    found: Rows = pq.read_table(io.BytesIO(write_table(table))).to_pylist()
    return found


@pytest.fixture(scope="module")
def tables(comparison: Comparison) -> dict[str, Rows]:
    made = table_rows(EDITION, [comparison], comparison.event.gaps)
    return {name: rows(table) for name, table in made.items()}


def test_every_thing_has_one_row(tables: dict[str, Rows], comparison: Comparison) -> None:
    alignment = comparison.alignment
    sizes = {name: len(found) for name, found in tables.items()}
    outlets = {score.outlet for score in comparison.scores if score.scope == "outlet"}
    assert sizes == {
        "events": 1,
        "articles": len(comparison.articles),
        "findings": len(comparison.findings),
        "namings": len(comparison.namings),
        "scores": 2 * len(outlets),
        "article_scores": len(outlets),
        "category_scores": sizes["category_scores"],
        "place_scores": 3 * len(outlets),
        "strength_scores": 3 * len(outlets),
        "groups": len(alignment.groups),
        "passages": sum(len(group.members) for group in alignment.groups),
        "contrasts": len(alignment.contrasts),
        "omissions": len(alignment.omissions),
        "only": len(alignment.only),
        "contradictions": len(alignment.conflicts),
        "gaps": 4,  # two of the event, one untrusted article, one outlet that night
    }
    assert min(sizes.values()) > 0


def test_the_obvious_sum_is_right(tables: dict[str, Rows], comparison: Comparison) -> None:
    own = [f for f in comparison.findings if f.voice is Voice.OWN]
    quoted = [f for f in comparison.findings if f.voice is Voice.QUOTED]
    assert total(tables["scores"]) == len(own) + len(quoted)
    assert total(tables["category_scores"]) == len(own)
    for name in ("strength_scores", "place_scores", "article_scores"):
        assert total(tables[name]) == len(own), name


def total(found: Rows) -> int:
    return sum(int(str(row["findings"])) for row in found)


def test_rows_say_what_they_are_about_and_how_they_were_made(tables: dict[str, Rows]) -> None:
    finding = tables["findings"][0]
    assert str(finding["words"]) in str(finding["sentence"])
    assert finding["title"]
    assert finding["version"] == VERSION
    assert finding["language_model"] == "invented 1.0 0123456789ab"
    assert (finding["lexicon"], finding["seed"]) == ("0123456789ab", 7)
    contrast = next(row for row in tables["contrasts"] if row["a_words"])
    assert str(contrast["a_words"]).split(" | ")[0] in str(contrast["a_sentence"])
    assert contrast["a_outlet"] != contrast["b_outlet"]
    conflict = tables["contradictions"][0]
    assert str(conflict["b_words"]) in str(conflict["b_sentence"])
    omission = tables["omissions"][0]
    assert omission["outlet"] != omission["missing_in"]


def test_what_a_category_keeps_out_of_the_rate_is_named(comparison: Comparison) -> None:
    apart = [f for f in comparison.findings if f.left_out is LeftOut.CATEGORY]
    rows_ = table_rows(EDITION, [comparison])["category_scores"].rows
    assert sum(getattr(row, "left_out", 0) for row in rows_) == len(apart)


def test_an_article_that_no_other_outlet_told_has_a_row_without_an_event() -> None:
    (row,) = rows(table_rows(EDITION, [], unmatched=[HERALD.article])["articles"])
    assert (row["event"], row["article"], row["copy_of"]) == ("", HERALD.article.id, "")
    assert row["version"] == VERSION


def test_hostile_text_and_missing_figures_are_kept(tables: dict[str, Rows]) -> None:
    assert any(HOSTILE in str(row["title"]) for row in tables["gaps"])
    assert None in [row["per_1000"] for row in tables["scores"]]


@pytest.mark.parametrize("name", KINDS)
def test_an_empty_table_has_the_same_columns(comparison: Comparison, name: str) -> None:
    full = table_rows(EDITION, [comparison])[name]
    empty = table_rows(EDITION, [])[name]
    assert empty == Table(kind=full.kind, rows=())
    schema = pq.read_schema(io.BytesIO(write_table(empty)))
    assert schema == pq.read_schema(io.BytesIO(write_table(full)))
    assert schema.names == [c.name for c in columns(full.kind) if c.name != "edition"]
    assert schema.metadata[b"version"] == VERSION.encode()


@pytest.mark.parametrize("name", KINDS)
def test_equal_rows_give_equal_parquet(comparison: Comparison, name: str) -> None:
    first, second = (table_rows(EDITION, [comparison])[name] for _ in range(2))
    assert write_table(first) == write_table(second)


@pytest.mark.parametrize("name", KINDS)
def test_every_column_is_described_in_a_sentence(name: str) -> None:
    meanings = {column.name: column.meaning for column in columns(KINDS[name])}
    assert [each for each, text in meanings.items() if not text.rstrip(")").endswith(".")] == []
