from pathlib import Path

import pytest

from .gold import ROOT, outputs

MADE = outputs()


@pytest.mark.parametrize("path", MADE, ids=lambda path: str(path.relative_to(ROOT)))
def test_output_is_the_accepted_one(path: Path) -> None:
    same = path.read_bytes() == MADE[path]
    assert same, f"{path} differs; look at it, then run: python -m tests.report.gold"


def test_equal_input_gives_equal_bytes() -> None:
    assert outputs() == MADE
