"""Which edition and outlet a page of a collection belongs to: by its own date, by its address."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256

from msgspec.structs import replace

from bias.articles.by_metadata import read_metadata
from bias.articles.document import Refusal, read_document
from bias.articles.published import find_published, to_utc
from bias.config import Settings
from bias.coverage.addresses import clean_address, outlet_of
from bias.coverage.zones import read_moment
from bias.imports.found import RawPage, Skipped
from bias.records import Outlet, Page, Record
from bias.text import fold, slug

_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_MIDNIGHT = "T00:00:00Z"
_NOON = "T12:00:00Z"


class When(Record, frozen=True):
    """A moment or day of publication."""

    moment: str
    """ISO 8601 in UTC; of a day its noon."""
    is_day: bool


class Placed(Record, frozen=True, kw_only=True):
    """A page with the edition it belongs to."""

    edition: str
    page: Page


class Sorter:
    """Places pages by the settings and the declared outlets."""

    def __init__(self, settings: Settings, outlets: Sequence[Outlet], edition: str = "") -> None:
        """Take what is declared, and the edition of pages without a date (empty: left out)."""
        self._settings = settings
        self._outlets = outlets
        self._edition = edition

    def place(self, raw: RawPage) -> Placed | Skipped:
        """Return a page in its edition, or why it is in none."""
        outlet = self._outlet(raw)
        if not outlet:
            return Skipped(place=raw.place, reason="neither a web address nor an outlet")
        page = _page(raw, outlet)
        if page is None:
            return Skipped(place=raw.place, reason="no web address")
        when = read_when(raw.published) if raw.published and not raw.outlet_is_id else None
        when = when or _own_date(page) or read_when(raw.published)
        if when is None and not self._edition:
            return Skipped(place=raw.place, reason="no date of its own (--edition names one)")
        return Placed(edition=self._edition_of(when), page=_dated(page, when))

    def _edition_of(self, when: When | None) -> str:
        if when is None:
            return self._edition
        if when.is_day:
            return when.moment.partition("T")[0]
        return self._settings.edition_at(datetime.fromisoformat(when.moment))

    def _outlet(self, raw: RawPage) -> str:
        if raw.outlet_is_id:
            return raw.outlet
        if raw.outlet:
            return self._ids.get(fold(raw.outlet)) or slug(raw.outlet, 60)
        address = clean_address(raw.url)
        return outlet_of(address, self._outlets).id if address else ""

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        by_name = {fold(outlet.name): outlet.id for outlet in self._outlets}
        return by_name | {outlet.id: outlet.id for outlet in self._outlets}


def read_when(text: str) -> When | None:
    """Return when a collection says something was published, ``None`` where it cannot be read.

    Seconds and milliseconds since 1970 are read too; midnight without a zone is a day.

    >>> read_when("2019-04-30 00:00:00")
    When(moment='2019-04-30T12:00:00Z', is_day=True)
    >>> read_when("1556658000")
    When(moment='2019-04-30T21:00:00Z', is_day=False)
    """
    text = text.strip()
    if _EPOCH.fullmatch(text):
        text = datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    moment = to_utc(text)
    if moment is None:
        return None
    exact = read_moment(text)
    is_day = exact is None or (exact.tzinfo is None and moment.endswith(_MIDNIGHT))
    return When(moment.partition("T")[0] + _NOON if is_day else moment, is_day)


def _own_date(page: Page) -> When | None:
    """Return the date that a page states itself, ``None`` where it states none."""
    document = read_document(page)
    if isinstance(document, Refusal):
        return None
    times = read_metadata(document).times
    stated = next((when for text in times if (when := read_when(text))), None)
    return stated or read_when(find_published(document, times, None).moment or "")


def _page(raw: RawPage, outlet: str) -> Page | None:
    made = f"https://{outlet}.invalid/{sha256(raw.body).hexdigest()[:16]}"
    url = clean_address(raw.url or made)
    if url is None:
        return None
    return Page(
        outlet=outlet,
        url=url,
        final_url=url,
        status=200,
        content_type=raw.content_type,
        fetched_at=raw.fetched_at,
        body=raw.body,
        title=raw.title,
    )


def _dated(page: Page, when: When | None) -> Page:
    moment = when.moment if when else None
    # A text that was never fetched bears the date of its publication, which stays the same.
    fetched = page.fetched_at or moment or "1970-01-01T00:00:00Z"
    return replace(page, published=moment, fetched_at=fetched)
