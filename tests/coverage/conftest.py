from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bias.config import Settings
from bias.coverage.client import Client
from tests.coverage.site import Site, served

MakeSettings = Callable[..., Settings]


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as running:
        yield running


@pytest.fixture
def other_site() -> Iterator[Site]:
    with served() as running:
        yield running


@pytest.fixture
def make_settings() -> MakeSettings:
    """Settings for loopback, and quick."""

    def make(**changes: object) -> Settings:
        usual: dict[str, Any] = {
            "allow_private_hosts": True,
            "delay_seconds": 0,
            "timeout_seconds": 5,
            "retries": 2,
            "now": datetime(2026, 3, 14, 2, 30, tzinfo=UTC),
        }
        return Settings(**(usual | changes))

    return make


@pytest.fixture
def settings(make_settings: MakeSettings) -> Settings:
    return make_settings()


@pytest.fixture
def naps() -> list[float]:
    """The pauses a client would have made."""
    return []


@pytest.fixture
def client(settings: Settings, naps: list[float]) -> Iterator[Client]:
    with Client(settings, sleep=naps.append) as running:
        yield running
