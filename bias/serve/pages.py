"""The pages of the form and of the search, in the dress of the reports."""

from collections.abc import Mapping, Sequence
from functools import cache

from jinja2 import ChoiceLoader, Environment
from markupsafe import Markup

from bias.records import Article, Record
from bias.report.catalogue import spoken
from bias.report.pages import SpokenLoader, digest, environment
from bias.serve.pasted import FEWEST_ROWS, MOST_ROWS, Pasted


class Found(Record, frozen=True, kw_only=True):
    """What a search found."""

    words: str = ""
    days: int = 30
    last: str = ""
    """The newest edition that was looked in; empty where the archive has none."""
    articles: tuple[Article, ...] = ()
    error: str = ""


def form_page(rows: Sequence[Pasted] = (), error: str = "") -> str:
    """Return the form with the rows filled in as they are."""
    shown = [*rows, *[Pasted()] * (FEWEST_ROWS - len(rows))]
    can_grow = len(shown) < MOST_ROWS
    return _page("serve_form.html", rows=shown, error=error, can_grow=can_grow)


def waiting_page() -> str:
    """Return the page of a comparison that takes long."""
    return _page("serve_waiting.html")


def search_page(found: Found, names: Mapping[str, str]) -> str:
    """Return the search with what it found; ``names`` holds what the outlets are called, by id."""
    return _page("serve_search.html", found=found, names=names)


def message_page(title: str, message: str) -> str:
    """Return a page that says one thing."""
    return _page("serve_message.html", heading=title, message=message)


def _page(template: str, **values: object) -> str:
    ours = environment_of(spoken())
    style = _source(ours, "serve.css") + str(ours.globals["style"])
    look = {"style": Markup(style), "style_hash": digest(style)}  # noqa: S704 - our own files
    return ours.get_template(template).render(**look, **values)


@cache
def environment_of(language: str) -> Environment:
    """Return the templates of the form and of the reports, in one language."""
    reports = environment(language)
    assert reports.loader is not None  # noqa: S101 - set where it is made
    loader = ChoiceLoader([SpokenLoader(language, "bias.serve"), reports.loader])
    return reports.overlay(loader=loader)


def _source(ours: Environment, name: str) -> str:
    assert ours.loader is not None  # noqa: S101 - set where it is made
    return ours.loader.get_source(ours, name)[0]
