"""Which articles are about one happening."""

from bias.records.base import Record
from bias.records.gaps import Gap


class Event(Record, frozen=True, kw_only=True):
    """Articles, from at least two outlets, about one happening."""

    id: str
    """Readable slug of the central title plus 6 hex digits; stable over re-runs."""
    edition: str
    """ISO date of the nightly run."""
    title: str
    """Title of the most central trusted article."""
    articles: tuple[str, ...]
    """Ids, sorted."""
    outlets: tuple[str, ...]
    """Sorted, at least two."""
    gaps: tuple[Gap, ...] = ()
    """Expected articles on this event that are missing, and outlets that told nothing of it."""
