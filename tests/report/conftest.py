import pytest

from bias.records import Comparison
from bias.report.render import EventReport, render_event

from . import invented


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    return invented.comparison()


@pytest.fixture(scope="session")
def report(comparison: Comparison) -> EventReport:
    return render_event(comparison, invented.OUTLETS)
