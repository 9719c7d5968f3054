"""What keeps the archive from growing without end."""

from datetime import date, timedelta

from bias.archive import open_archive
from bias.config import Settings
from bias.errors import UsageError


def prune(settings: Settings, edition: str, keep_days: int) -> list[str]:
    """Remove kept pages older than ``keep_days`` before an edition; returns their editions.

    Articles, comparisons, tables and reports stay; only building them again from the pages is
    no longer possible.

    Raises:
        UsageError: fewer than one day is to be kept.
    """
    if keep_days < 1:
        message = f"keep at least one day of pages, not {keep_days}"
        raise UsageError(message)
    first_kept = date.fromisoformat(edition) - timedelta(days=keep_days)
    return open_archive(settings).forget_pages(first_kept.isoformat())
