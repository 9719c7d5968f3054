"""What the templates print: plain records, nothing left for a template to work out."""

from datetime import timedelta

from bias.demo.layouts import LAYOUTS, Layout
from bias.demo.sites import Item, Site
from bias.demo.story import LayoutName, Served
from bias.demo.telling import caption, told
from bias.records import Record
from bias.text import slug

_RELATED = 5
_DESCRIPTION = 160
_ENTRY_EVERY = timedelta(minutes=7)


class Link(Record, frozen=True, kw_only=True):
    """A headline and where it leads."""

    title: str
    path: str
    teaser: str = ""
    time: str = ""
    section: str = ""
    picture: str = ""


class Frame(Record, frozen=True, kw_only=True):
    """What every page of one site has around its content."""

    site: Site
    address: str
    """The newsroom's, without a slash at its end."""
    layout: LayoutName
    navigation: tuple[Link, ...]


class ArticleView(Record, frozen=True, kw_only=True):
    """One article page."""

    url: str
    line: int
    title: str
    browser_title: str
    standfirst: str
    description: str
    section: str
    authors: tuple[str, ...]
    byline: str
    time: str
    """As printed."""
    iso_time: str
    paragraphs: tuple[str, ...]
    entry_times: tuple[str, ...]
    """One for each paragraph, as a live blog prints them."""
    caption: str
    served: str
    complete: bool
    linked_data: str
    picture: str
    related: tuple[Link, ...]


def frame(site: Site, address: str, layout: LayoutName) -> Frame:
    """Return what surrounds the pages of a site in a layout."""
    sections = LAYOUTS[layout].sections
    links = tuple(Link(title=name, path=f"{site.home}#{slug(name)}") for name in sections)
    return Frame(site=site, address=address, layout=layout, navigation=links)


def article_view(item: Item, site: Site, address: str, layout_name: LayoutName) -> ArticleView:
    """Return what the page of one item prints."""
    story, layout = item.story, LAYOUTS[layout_name]
    paragraphs = told(story)
    return ArticleView(
        url=address + item.path,
        line=story.line,
        title=item.title,
        browser_title=_browser_title(item.title, site, layout),
        standfirst=story.subtitle,
        description=_clipped(story.subtitle or next(iter(paragraphs), item.title)),
        section=story.section or layout.sections[0],
        authors=story.authors,
        byline=_byline(story.authors, site, layout),
        time=item.published.strftime(layout.time),
        iso_time=item.published.isoformat(),
        paragraphs=paragraphs,
        entry_times=_entry_times(item, len(paragraphs)),
        caption=caption(story) if story.served is Served.VIDEO else "",
        served=story.served.value,
        complete=story.complete,
        linked_data=layout.linked_data,
        picture=_picture(item, site),
        related=_related(item, site),
    )


def front_links(site: Site) -> tuple[Link, ...]:
    """Return the headlines of a site's front page, newest first."""
    return tuple(_link(item, site) for item in site.items)


def _related(item: Item, site: Site) -> tuple[Link, ...]:
    """Return the headlines that follow on the front page, from the top again after the last."""
    place = site.items.index(item)
    others = site.items[place + 1 :] + site.items[:place]
    return tuple(_link(other, site) for other in others[:_RELATED])


def _link(item: Item, site: Site) -> Link:
    layout = LAYOUTS[site.layout]
    return Link(
        title=item.title or "Untitled",
        path=item.path,
        teaser=_clipped(item.story.subtitle),
        time=item.published.strftime(layout.time),
        section=item.story.section or layout.sections[0],
        picture=_picture(item, site),
    )


def _picture(item: Item, site: Site) -> str:
    return f"{site.home}picture/{item.story.line}.svg"


def _browser_title(title: str, site: Site, layout: Layout) -> str:
    return layout.browser_title.format(title=title, outlet=site.name) if title else site.name


def _entry_times(item: Item, count: int) -> tuple[str, ...]:
    """Return clock times going back from the publication of a live blog, the newest first."""
    return tuple(
        (item.published - place * _ENTRY_EVERY).strftime("%H:%M") for place in range(count)
    )


def _byline(authors: tuple[str, ...], site: Site, layout: Layout) -> str:
    if not authors:
        return layout.unsigned.format(outlet=site.name)
    *first, last = authors
    names = f"{', '.join(first)} and {last}" if first else last
    return layout.byline.format(authors=names)


def _clipped(text: str) -> str:
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rpartition(" ")[0] + "…"
