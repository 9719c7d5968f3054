"""What is found in a collection: pages that are not yet sorted, and places that gave none."""

from bias.records import Record


class RawPage(Record, frozen=True, kw_only=True):
    """One page or text of a collection."""

    place: str
    """File, and record or line, for messages."""
    body: bytes
    """HTML."""
    url: str = ""
    """Its address, empty when the collection gives none."""
    outlet: str = ""
    """Name or id of its outlet as the collection gives it, empty when it gives none."""
    outlet_is_id: bool = False
    """Whether that is the id of an outlet, as in our own files."""
    published: str = ""
    """When it was published, as written; empty when the collection does not say."""
    title: str = ""
    """As the collection gives it beside the page, empty when it does not."""
    content_type: str = "text/html; charset=utf-8"
    fetched_at: str = ""
    """ISO 8601 in UTC, empty when it was not fetched."""


class Skipped(Record, frozen=True, kw_only=True):
    """A file, record or line that gave no page."""

    place: str
    reason: str
    """A few words, the same for all of one kind, so that they can be counted."""
