"""Renders the newsroom's pages; every value is escaped where it is printed."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from bias.demo.sites import Item, Site
from bias.demo.story import LayoutName
from bias.demo.views import article_view, frame, front_links

_ERRORS = {
    404: ("Page not found", "There is nothing at this address, or no longer."),
    500: ("Something went wrong", "The page cannot be shown just now. Try again in a moment."),
}


def article_page(item: Item, site: Site, address: str) -> bytes:
    """Return the page of an item that is made from paragraphs, in its layout."""
    layout = item.story.layout or site.layout
    page = article_view(item, site, address, layout)
    return _render(f"{layout}.html", frame=frame(site, address, layout), page=page)


def front_page(site: Site, address: str) -> bytes:
    """Return a site's front page."""
    return _render("front.html", frame=frame(site, address, site.layout), links=front_links(site))


def root_page(sites: Sequence[Site], edition: str) -> bytes:
    """Return the list of all sites."""
    return _render("newsroom.html", sites=sites, edition=edition)


def error_page(status: int) -> bytes:
    """Return what is shown with a status that is no page: 404 or 500."""
    title, words = _ERRORS[status]
    return _render("error.html", title=title, words=words)


def picture(line: int) -> bytes:
    """Return the SVG that stands in for a story's photograph."""
    return _render("picture.html", line=line)


def stylesheet(layout: LayoutName) -> bytes:
    """Return the stylesheet of a layout."""
    folder = files("bias.demo") / "style"
    return b"\n".join((folder / name).read_bytes() for name in ("base.css", f"{layout}.css"))


def _render(template: str, **values: Any) -> bytes:
    return _environment().get_template(template).render(values).encode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bias.demo"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
