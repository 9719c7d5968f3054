"""Outlets, where they announce their articles, and the pages that their addresses answered."""

from typing import Literal

from bias.languages import DEFAULT
from bias.records.base import Record

Kind = Literal["rss", "sitemap", "news_sitemap"]
Ownership = Literal["", "public", "private", "state", "non-profit", "party"]


class Feed(Record, frozen=True, kw_only=True):
    """One place where an outlet announces its articles."""

    url: str
    kind: Kind = "rss"
    """``rss`` covers RSS, Atom and JSON Feed; ``news_sitemap`` is Google's news sitemap.

    What people expect there; what an answer is, is seen from its content.
    """


class Outlet(Record, frozen=True, kw_only=True):
    """A publisher with feeds, as declared in ``outlets.toml``."""

    id: str
    """Lower-case letters, digits and hyphens; names files and appears in addresses."""
    name: str
    homepage: str
    feeds: tuple[Feed, ...] = ()
    language: str = DEFAULT
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
    url: str
    title: str = ""
    """Empty when the feed gives none."""
    published: str | None = None
    """ISO 8601 in UTC, a year or month alone where the feed gives no more, ``None`` if nothing."""


class Page(Record, frozen=True, kw_only=True):
    """What one address answered, as kept in the WARC."""

    outlet: str
    url: str
    """The address as announced."""
    final_url: str
    """The address that answered, after redirects."""
    status: int
    content_type: str
    fetched_at: str
    """ISO 8601 in UTC."""
    body: bytes
    title: str = ""
    """The title as announced, empty when none was."""
    published: str | None = None
    """The time as announced, ISO 8601 in UTC."""
    reserved: tuple[str, ...] = ()
    """What the page asks of those who keep or mine it: ``noarchive``, ``tdm-reservation``."""
