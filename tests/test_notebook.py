"""The notebook in ``docs/`` runs on an archive as it is kept, and holds no outputs."""

import ast
import json
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest

from tests.kept import write_tables
from tests.report import invented

NOTEBOOK = json.loads((Path(__file__).parents[1] / "docs" / "trends.ipynb").read_bytes())
CODE = ["".join(cell["source"]) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]
NIGHTS = tuple(f"2026-03-{day:02}" for day in (2, 3, 8, 9, 10, 15))
MOST_LINES = 10


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Run every cell where an archive of three nights lies; returns what the cells named."""
    made = invented.comparison()
    for night in NIGHTS:
        write_tables(tmp_path / "archive", night, [made])
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    with mpl.rc_context({"backend": "agg"}):
        for code in CODE:
            exec(compile(code, "trends.ipynb", "exec"), names)  # noqa: S102 - our own notebook
    return names


def test_it_draws_a_line_for_each_outlet_over_the_weeks(ran: dict[str, Any]) -> None:
    rate = ran["rate"]
    assert [str(week.date()) for week in rate.index] == ["2026-03-02", "2026-03-09"]
    # Three nights of the same event in each week: the rate is that of one.
    scores = ran["own"].drop_duplicates("outlet").set_index("outlet")
    for outlet in rate.columns:
        told = scores.loc[outlet]
        assert rate[outlet].iloc[0] == pytest.approx(1000 * told["findings"] / told["words"])
    assert len(ran["axes"]) == len(rate.columns)
    assert "panwire" in set(scores.index) - set(rate.columns)  # too few words


def test_it_sets_an_outlet_against_the_others_of_its_events(ran: dict[str, Any]) -> None:
    scores = ran["own"].drop_duplicates("outlet").set_index("outlet")
    mine, others = scores.loc["lantern"], scores.drop("lantern")[["findings", "words"]].sum()
    expected = mine["words"] * others["findings"] / others["words"]
    assert ran["against"]["lantern"].iloc[1] == pytest.approx(mine["findings"] / expected, abs=0.01)


def test_the_first_cell_has_ten_lines_and_no_cell_an_output() -> None:
    lines = [line for line in CODE[0].splitlines() if line]
    assert len(lines) <= MOST_LINES
    for cell in NOTEBOOK["cells"]:
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None
        assert cell["id"]
    assert (NOTEBOOK["nbformat"], NOTEBOOK["nbformat_minor"]) == (4, 5)
    for code in CODE:
        ast.parse(code)
