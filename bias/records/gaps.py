"""Why an expected article is missing or untrusted."""

from enum import StrEnum

from bias.records.base import Record


class GapReason(StrEnum):
    """Why an expected article is missing or cannot be trusted."""

    NOT_PUBLISHED = "not_published"
    """The outlet was read whole and carried nothing on the event."""
    OUTLET_UNREACHABLE = "outlet_unreachable"
    """None of the outlet's feeds could be read, so nothing is known of that night."""
    NOT_ASKED = "not_asked"
    """The outlet was not among those asked for this edition."""
    NOT_READ = "not_read"
    """What is kept of the outlet's pages is damaged."""
    FORBIDDEN = "forbidden"
    """robots.txt asks us not to fetch the address."""
    NOT_FETCHED = "not_fetched"
    """The address was announced but did not answer with a page (error, timeout, too large)."""
    PAYWALLED = "paywalled"
    """The page shows only the beginning and asks for a subscription."""
    CUT_SHORT = "cut_short"
    """The text breaks off before its end."""
    NO_TEXT = "no_text"
    """The page holds no article text (a video, a gallery, an index)."""
    LIVE_BLOG = "live_blog"
    """A rolling page of many short entries, not one telling."""
    TOO_SHORT = "too_short"
    """Fewer words than a telling needs."""
    TOO_LONG = "too_long"
    """More text than a news article holds; it is not read further."""
    UNSUPPORTED_LANGUAGE = "unsupported_language"
    """The text is in a language for which there is no lexicon."""
    UNREADABLE = "unreadable"
    """The answer is not a web page (a broken encoding, a binary file)."""


class Gap(Record, frozen=True, kw_only=True, tag="gap", tag_field="type"):
    """A coverage gap: why an expected article is missing or untrusted."""

    outlet: str
    reason: GapReason
    detail: str
    """One sentence for the reader: what happened, with status, limit or rule."""
    url: str = ""
    """Empty when the gap is not about one address (an unreachable outlet, nothing published)."""
    title: str = ""
    """As announced, empty when unknown."""
    published: str | None = None
