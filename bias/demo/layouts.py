"""The looks of the replayed sites; each has a template and a stylesheet of the same name."""

from typing import Literal

from bias.demo.story import LayoutName
from bias.records import Record


class Layout(Record, frozen=True, kw_only=True):
    """How one kind of news site words and marks up what surrounds an article."""

    browser_title: str
    """Pattern of the window's title, with ``{title}`` and ``{outlet}``."""
    byline: str
    """Pattern of the byline, with ``{authors}``."""
    unsigned: str
    """Pattern of the byline where no author is known, with ``{outlet}``."""
    time: str
    """How a time is printed, as ``strftime`` has it."""
    linked_data: Literal["article", "graph", "none"]
    """Whether the page describes itself in JSON-LD, and whether inside a ``@graph``."""
    sections: tuple[str, ...]
    """The site's navigation."""


LAYOUTS: dict[LayoutName, Layout] = {
    LayoutName.BROADSHEET: Layout(
        browser_title="{title} | {outlet}",
        byline="{authors}",
        unsigned="{outlet} staff",
        time="%a %d %b %Y %H.%M %Z",
        linked_data="article",
        sections=("World", "Politics", "Business", "Opinion", "Culture", "Sport"),
    ),
    LayoutName.TABLOID: Layout(
        browser_title="{title} - {outlet}",
        byline="By {authors}",
        unsigned="By {outlet} reporter",
        time="Published: %H:%M, %d %B %Y",
        linked_data="graph",
        sections=("News", "Showbiz", "Sport", "Money", "Travel", "Puzzles"),
    ),
    LayoutName.BROADCASTER: Layout(
        browser_title="{title} - {outlet}",
        byline="{authors}",
        unsigned="{outlet} News",
        time="%d %B %Y, %H:%M %Z",
        linked_data="article",
        sections=("News", "Regions", "Weather", "Watch", "Listen"),
    ),
    LayoutName.MAGAZINE: Layout(
        browser_title="{title} • {outlet}",
        byline="Words by {authors}",
        unsigned="{outlet} editors",
        time="%B %d, %Y %I:%M %p",
        linked_data="graph",
        sections=("Latest", "Investigations", "Essays", "Podcasts", "Donate"),
    ),
    LayoutName.WIRE: Layout(
        browser_title="{title} | {outlet}",
        byline="By {authors}",
        unsigned="{outlet} desk",
        time="%Y-%m-%d %H:%M %Z",
        linked_data="article",
        sections=("Top news", "World", "Markets", "Sport", "Pictures"),
    ),
    LayoutName.LOCAL: Layout(
        browser_title="{outlet}: {title}",
        byline="by {authors}",
        unsigned="by our own reporter",
        time="%d/%m/%Y %H:%M",
        linked_data="none",
        sections=("Town", "Courts", "Schools", "Sport", "Letters", "Classifieds"),
    ),
}
