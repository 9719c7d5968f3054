"""Where everything lives, and what may be the name of an edition, an outlet or an event."""

import re
from datetime import date

from upath import UPath

from bias.errors import UsageError

LIST = "list-"
"""How the further pages of a night begin; the id of an event ends in six digits of a digest."""
REPORT_SUFFIXES = ("html", "json", "csv")

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}")


class Paths:
    """Every path below the two roots."""

    def __init__(self, root: str, reports: str) -> None:
        """Name the roots; nothing is created until the first write."""
        self.root = UPath(root)
        self.reports = UPath(reports)

    def folder(self, kind: str, edition: str) -> UPath:
        """Return where what one stage leaves of an edition lives: its pages, articles and so on."""
        return self.root / kind / checked_edition(edition)

    def pages_path(self, edition: str, outlet: str) -> UPath:
        """Return where the WARC of one outlet's pages lives."""
        return self.folder("pages", edition) / f"{_name(outlet)}.warc.gz"

    def articles_path(self, edition: str, outlet: str) -> UPath:
        """Return where one outlet's articles and gaps live."""
        return self.folder("articles", edition) / f"{_name(outlet)}.jsonl"

    def events_path(self, edition: str) -> UPath:
        """Return where the events of an edition live."""
        return self.root / "events" / f"{checked_edition(edition)}.json"

    def event_articles_path(self, edition: str, event: str) -> UPath:
        """Return where the articles of one nightly event live, beside those of their outlets."""
        return self.folder("event_articles", edition) / f"{_name(event)}.jsonl"

    def summary_path(self, edition: str) -> UPath:
        """Return where what the pages of many editions show of one lives."""
        return self.root / "summaries" / f"{checked_edition(edition)}.json"

    def alignment_path(self, edition: str, event: str) -> UPath:
        """Return where the aligned passages of one event live."""
        return self.folder("alignments", edition) / f"{_name(event)}.json"

    def comparison_path(self, edition: str, event: str) -> UPath:
        """Return where the comparison of one event lives."""
        return self.folder("comparisons", edition) / f"{_name(event)}.json"

    def by_hand_folder(self, edition: str, event: str) -> UPath:
        """Return where the pages, articles and event of a comparison by hand live."""
        return self.folder("by_hand", edition) / _name(event)

    def table_path(self, table: str, edition: str) -> UPath:
        """Return where one tidy table of an edition lives."""
        return self.root / "tables" / table / f"edition={checked_edition(edition)}" / "part.parquet"

    def reports_folder(self, edition: str) -> UPath:
        """Return where the reports of an edition live."""
        return self.reports / checked_edition(edition)

    def report_path(self, edition: str, event: str, suffix: str) -> UPath:
        """Return where a report of one event lives; ``suffix`` is ``html``, ``json`` or ``csv``."""
        return self.reports_folder(edition) / f"{_name(event)}.{suffix}"

    def article_pages_folder(self, edition: str, event: str) -> UPath:
        """Return where the pages of an event's articles live, ``<article>.html`` each."""
        return self.reports_folder(edition) / _name(event)

    def edition_index_path(self, edition: str) -> UPath:
        """Return where the front page of an edition lives."""
        return self.reports_folder(edition) / "index.html"

    def list_path(self, edition: str, number: int) -> UPath:
        """Return where a further page of the events of an edition lives; the second is 2."""
        return self.reports_folder(edition) / f"{LIST}{number}.html"

    def index_path(self) -> UPath:
        """Return where the front page of all editions lives."""
        return self.reports / "index.html"

    def month_path(self, month: str) -> UPath:
        """Return where the list of the editions of a month lives; a month is like "2026-03"."""
        return self.reports / "months" / f"{_name(month)}.html"

    def shard_path(self, month: str) -> UPath:
        """Return where the titles and names of a month that are searched live."""
        return self.reports / "search" / f"{_name(month)}.js"

    def figures_path(self, edition: str) -> UPath:
        """Return where the counts of an edition live that trends are made from."""
        return self.root / "figures" / f"{checked_edition(edition)}.json"

    def measures_folder(self, edition: str) -> UPath:
        """Return where what each task of an edition took lives, a file a task."""
        return self.folder("measured", edition)

    def measure_path(self, edition: str, stage: str, first: str) -> UPath:
        """Return where what one task took lives; ``first`` is the first id it worked on."""
        return self.measures_folder(edition) / f"{_name(stage)}.{_name(first)}.json"

    def night_table_path(self, edition: str) -> UPath:
        """Return where the facts and figures of an edition that operators look at live."""
        return self.root / "measured" / f"{checked_edition(edition)}.json"

    def measured_page_path(self, edition: str) -> UPath:
        """Return where the page of what each stage took lives, apart from what is the same."""
        return self.reports / "measured" / f"{checked_edition(edition)}.html"

    def trends_path(self) -> UPath:
        """Return where the page of outlets over weeks lives."""
        return self.reports / "trends.html"

    def search_page_path(self) -> UPath:
        """Return where the page of the search lives."""
        return self.reports / "search.html"


def is_edition(name: str) -> bool:
    """Return whether a name is a date as editions are named.

    >>> is_edition("2026-03-14"), is_edition("2026-3-14"), is_edition("20260314")
    (True, False, False)
    """
    try:
        return date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False


def checked_edition(edition: str) -> str:
    """Return the edition itself.

    Raises:
        UsageError: it is no date.
    """
    if not is_edition(edition):
        message = f"{edition!r} is no edition; write a date like 2026-03-14"
        raise UsageError(message)
    return edition


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        message = f"{name!r} is no id of an outlet or event (lower-case letters, digits, hyphens)"
        raise UsageError(message)
    return name
