"""Query parameters that say how a reader came to a page, and change nothing in what it shows."""

import csv
from functools import cache, lru_cache
from importlib import resources

_FILE = "trackers.csv"


@cache
def tracker_names() -> frozenset[str]:
    """Return the names listed in ``trackers.csv``, in lower case."""
    text = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    return frozenset(row["name"] for row in csv.DictReader(text.splitlines()))


@lru_cache(maxsize=4096)
def is_tracker(name: str) -> bool:
    """Return whether a parameter of this name only tracks; case does not matter.

    >>> is_tracker("CMP"), is_tracker("utm_source"), is_tracker("id")
    (True, True, False)
    """
    if name.lower() in tracker_names():
        return True
    from courlan import normalize_url

    # courlan knows families of names but also sorts and re-encodes, which can break an address:
    # it is asked about each name alone, and the rest stays as announced.
    return "?" not in normalize_url(f"https://host.example/?{name}=1")


def without_trackers(query: str) -> str:
    """Return a query without the parameters that only track, the others as they stand.

    >>> without_trackers("page=2&CMP=share_btn&_hsenc=x")
    'page=2'
    """
    pairs = query.split("&")
    return "&".join(pair for pair in pairs if pair and not is_tracker(pair.partition("=")[0]))
