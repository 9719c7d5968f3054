"""One article of a coverage folder, as its line says it."""

from datetime import UTC, datetime
from enum import StrEnum

from bias.languages import DEFAULT
from bias.records import Record


class Served(StrEnum):
    """How the newsroom answers when the article's address is asked for."""

    PAGE = "page"
    """The whole article."""
    FORBIDDEN = "forbidden"
    """The whole article, but robots.txt asks not to fetch it."""
    NOT_FOUND = "not_found"
    """404, although the feeds announce it."""
    HEALS = "heals"
    """500 to the first two requests, then the whole article."""
    SLOW = "slow"
    """The whole article, after about a second and a half."""
    PAYWALLED = "paywalled"
    """The first paragraphs and a demand to subscribe."""
    LIVE_BLOG = "live_blog"
    """Every paragraph as a timed entry of a rolling page."""
    VIDEO = "video"
    """A player with a caption and no text."""
    CUT_SHORT = "cut_short"
    """The text breaks off in the middle of a sentence."""


NEEDS_PARAGRAPHS = frozenset(
    {Served.PAYWALLED, Served.LIVE_BLOG, Served.VIDEO, Served.CUT_SHORT},
)
"""Ways of serving that rewrite the text, which a saved page does not allow."""


class LayoutName(StrEnum):
    """Which kind of news site an article page looks like."""

    BROADSHEET = "broadsheet"
    TABLOID = "tabloid"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    WIRE = "wire"
    LOCAL = "local"


class Story(Record, frozen=True, kw_only=True):
    """One line of a coverage folder; ``docs/newsroom.md`` describes every field."""

    outlet: str
    title: str | None
    """Null or empty where unknown; with ``html``, the page's own title then stands in for it."""
    line: int = 0
    """Number of the line in the file, from 1; never read from the line itself."""
    event: str | None = None
    """The truth, for scoring only."""
    published: str | None = None
    """ISO 8601; decides only the order in which the night's articles appear."""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] | None = None
    html: str | None = None
    """Path, from the folder, of a page saved as it was."""
    url: str = ""
    """Where the saved page came from; nothing is ever fetched from there."""
    complete: bool = True
    """False marks an excerpt."""
    served: Served = Served.PAGE
    section: str = ""
    layout: LayoutName | None = None
    """``None`` takes the outlet's."""
    agency: bool = False
    """True on any of its lines makes the outlet a wire agency."""
    language: str = DEFAULT
    """ISO 639-1; the outlet's is that of its first line."""

    def original_time(self) -> datetime | None:
        """Return when it was published, in UTC where no zone is given; ``None`` if unknown.

        Raises:
            ValueError: the time is not ISO 8601.
        """
        if self.published is None:
            return None
        time = datetime.fromisoformat(self.published)
        return time if time.tzinfo else time.replace(tzinfo=UTC)
