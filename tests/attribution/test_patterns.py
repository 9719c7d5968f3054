"""Every rule of ``patterns.csv`` finds its example, and only its own words in it."""

import pytest

from bias.attribution.voices import voice_span_at
from bias.language.registry import rows
from bias.records import Part, VoiceSpan
from tests.attribution.reading import read

PATTERNS = [row for row in rows("en", "patterns.csv") if row["example"]]


def _rule(span: VoiceSpan | None) -> str:
    return span.rule if span else ""


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row["id"])
def test_a_rule_finds_its_example(row: dict[str, str]) -> None:
    before, words, behind = row["example"].split("*")
    text = (before + words + behind).replace("\\n", "\n")
    title = text if row["place"] == "title" else ""
    voiced = read("" if title else text, title)
    part = Part.TITLE if title else Part.BODY
    start = len(before.replace("\\n", "\n"))
    inside = range(start, start + len(words))
    found = {_rule(voice_span_at(voiced, part, i)) for i in inside if text[i].isalnum()}
    assert found == {row["id"]}
    assert all(_rule(voice_span_at(voiced, part, i)) == "" for i in range(start))


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row["id"])
def test_a_rule_spares_its_counter_example(row: dict[str, str]) -> None:
    text = row["counter"].replace("\\n", "\n")
    title = text if row["place"] == "title" else ""
    voiced = read("" if title else text, title)
    assert row["id"] not in {span.rule for span in voiced.voices}


def test_every_rule_is_a_row() -> None:
    known = {row["id"] for row in PATTERNS}
    assert {"clause", "behind", "name", "according-to", "transcript", "goes-on"} <= known
    assert len(known) == len(PATTERNS)
