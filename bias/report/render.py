"""Pages as bytes: the only module that turns views into HTML, JSON and CSV."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bias.records import Article, Comparison, Event, Gap, Outlet, Record
from bias.report import plain
from bias.report.charts import rates_chart
from bias.report.schema import ComparisonDocument
from bias.report.tables.plain_text import findings_csv
from bias.report.views.edition import EditionSummary, edition_view
from bias.report.views.event import EventView, event_view


class EventReport(Record, frozen=True, kw_only=True):
    """The comparison of one event in three forms."""

    html: bytes
    json: bytes
    csv: bytes
    articles: tuple[tuple[str, bytes], ...] = ()
    """The page of each article, by article id; sentences of the event's page lead there."""


class Beside(Record, frozen=True, kw_only=True):
    """Ids of the events on both sides of one in the order of ids, empty at an end of the night."""

    before: str = ""
    after: str = ""


ALONE = Beside()


def render_event(
    comparison: Comparison, outlets: Sequence[Outlet], beside: Beside = ALONE
) -> EventReport:
    """Return the pages of one event, with the same content as JSON and its findings as CSV.

    Args:
        comparison: everything known about the event.
        outlets: as declared; their order and colours are the same on every page.
        beside: the events before and after it.
    """
    view = event_view(comparison, outlets)
    document = msgspec.json.encode(ComparisonDocument(comparison=comparison))
    return EventReport(
        html=_event_page(view, beside),
        json=msgspec.json.format(document, indent=1) + b"\n",
        csv=findings_csv(comparison),
        articles=tuple(
            (item.headline.article, _page("article.html", event=view, item=item))
            for item in view.articles
        ),
    )


def render_alone(comparison: Comparison, outlets: Sequence[Outlet], *, back: str = "") -> bytes:
    """Return the page of one event without links to pages and files beside it.

    Args:
        comparison: everything known about the event.
        outlets: as declared.
        back: address of the page where the texts were given; empty for none.
    """
    view = event_view(comparison, outlets, alone=True)
    return _event_page(view, alone=True, back=back)


def _event_page(
    view: EventView, beside: Beside = ALONE, *, alone: bool = False, back: str = ""
) -> bytes:
    chart = _chart(view)
    return _page("event.html", event=view, chart=chart, beside=beside, alone=alone, back=back)


def render_edition(
    edition: str,
    comparisons: Sequence[Comparison],
    outlets: Sequence[Outlet],
    *,
    gaps: Sequence[Gap] = (),
    unmatched: Sequence[Article] = (),
    missing: Sequence[Event] = (),
) -> bytes:
    """Return the front page of one night.

    Args:
        edition: ISO date.
        comparisons: of all events of the night.
        outlets: as declared.
        gaps: all coverage gaps of the night, whatever event they belong to.
        unmatched: articles that were joined with none of another outlet.
        missing: events of which no comparison could be made.
    """
    night = edition_view(edition, comparisons, outlets, gaps, unmatched, missing)
    return _page("edition.html", night=night)


def render_index(editions: Sequence[EditionSummary]) -> bytes:
    """Return the list of all nights, the newest first."""
    newest = sorted(editions, key=lambda item: item.edition, reverse=True)
    return _page("index.html", editions=newest)


# ---------------------------------------------------------------- parts of a page


def _chart(view: EventView) -> Markup:
    rows = [*view.wording.rows, view.wording.total] if view.wording.rows else []
    title = "Loaded words per 1,000 words, own voice and quoted, by outlet"
    # The drawing is made here from figures and escaped names; see charts.
    return Markup(rates_chart(rows, title, "c0") if rows else "")  # noqa: S704


def _page(template: str, **values: object) -> bytes:
    text = environment().get_template(template).render(**values)
    return text.encode("utf-8", "replace")


@cache
def environment() -> Environment:
    """Return the templates with the style, script and filters that they use."""
    made = Environment(
        loader=PackageLoader("bias.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"plural": plain.plural, "day": plain.day}
    style, script = (_source(made, name) for name in ("style.css", "filter.js"))
    made.globals |= {
        "style": Markup(style),  # noqa: S704 - our own file
        "style_hash": digest(style),
        "script": Markup(script),  # noqa: S704 - our own file
        "script_hash": digest(script),
    }
    return made


def _source(environment: Environment, name: str) -> str:
    assert environment.loader is not None  # noqa: S101 - set where it is made
    return environment.loader.get_source(environment, name)[0]


def digest(source: str) -> str:
    """Return the hash by which a page's policy names a style or script in it."""
    made = hashlib.sha256(source.encode()).digest()
    return "sha256-" + base64.b64encode(made).decode()
