"""What the reports of the invented comparison must be, byte for byte.

``python -m tests.report.gold`` accepts the present output as the new gold, and writes
``docs/comparison.schema.json``, ``docs/data.md`` and ``docs/library.md`` anew; look at the
difference in git before you commit it.
"""

from pathlib import Path

from bias.library_reference import reference
from bias.report import around
from bias.report.render import render_edition, render_event
from bias.report.render_nights import render_front, render_month, render_search, render_trends
from bias.report.schema import comparison_schema
from bias.report.search import entries, shard
from bias.report.summaries import summarise_edition
from bias.report.tables.document import data_document
from bias.report.trends.tables import trends
from bias.report.views.edition import edition_view
from bias.report.views.nights import front_view, month_view
from bias.report.views.trends import trends_view

from .invented import EDITION, HERALD, MINA, OUTLETS, comparison
from .invented_nights import OUTLETS as NIGHT_OUTLETS
from .invented_weeks import weeks

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "gold" / "report"
SCHEMA = ROOT / "docs" / "comparison.schema.json"
DATA = ROOT / "docs" / "data.md"
LIBRARY = ROOT / "docs" / "library.md"


def outputs() -> dict[Path, bytes]:
    """Return every gold file with what it must hold."""
    made = comparison()
    report = render_event(made, OUTLETS)
    night = edition_view(EDITION, [made], OUTLETS, made.event.gaps, [HERALD.article, MINA])
    summary = summarise_edition(night)
    html = around.put(report.html, around.AROUND, around.beside_event(summary, made.event.id))
    month = EDITION[:7]
    articles = {
        FOLDER / EDITION / made.event.id / f"{article}.html": page
        for article, page in report.articles
    }
    return articles | {
        FOLDER / EDITION / f"{made.event.id}.html": html,
        FOLDER / EDITION / f"{made.event.id}.json": report.json,
        FOLDER / EDITION / f"{made.event.id}.csv": report.csv,
        FOLDER / EDITION / "index.html": render_edition(night),
        FOLDER / "index.html": render_front(front_view([EDITION], [summary], OUTLETS)),
        FOLDER / "months" / f"{month}.html": render_month(
            month_view(month, [summary], [month], OUTLETS)
        ),
        FOLDER / "search" / f"{month}.js": shard(month, entries([summary])),
        FOLDER / "search.html": render_search([month]),
        FOLDER / "trends.html": render_trends(trends_view(trends(weeks(6)), NIGHT_OUTLETS)),
        SCHEMA: comparison_schema(),
        DATA: data_document().encode(),
        LIBRARY: reference().encode(),
    }


def accept() -> None:
    """Write every gold file."""
    for path, data in outputs().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    accept()
