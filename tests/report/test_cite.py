"""Each page says how it is cited, with what it takes to make the same again."""

from pathlib import Path

import pytest

from bias.records import Comparison
from bias.release import AUTHORS, VERSION
from bias.report.render import EventReport, render_alone

from .gold import FOLDER
from .invented import OUTLETS

PAGES = [path for path in sorted(FOLDER.rglob("*.html")) if path.name != "search.html"]


def foot(page: bytes) -> str:
    return page.decode().rpartition("Cite this report:")[2]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_report_is_cited_with_authors_and_version(path: Path) -> None:
    assert AUTHORS in foot(path.read_bytes())
    assert VERSION in foot(path.read_bytes())


def test_pages_of_an_event_name_lexicon_models_and_seed(
    report: EventReport, comparison: Comparison
) -> None:
    for page in (report.html, report.articles[0][1], render_alone(comparison, OUTLETS)):
        for told in ("lexicon en 0123456789ab", "invented 1.0 0123456789ab", "seed 7"):
            assert told in foot(page)
