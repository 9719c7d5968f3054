"""The numbers of a night reach a collector, and Airflow's own go the same way."""

import subprocess
import sys
from pathlib import Path

import pytest

from bias.archive import open_archive
from bias.config import Settings, read_settings
from bias.demo.folder import EDITION
from bias.errors import BiasError, UsageError
from bias.local_airflow import LocalAirflow
from bias.measuring import measured
from bias.metrics import send, tell_collector
from bias.night_table import write_night_table
from bias.records import Facts, GapReason, NightTable, StageTook
from tests.collector import collecting

TABLE = NightTable(
    edition=EDITION,
    facts=Facts(articles=40, events=7, gaps=((GapReason.PAYWALLED, 3), (GapReason.FAILED, 1))),
    stages=(
        StageTook(stage="fetch", tasks=2, count=5, seconds=30.5, span=16.0, bytes=1_000),
        StageTook(stage="align", tasks=0, count=0, seconds=0.0, span=0.0, bytes=0),
    ),
)
NIGHT = (("edition", EDITION),)


def test_all_numbers_of_a_night_are_sent() -> None:
    with collecting() as collector:
        send(collector.address, TABLE)
    assert collector.paths == ["/v1/metrics"]
    numbers = {(name, labels): value for name, value, labels in collector.numbers}
    assert numbers == {
        ("media_bias.articles", NIGHT): 40,
        ("media_bias.events", NIGHT): 7,
        ("media_bias.gaps", (*NIGHT, ("reason", "paywalled"))): 3,
        ("media_bias.gaps", (*NIGHT, ("reason", "failed"))): 1,
        ("media_bias.stage.bytes", (*NIGHT, ("stage", "fetch"))): 1_000,
        ("media_bias.stage.done", (*NIGHT, ("stage", "fetch"))): 5,
        ("media_bias.stage.seconds", (*NIGHT, ("stage", "fetch"))): 30.5,
        ("media_bias.stage.span", (*NIGHT, ("stage", "fetch"))): 16.0,
        ("media_bias.stage.bytes", (*NIGHT, ("stage", "align"))): 0,
    }


def test_a_collector_that_refuses_is_logged_and_stops_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with collecting(status=400) as collector:
        with pytest.raises(BiasError, match=f"did not take the numbers of {EDITION}"):
            send(collector.address, TABLE)
        tell_collector(collector.address, TABLE)
        assert f"BIAS_METRICS: {collector.address} did not take" in caplog.text


def test_nobody_is_told_where_no_address_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bias.metrics.send", lambda *_: pytest.fail("somebody was told"))
    tell_collector("", TABLE)


def test_a_night_is_sent_once_its_front_page_is_written(tmp_path: Path) -> None:
    archive, reports = str(tmp_path / "archive"), str(tmp_path / "reports")
    with collecting() as collector:
        settings = Settings(archive=archive, reports=reports, metrics=collector.address)
        write_night_table(open_archive(settings), EDITION, TABLE.facts)
        with measured(settings, EDITION, "match"):
            pass
        assert collector.numbers == []
        with measured(settings, EDITION, "index") as done:
            done.count = 7
    sent = {(name, labels): value for name, value, labels in collector.numbers}
    assert sent["media_bias.stage.done", (*NIGHT, ("stage", "index"))] == 7


def test_an_address_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIAS_METRICS", "collector.example")
    with pytest.raises(UsageError, match="BIAS_METRICS: .* is no web address"):
        read_settings()


PROBE = (
    "from airflow.observability.metrics.stats_utils import get_stats_factory;"
    "get_stats_factory()().incr('probe')"
)


@pytest.mark.airflow
@pytest.mark.xdist_group("airflow")
def test_one_variable_switches_on_the_metrics_of_airflow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with collecting() as collector:
        monkeypatch.setenv("BIAS_METRICS", collector.address)
        environment = LocalAirflow(tmp_path).environment
        subprocess.run([sys.executable, "-W", "ignore", "-c", PROBE], env=environment, check=True)
    assert set(collector.paths) == {"/v1/metrics"}
    assert ("airflow.probe", 1) in {(name, value) for name, value, _ in collector.numbers}
