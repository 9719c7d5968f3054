"""What keeps the archive from growing without end."""

from collections.abc import Sequence
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
    return forget_pages(settings, old_pages(settings, edition, keep_days))


def old_pages(settings: Settings, edition: str, keep_days: int) -> list[str]:
    """Return the editions whose pages are older than ``keep_days`` before an edition.

    Raises:
        UsageError: fewer than one day is to be kept.
    """
    if keep_days < 1:
        message = f"keep at least one day of pages, not {keep_days}"
        raise UsageError(message)
    first_kept = (date.fromisoformat(edition) - timedelta(days=keep_days)).isoformat()
    return [kept for kept in open_archive(settings).editions_with_pages() if kept < first_kept]


def forget_pages(settings: Settings, editions: Sequence[str]) -> list[str]:
    """Remove the kept pages of these editions; returns them."""
    archive = open_archive(settings)
    for edition in editions:
        archive.forget_pages(edition)
    return list(editions)
