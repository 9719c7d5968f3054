"""Why an expected article is missing or untrusted."""

from enum import StrEnum

from bias.records.base import Record


class GapReason(StrEnum):
    """Why an expected article is missing or cannot be trusted."""

    NOT_PUBLISHED = "not_published"
    """All that the outlet announced in the window was read and trusted; none was on the event."""
    UNKNOWN = "unknown"
    """Some of what the outlet announced could not be read, so nothing is known of the event."""
    FEED_INCOMPLETE = "feed_incomplete"
    """A feed broke off, held more than is read or items without an address, or told nothing."""
    FEED_TOO_SHORT = "feed_too_short"
    """A feed does not reach back to the start of the window."""
    OUTLET_UNREACHABLE = "outlet_unreachable"
    """None of the outlet's feeds could be read, so nothing is known of that night."""
    NOT_ASKED = "not_asked"
    """The outlet was not among those asked for this edition."""
    NOT_READ = "not_read"
    """What is kept of the outlet's pages is damaged, or nothing could be kept of them."""
    FORBIDDEN = "forbidden"
    """robots.txt asks us not to fetch the address."""
    NOT_FETCHED = "not_fetched"
    """The address was announced but did not answer with a page (error, timeout, too large)."""
    OUTSIDE_WINDOW = "outside_window"
    """The page's own date lies outside the window, so the article is not of this edition."""
    FAILED = "failed"
    """Reading the page ended in an error of ours; the log holds the traceback."""
    CONSENT_WALL = "consent_wall"
    """The page asks to agree to tracking instead of showing the article."""
    BOT_CHECK = "bot_check"
    """The page checks whether a person asks instead of showing the article."""
    LOGIN_WALL = "login_wall"
    """The page asks to log in or register instead of showing the article."""
    SOFT_404 = "soft_404"
    """The page says that there is no such article, though its status says otherwise."""
    INDEX_PAGE = "index_page"
    """The page lists articles instead of being one."""
    NEEDS_SCRIPT = "needs_script"
    """The page shows its text only to a browser that runs its scripts."""
    REFRESHES = "refreshes"
    """The page holds no article but sends a browser on to another address."""
    OTHER_PAGE = "other_page"
    """The page is not the article that was announced: it tells nothing of the announced title."""
    PAYWALLED = "paywalled"
    """The page shows only the beginning and asks for a subscription."""
    CUT_SHORT = "cut_short"
    """The text breaks off before its end."""
    DOUBTFUL = "doubtful"
    """It is not sure that the text found is the article, whole and alone."""
    NO_TEXT = "no_text"
    """The page holds no article text (a video, a gallery, an index)."""
    LIVE_BLOG = "live_blog"
    """A rolling page of many short entries, not one telling."""
    TOO_SHORT = "too_short"
    """Fewer words than a telling needs."""
    TOO_LONG = "too_long"
    """More text than a news article holds; it is not read further."""
    OTHER_LANGUAGE = "other_language"
    """The outlet printed articles in another language than the event's, which are not compared."""
    UNSUPPORTED_LANGUAGE = "unsupported_language"
    """The text is in a language for which there is no lexicon."""
    UNREADABLE = "unreadable"
    """The answer is not a web page (a broken encoding, a binary file)."""


NOT_THE_ARTICLE = frozenset(
    {
        GapReason.CONSENT_WALL,
        GapReason.BOT_CHECK,
        GapReason.LOGIN_WALL,
        GapReason.SOFT_404,
        GapReason.INDEX_PAGE,
        GapReason.NEEDS_SCRIPT,
        GapReason.REFRESHES,
        GapReason.OTHER_PAGE,
    }
)
"""Reasons that say that a page's text is not that of the announced article, not even a part."""


class Gap(Record, frozen=True, kw_only=True, tag="gap", tag_field="type"):
    """A coverage gap: why an expected article is missing or untrusted."""

    outlet: str
    """Id of the outlet."""
    reason: GapReason
    """Why it is missing or untrusted."""
    detail: str
    """One sentence for the reader: what happened, with status, limit or rule."""
    url: str = ""
    """Empty when the gap is not about one address (an unreachable outlet, nothing published)."""
    title: str = ""
    """As announced, empty when unknown."""
    published: str | None = None
    """As announced, ISO 8601 in UTC; ``None`` when unknown."""
