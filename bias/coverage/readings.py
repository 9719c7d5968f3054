"""What is known of one feed once it was read: whether it was whole, and how far it reaches back."""

from bias.coverage.times import Window, utc_text
from bias.records import Record


class FeedReading(Record, frozen=True, kw_only=True):
    """One feed or sitemap as it was read."""

    url: str
    problems: tuple[str, ...] = ()
    """Why more may have been announced than was read, a sentence each; empty when read whole."""
    oldest: str | None = None
    """The oldest time of its items or of a sitemap left out as too old, ISO 8601 in UTC."""
    declared: str = ""
    """Address of the declared feed it belongs to: a sitemap index and its children are one."""

    def reaches(self, window: Window) -> bool:
        """Return whether it was seen to hold something from before the window's start."""
        return self.oldest is not None and self.oldest < utc_text(window.start)
