"""What the newsroom answers to each path, made only when it is asked for."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from bias.demo import announce, pages
from bias.demo.saved import content_type_of, read_saved
from bias.demo.sites import NEWS_SITEMAP, RSS, Item, Site
from bias.demo.story import LayoutName, Served
from bias.errors import DataError
from bias.records import Record

HEALS_AFTER = 2
"""How many requests a page that heals refuses first."""
REACHES_BACK = timedelta(days=60)
"""How old the last entry of every feed is, so that each is seen to hold the whole night."""
HTML = "text/html; charset=utf-8"


class Answer(Record, frozen=True, kw_only=True):
    """What one request gets."""

    body: bytes
    content_type: str = HTML
    status: int = 200
    location: str = ""
    """Where a redirect leads."""
    slow: bool = False
    """Whether to wait before answering."""


Route = Callable[[int], Answer]
"""Takes how often the path has been asked for, this time included."""


def build_routes(
    sites: Sequence[Site], address: str, edition_start: datetime, outlets_toml: str
) -> dict[str, Route]:
    """Return the answer to every path that the newsroom knows; nothing is rendered yet."""
    routes: dict[str, Route] = {
        "/": _page(pages.root_page, sites, edition_start.date().isoformat()),
        "/robots.txt": _file("text/plain", announce.robots_txt, sites, address),
        "/outlets.toml": _file("application/toml", outlets_toml.encode),
    }
    for layout in LayoutName:
        routes[f"/style/{layout}.css"] = _file("text/css", pages.stylesheet, layout)
    for site in sites:
        routes |= _site_routes(site, address, edition_start)
    return routes


def answer(routes: dict[str, Route], path: str, visit: int) -> Answer:
    """Return the answer to a path: 404 if nothing is there, 500 if it cannot be made."""
    route = routes.get(path)
    if route:
        return route(visit)
    if f"{path}/" in routes:
        return Answer(body=b"", status=301, location=f"{path}/")
    return _error(404)


def _site_routes(site: Site, address: str, edition_start: datetime) -> dict[str, Route]:
    earlier = edition_start - REACHES_BACK
    feed = partial(announce.rss, site, address, edition_start, earlier)
    sitemap = partial(announce.news_sitemap, site, address, earlier)
    routes: dict[str, Route] = {
        site.home: _page(pages.front_page, site, address),
        site.home + RSS: _file("application/rss+xml", feed),
        site.home + NEWS_SITEMAP: _file("application/xml", sitemap),
    }
    for item in site.items:
        line = item.story.line
        routes[item.path] = partial(_article, item, site, address)
        routes[f"{site.home}picture/{line}.svg"] = _file("image/svg+xml", pages.picture, line)
    return routes


def _article(item: Item, site: Site, address: str, visit: int) -> Answer:
    served = item.story.served
    if served is Served.NOT_FOUND:
        return _error(404)
    if served is Served.HEALS and visit <= HEALS_AFTER:
        return _error(500)
    slow = served is Served.SLOW
    if item.saved is None:
        return Answer(body=pages.article_page(item, site, address), slow=slow)
    try:
        body = read_saved(item.saved)
    except DataError:
        return _error(500)
    return Answer(body=body, content_type=content_type_of(body), slow=slow)


def _page(make: Callable[..., bytes], *arguments: object) -> Route:
    return lambda _: Answer(body=make(*arguments))


def _file(content_type: str, make: Callable[..., bytes], *arguments: object) -> Route:
    return lambda _: Answer(body=make(*arguments), content_type=f"{content_type}; charset=utf-8")


def _error(status: int) -> Answer:
    return Answer(body=pages.error_page(status), status=status)
