"""A log line as JSON says which edition, stage, outlet and event it is about."""

import json
import logging
from pathlib import Path

import pytest

from bias.batches import each_event
from bias.cli.log import failures_logged
from bias.config import Settings
from bias.demo.folder import EDITION
from bias.errors import PartlyError
from bias.failures import told
from bias.local_airflow import LocalAirflow
from bias.log_fields import JsonLines, about, fields
from bias.measuring import measured


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def settings_at(folder: Path, *, json_logs: bool = True) -> Settings:
    archive, reports = str(folder / "archive"), str(folder / "reports")
    return Settings(archive=archive, reports=reports, json_logs=json_logs)


def test_what_lines_are_about_ends_with_the_block() -> None:
    with about(edition=EDITION, stage="fetch"):
        with about(outlet="herald", stage="extract"):
            assert fields() == {"edition": EDITION, "stage": "extract", "outlet": "herald"}
        assert fields() == {"edition": EDITION, "stage": "fetch"}
    assert fields() == {}


def test_a_line_is_one_line_and_half_a_character_breaks_none() -> None:
    record = logging.makeLogRecord(
        {"msg": "two\nlines \ud83d", "levelname": "ERROR", "outlet": "x"}
    )
    line = JsonLines().format(record)
    assert "\n" not in line
    said = json.loads(line)
    assert (said["message"], said["level"], said["outlet"]) == ("two\nlines �", "error", "x")


def test_each_stage_and_each_failure_is_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(event: str) -> None:
        if event == "flood-1":
            raise ValueError(event)

    settings = settings_at(tmp_path)
    with (
        pytest.raises(PartlyError),
        failures_logged(settings),
        measured(settings, EDITION, "score", ["flood-1", "strike-2"]),
    ):
        each_event(["flood-1", "strike-2"], work)
    failed, done = lines(capsys.readouterr().err)
    assert (failed["edition"], failed["stage"]) == (EDITION, "score")
    assert (failed["event_id"], failed["level"]) == ("flood-1", "error")
    assert "Traceback" in str(failed["message"])
    assert (done["stage"], done["done"], done["level"]) == ("score", 1, "info")
    assert isinstance(done["seconds"], float)
    assert "the event flood-1 failed" in (tmp_path / "archive" / "failures.log").read_text()


def test_without_the_setting_no_line_is_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with failures_logged(settings_at(tmp_path, json_logs=False)):
        told("the page https://herald.example/1", ValueError("odd"))
    assert lines(capsys.readouterr().err) == []


def test_one_variable_makes_the_lines_of_airflow_json_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "AIRFLOW__LOGGING__JSON_LOGS" not in LocalAirflow(tmp_path).environment
    monkeypatch.setenv("BIAS_JSON_LOGS", "1")
    assert LocalAirflow(tmp_path).environment["AIRFLOW__LOGGING__JSON_LOGS"] == "True"
