"""One night of the bundled newsroom, shared by every test that asks for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.end_to_end.night import Night


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
