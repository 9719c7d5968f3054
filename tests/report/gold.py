"""What the reports of the invented comparison must be, byte for byte.

``python -m tests.report.gold`` accepts the present output as the new gold, and writes
``docs/comparison.schema.json`` and ``docs/data.md`` anew; look at the difference in git before you
commit it.
"""

from pathlib import Path

from bias.report.render import render_edition, render_event, render_index
from bias.report.schema import comparison_schema
from bias.report.tables.document import data_document
from bias.report.views.edition import summarise_edition

from .invented import EDITION, HERALD, MINA, OUTLETS, comparison

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "gold" / "report"
SCHEMA = ROOT / "docs" / "comparison.schema.json"
DATA = ROOT / "docs" / "data.md"


def outputs() -> dict[Path, bytes]:
    """Return every gold file with what it must hold."""
    made = comparison()
    report = render_event(made, OUTLETS)
    night = render_edition(
        EDITION, [made], OUTLETS, gaps=made.event.gaps, unmatched=[HERALD.article, MINA]
    )
    articles = {
        FOLDER / EDITION / made.event.id / f"{article}.html": page
        for article, page in report.articles
    }
    return articles | {
        FOLDER / EDITION / f"{made.event.id}.html": report.html,
        FOLDER / EDITION / f"{made.event.id}.json": report.json,
        FOLDER / EDITION / f"{made.event.id}.csv": report.csv,
        FOLDER / EDITION / "index.html": night,
        FOLDER / "index.html": render_index([summarise_edition(EDITION, [made.event])]),
        SCHEMA: comparison_schema(),
        DATA: data_document().encode(),
    }


def accept() -> None:
    """Write every gold file."""
    for path, data in outputs().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    accept()
