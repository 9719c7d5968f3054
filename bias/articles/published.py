"""When an article was published: as declared, as announced, or as found in the page."""

from copy import deepcopy
from datetime import UTC, datetime

from bias.articles.document import Document

_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%a, %d %b %Y %H:%M:%S %z")


def find_published(document: Document, declared: str, announced: str | None) -> str | None:
    """Return the time of publication in UTC ("2026-03-14T05:30:00Z"), ``None`` when unknown.

    A declared time of day wins, then what the feed announced, then a declared day, and at last
    what htmldate finds in the page. A time without a zone is taken for UTC.
    """
    exact = to_utc(declared) if ":" in declared else None
    found = exact or announced or to_utc(declared)
    return found or to_utc(_search(document))


def to_utc(text: str) -> str | None:
    """Return a written time in UTC, ``None`` when it is not one.

    >>> to_utc("2026-03-14T07:30:00+02:00")
    '2026-03-14T05:30:00Z'
    """
    moment = _parse(text.strip())
    if moment is None:
        return None
    try:
        aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None
    return aware.strftime("%Y-%m-%dT%H:%M:%SZ")


def _parse(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    for pattern in _FORMATS:
        try:
            return datetime.strptime(text, pattern)  # noqa: DTZ007 - to_utc adds the zone
        except ValueError:
            continue
    return None


def _search(document: Document) -> str:
    from htmldate import find_date

    return find_date(deepcopy(document.tree), original_date=True, url=document.url) or ""
