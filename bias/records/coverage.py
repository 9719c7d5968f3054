"""Outlets, where they announce their articles, and the pages that their addresses answered."""

from typing import Literal

from bias.languages import DEFAULT
from bias.records.base import Record

Kind = Literal["rss", "sitemap", "news_sitemap"]
Ownership = Literal["", "public", "private", "state", "non-profit", "party"]


class Feed(Record, frozen=True, kw_only=True):
    """One place where an outlet announces its articles."""

    url: str
    """Its address."""
    kind: Kind = "rss"
    """``rss`` covers RSS, Atom and JSON Feed; ``news_sitemap`` is Google's news sitemap.

    What people expect there; what an answer is, is seen from its content.
    """


class Outlet(Record, frozen=True, kw_only=True):
    """A publisher with feeds, as declared in ``outlets.toml``."""

    id: str
    """Lower-case letters, digits and hyphens; names files and appears in addresses."""
    name: str
    """As shown to readers."""
    homepage: str
    """Address of its front page."""
    feeds: tuple[Feed, ...] = ()
    """Where it announces its articles."""
    language: str = DEFAULT
    """ISO 639-1 code of the language it prints in."""
    agency: bool = False
    """True for a wire agency, whose text others carry."""
    country: str = ""
    """ISO 3166 two-letter code in lower case, empty when not stated."""
    replayed: bool = False
    """True where kept pages are replayed as if they were of the night; their own dates are past."""
    ownership: Ownership = ""
    """Kind of owner, empty when not stated; says nothing of what it publishes."""


class Announcement(Record, frozen=True, kw_only=True):
    """One article as a feed or sitemap announced it."""

    outlet: str
    """Id of the outlet."""
    url: str
    """The address as announced."""
    title: str = ""
    """Empty when the feed gives none."""
    published: str | None = None
    """ISO 8601 in UTC, a year or month alone where the feed gives no more, ``None`` if nothing."""


class Page(Record, frozen=True, kw_only=True):
    """What one address answered, as kept in the WARC."""

    outlet: str
    """Id of the outlet."""
    url: str
    """The address as announced."""
    final_url: str
    """The address that answered, after redirects."""
    status: int
    """HTTP status of the answer."""
    content_type: str
    """As the answer states it, empty when it does not."""
    fetched_at: str
    """ISO 8601 in UTC."""
    body: bytes
    """The answer as it came."""
    title: str = ""
    """The title as announced, empty when none was."""
    published: str | None = None
    """The time as announced, ISO 8601 in UTC."""
    reserved: tuple[str, ...] = ()
    """What the page asks of those who keep or mine it: ``noarchive``, ``tdm-reservation``."""
