"""Makes news sites of stories: one site an outlet, one address and one time a story."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bias.demo.saved import saved_title
from bias.demo.story import LayoutName, Served, Story
from bias.languages import DEFAULT
from bias.records import Feed, Outlet, Record
from bias.text import slug

RSS = "feed.xml"
NEWS_SITEMAP = "news-sitemap.xml"
_LAYOUTS = tuple(name for name in LayoutName if name is not LayoutName.WIRE)
_ANNOUNCED_BY: tuple[tuple[str, ...], ...] = ((RSS,), (NEWS_SITEMAP,), (RSS, NEWS_SITEMAP))
_KIND = {RSS: "rss", NEWS_SITEMAP: "news_sitemap"}
_ARTICLE = re.compile(r"(?:https?://[^/]+)?/[^/]+/(\d{1,9})-[a-z0-9-]+(?:[?#].*)?")


class Item(Record, frozen=True, kw_only=True):
    """A story at its place in the newsroom."""

    story: Story
    path: str
    """Path of its address, ``/<outlet>/<line>-<slug>``."""
    published: datetime
    """In the newsroom's time zone."""
    saved: Path | None = None
    """The saved page to answer with, ``None`` where the page is made from paragraphs."""

    @property
    def title(self) -> str:
        """The story's title, or else the saved page's; empty when neither has one."""
        return self.story.title or (saved_title(self.saved) if self.saved else "")

    @property
    def forbidden(self) -> bool:
        """Whether robots.txt asks not to fetch it."""
        return self.story.served is Served.FORBIDDEN


class Site(Record, frozen=True, kw_only=True):
    """One outlet as a news site."""

    id: str
    name: str
    layout: LayoutName
    feeds: tuple[str, ...]
    """File names of the feeds that the outlet's declaration lists; the site has them all."""
    items: tuple[Item, ...]
    """Newest first."""
    agency: bool = False
    language: str = DEFAULT

    @property
    def home(self) -> str:
        """Path of the front page."""
        return f"/{self.id}/"


def plan_sites(
    stories: Sequence[Story], times: Mapping[int, datetime], folder: Path
) -> tuple[Site, ...]:
    """Return one site for each outlet, in the order of their first lines."""
    names = list(dict.fromkeys(story.outlet for story in stories))
    ids = unique_ids(names)
    return tuple(
        _site(
            place, ids[place], [story for story in stories if story.outlet == name], times, folder
        )
        for place, name in enumerate(names)
    )


def unique_ids(names: Iterable[str]) -> list[str]:
    """Return an id for each name: its slug, with a number where another has the same.

    >>> unique_ids(["The Post", "The Post!", "Правда"])
    ['the-post', 'the-post-2', 'outlet']
    """
    ids: list[str] = []
    tries: Counter[str] = Counter()
    for name in names:
        base = candidate = slug(name) or "outlet"
        while candidate in ids:
            tries[base] = max(tries[base], 1) + 1
            candidate = f"{base}-{tries[base]}"
        ids.append(candidate)
    return ids


def line_of(url: str) -> int | None:
    """Return the line of the coverage file that an address shows, ``None`` for other pages.

    >>> line_of("http://127.0.0.1:8000/the-post/12-ferry-runs-again")
    12
    >>> line_of("http://127.0.0.1:8000/the-post/feed.xml")
    """
    found = _ARTICLE.fullmatch(url)
    return int(found[1]) if found else None


def declared_outlet(site: Site, address: str) -> Outlet:
    """Return the declaration to fetch a site with; ``address`` has no slash at its end."""
    return Outlet(
        id=site.id,
        name=site.name,
        homepage=address + site.home,
        feeds=tuple(
            Feed(url=f"{address}{site.home}{feed}", kind=_KIND[feed])  # type: ignore[arg-type]
            for feed in site.feeds
        ),
        language=site.language,
        agency=site.agency,
        replayed=True,
    )


def _site(
    place: int, site_id: str, stories: list[Story], times: Mapping[int, datetime], folder: Path
) -> Site:
    items = [_item(story, site_id, times[story.line], folder) for story in stories]
    return Site(
        id=site_id,
        name=stories[0].outlet,
        layout=_layout(stories, place),
        feeds=_ANNOUNCED_BY[place % len(_ANNOUNCED_BY)],
        items=tuple(sorted(items, key=lambda item: (item.published, item.path), reverse=True)),
        agency=any(story.agency for story in stories),
        language=stories[0].language,
    )


def _layout(stories: list[Story], place: int) -> LayoutName:
    """Return the layout its lines ask for first, else an agency's, else the next in turn."""
    asked = next((story.layout for story in stories if story.layout), None)
    if asked:
        return asked
    agency = any(story.agency for story in stories)
    return LayoutName.WIRE if agency else _LAYOUTS[place % len(_LAYOUTS)]


def _item(story: Story, site_id: str, published: datetime, folder: Path) -> Item:
    return Item(
        story=story,
        path=f"/{site_id}/{story.line}-{slug(story.title or '') or 'untitled'}",
        published=published,
        saved=folder / story.html if story.html is not None else None,
    )
