"""Settings come from the environment, and a wrong one is named."""

from datetime import UTC, datetime

import pytest

from bias.config import Settings, read_settings
from bias.errors import UsageError


def test_environment_variables_set_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIAS_TIMEZONE", "America/Caracas")
    monkeypatch.setenv("BIAS_ARCHIVE", "s3://bucket/archive")
    settings = read_settings()
    assert (settings.timezone, settings.archive) == ("America/Caracas", "s3://bucket/archive")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("BIAS_TIMEZONE", "Mars/Olympus", "BIAS_TIMEZONE: .*is no time zone"),
        ("BIAS_WINDOW_HOURS", "-1", "BIAS_WINDOW_HOURS: .*greater than 0"),
        ("BIAS_TIMEOUT_SECONDS", "soon", "BIAS_TIMEOUT_SECONDS: .*valid number"),
    ],
)
def test_a_wrong_value_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError, match=message):
        read_settings()


@pytest.mark.parametrize(
    ("timezone", "edition"),
    [("UTC", "2026-03-13"), ("Asia/Tokyo", "2026-03-14"), ("America/Caracas", "2026-03-13")],
)
def test_the_edition_is_the_date_in_the_time_zone(timezone: str, edition: str) -> None:
    moment = datetime(2026, 3, 13, 20, 30, tzinfo=UTC)
    assert Settings(timezone=timezone).edition_at(moment) == edition


def test_a_replay_stops_the_clock() -> None:
    moment = datetime(2026, 3, 14, 2, 30, tzinfo=UTC)
    assert Settings(now=moment).clock() == moment
