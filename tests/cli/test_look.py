"""``bias show``, ``search``, ``trend`` and ``doctor`` answer in the terminal."""

import json
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from bias.demo.folder import EDITION
from bias.demo.replay import newest_replayed
from bias.report.search import Entry, find
from tests.end_to_end.small import make_small_night

from .conftest import Bias

DONE, FAILED, WRONG_USE = 0, 1, 2
EVENT = "strike-closes-the-port"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Make a small night once; returns the settings that name it."""
    return make_small_night(tmp_path_factory.mktemp("night"))


def test_an_edition_is_shown_with_its_events(bias: Bias, archive: Mapping[str, str]) -> None:
    outcome = bias("show", EDITION, **archive)
    assert outcome.code == DONE
    assert "2 articles of the-harbour-herald, vell-today" in outcome.out
    shown = json.loads(bias("show", EDITION, "--json").out)
    assert [event["edition"] for event in shown["events"]] == [EDITION]


def test_without_an_edition_the_newest_is_shown(bias: Bias, archive: Mapping[str, str]) -> None:
    assert bias("show", **archive).out == bias("show", EDITION).out


def test_without_any_edition_the_way_to_one_is_told(bias: Bias, tmp_path: Path) -> None:
    for command in ("show", "report"):
        outcome = bias(command, BIAS_ARCHIVE=str(tmp_path / "none"))
        assert outcome.code == WRONG_USE
        assert "no edition is kept" in outcome.err and "bias demo makes one" in outcome.err


def test_an_event_is_shown_by_the_beginning_of_its_id(
    bias: Bias, archive: Mapping[str, str]
) -> None:
    outcome = bias("show", EVENT, **archive)
    assert outcome.code == DONE
    assert "Thugs  (vell-today; person_labels/thug)" in outcome.out
    assert json.loads(bias("show", EVENT, "--json").out)["event"]["edition"] == EDITION
    outcome = bias("show", "no-such-event")
    assert outcome.code == WRONG_USE
    assert "no event or edition 'no-such-event'" in outcome.err


def test_a_search_looks_back_from_the_newest_night(bias: Bias, archive: Mapping[str, str]) -> None:
    outcome = bias("search", "port", "STRIKE", **archive)
    assert outcome.code == DONE
    assert "2 articles with 'port STRIKE'" in outcome.out
    found = json.loads(bias("search", "port", "strike", "--json").out)["articles"]
    assert sorted(row["outlet"] for row in found) == ["the-harbour-herald", "vell-today"]
    assert json.loads(bias("search", "volcano", "--json").out) == {"events": [], "articles": []}


def test_a_search_finds_what_the_search_page_finds(bias: Bias, archive: Mapping[str, str]) -> None:
    outcome = bias("search", "VELL", "strik", **archive)
    assert "1 event by title and names with 'VELL strik'" in outcome.out
    (event,) = json.loads(bias("search", "vell", "strik", "--json").out)["events"]
    assert Path(event["report"]).exists()
    data = Path(archive["BIAS_REPORTS"], "search", f"{EDITION[:7]}.js").read_bytes()
    rows = msgspec.json.decode(data[data.index(b",") + 1 : -3], type=list[Entry])
    assert [(row.edition, row.id) for row in find(rows, "vell strik")] == [(EDITION, event["id"])]


def test_a_trend_has_a_line_for_each_week_and_outlet(
    bias: Bias, archive: Mapping[str, str]
) -> None:
    outcome = bias("trend", **archive)
    assert [line.split()[:2] for line in outcome.out.splitlines()[1:3]] == [
        ["2026-03-09", "the-harbour-herald"],
        ["2026-03-09", "vell-today"],
    ]
    assert "too little for a rate" in outcome.err
    rows = json.loads(bias("trend", "--outlet", "vell-today", "--json").out)["whole"]
    assert [(row["outlet"], row["events"]) for row in rows] == [("vell-today", 1)]
    outcome = bias("trend", "--outlet", "nobody")
    assert outcome.code == WRONG_USE
    assert "there are some of the-harbour-herald, vell-today" in outcome.err


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (("--word", "THUG"), "thug  vell-today  1      1       elsewhere 1"),
        (("--category", "all"), "person_labels  vell-today          1"),
        (("--coverage",), "vell-today          1 of 1"),
    ],
)
def test_a_trend_has_tables_by_word_category_and_coverage(
    bias: Bias, archive: Mapping[str, str], asked: tuple[str, ...], line: str
) -> None:
    assert line in bias("trend", *asked, **archive).out


def test_a_word_that_nobody_wrote_is_answered_with_those_that_are(
    bias: Bias, archive: Mapping[str, str]
) -> None:
    outcome = bias("trend", "--word", "volcano", **archive)
    assert outcome.code == WRONG_USE
    assert "no 'volcano' in these weeks; there are: thug" in outcome.err


def test_tables_are_exported_with_their_description(
    bias: Bias, archive: Mapping[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "tables"
    asked = ("export", "--from", EDITION, "--to", EDITION, "--format", "csv", "--out", str(folder))
    outcome = bias(*asked, **archive)
    assert outcome.code == DONE
    assert "events.csv: 1 row\n" in outcome.out
    assert outcome.out.endswith(f"1 night in {folder}; see its datapackage.json\n")
    assert json.loads(bias(*asked, "--json").out)["editions"] == [EDITION]
    assert b"Thugs" in (folder / "findings.csv").read_bytes()
    (folder / "mine.txt").touch()
    assert bias(*asked).code == WRONG_USE


@pytest.mark.parametrize(
    "command",
    [("trend",), ("show", EDITION), ("export", "--from", EDITION, "--to", EDITION)],
    ids=lambda command: command[0],
)
def test_without_an_archive_one_line_says_so(bias: Bias, command: tuple[str, ...]) -> None:
    outcome = bias(*command)
    assert outcome.code == WRONG_USE
    assert outcome.err.count("\n") == 1


def test_an_installation_that_is_whole_has_no_fault(bias: Bias) -> None:
    outcome = bias("doctor")
    assert outcome.code == DONE
    assert "fault" not in outcome.out
    checks = {
        row["what"]: row["state"] for row in json.loads(bias("doctor", "--json").out)["checks"]
    }
    assert checks["English"] == checks["French"] == checks["Spanish"] == "ok"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"BIAS_WINDOW_HOURS": "soon"}, "fault  settings: BIAS_WINDOW_HOURS"),
        ({"BIAS_OUTLETS": "no.toml"}, "fault  outlets: "),
        ({"BIAS_ARCHIVE": "taken"}, "taken cannot be written; choose another BIAS_ARCHIVE"),
    ],
)
def test_a_fault_is_named_with_what_to_do(
    bias: Bias, tmp_path: Path, settings: dict[str, str], message: str
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    outcome = bias("doctor", **settings)
    assert outcome.code == FAILED
    assert message in outcome.out


def test_the_newest_edition_of_a_demo_counts_where_nothing_else_is_kept(tmp_path: Path) -> None:
    assert newest_replayed(tmp_path) == ""
    for name in ("demo/events/2026-03-13", "demo-own/events/2026-03-14", "demo/events/notes"):
        (tmp_path / "archive" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "archive" / f"{name}.json").touch()
    assert newest_replayed(tmp_path) == "2026-03-14"
