"""What all tests share: none of the developer's settings, and one night of the newsroom."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from bias.config import Settings

if TYPE_CHECKING:
    from tests.end_to_end.night import Night


def pytest_configure() -> None:
    """Forget the developer's settings, also those that a test module reads as it is loaded."""
    for name in [name for name in os.environ if name.upper().startswith("BIAS_")]:
        del os.environ[name]
    Settings.model_config["env_file"] = None


@pytest.fixture(scope="session", autouse=True)
def _elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Work in an empty folder: a program that a test starts reads no ``.env`` of the developer."""
    before = os.getcwd()  # noqa: PTH109 - what chdir takes
    os.chdir(tmp_path_factory.mktemp("elsewhere"))
    yield
    os.chdir(before)


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what another test's program may have set; a test sets what it needs itself."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"BIAS_{name.upper()}", raising=False)


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Night]":
    """The night's results; its tests are of the group ``newsroom``, so that one worker runs it."""
    from tests.end_to_end.night import run_night

    yield from run_night(tmp_path_factory.mktemp("night"))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Number a case of raw bytes instead of spelling it out.

    What is compressed or signed while tests are collected may differ between the workers, which
    must all collect the same names.
    """
    return argname if isinstance(val, bytes) else None
