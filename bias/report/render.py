"""Events and nights as bytes: HTML, JSON and CSV."""

from collections.abc import Collection, Iterator, Sequence

import msgspec
from markupsafe import Markup

from bias.records import Article, Comparison, Outlet, Record
from bias.report.catalogue import say
from bias.report.charts import rates_chart
from bias.report.pages import page
from bias.report.schema import ComparisonDocument
from bias.report.tables.plain_text import findings_csv
from bias.report.views.edition import EditionView
from bias.report.views.event import EventView, event_view

EVENTS_ON_A_PAGE = 150
"""So that the page of a night of 30 outlets stays below a megabyte, however many events it has."""


class EventReport(Record, frozen=True, kw_only=True):
    """The comparison of one event in three forms."""

    html: bytes
    json: bytes
    csv: bytes
    articles: tuple[tuple[str, bytes], ...] = ()
    """The page of each article, by article id; sentences of the event's page lead there."""


def render_event(
    comparison: Comparison, outlets: Sequence[Outlet], kept: Collection[str] = ()
) -> EventReport:
    """Return the pages of one event, with the same content as JSON and its findings as CSV.

    Links to other events are put in later, when these are there; see :mod:`bias.report.around`.

    Args:
        comparison: everything known about the event.
        outlets: as declared; their order and colours are the same on every page.
        kept: ids of articles beside which their pages lie as they were kept.
    """
    view = event_view(comparison, outlets, kept)
    document = msgspec.json.encode(ComparisonDocument(comparison=comparison))
    return EventReport(
        html=_event_page(view),
        json=msgspec.json.format(document, indent=1) + b"\n",
        csv=findings_csv(comparison),
        articles=tuple(
            (item.headline.article, page("article.html", event=view, item=item))
            for item in view.articles
        ),
    )


def render_kept_page(article: Article, body: str) -> bytes:
    """Return the page of an article as it was kept, shown where nothing in it can act.

    Args:
        article: what was made of it.
        body: its HTML.
    """
    marked = f"{article.id}.html"
    return page("kept_page.html", title=article.title, url=article.url, marked=marked, body=body)


def render_alone(comparison: Comparison, outlets: Sequence[Outlet], *, back: str = "") -> bytes:
    """Return the page of one event without links to pages and files beside it.

    Args:
        comparison: everything known about the event.
        outlets: as declared.
        back: address of the page where the texts were given; empty for none.
    """
    view = event_view(comparison, outlets, alone=True)
    return _event_page(view, alone=True, back=back)


def _event_page(view: EventView, *, alone: bool = False, back: str = "") -> bytes:
    return page("event.html", event=view, chart=_chart(view), alone=alone, back=back)


def render_edition(night: EditionView) -> bytes:
    """Return the front page of one night, with the events that part most."""
    return _edition_page(night, 1)


def render_lists(night: EditionView) -> Iterator[bytes]:
    """Yield the other pages of a night that has more events than one page holds, from the second.

    They link each other as ``list-2.html`` and so on.
    """
    for number in range(2, _pages_of(night) + 1):
        yield _edition_page(night, number)


def _edition_page(night: EditionView, number: int) -> bytes:
    pages = _pages_of(night)
    return page("edition.html", night=night, number=number, most=EVENTS_ON_A_PAGE, pages=pages)


def _pages_of(night: EditionView) -> int:
    return max(1, -(-len(night.events) // EVENTS_ON_A_PAGE))


# ---------------------------------------------------------------- parts of a page


def _chart(view: EventView) -> Markup:
    rows = [*view.wording.rows, view.wording.total] if view.wording.rows else []
    title = say("Loaded words per 1,000 words, own voice and quoted, by outlet")
    # The drawing is made here from figures and escaped names; see charts.
    return Markup(rates_chart(rows, title, "c0") if rows else "")  # noqa: S704
