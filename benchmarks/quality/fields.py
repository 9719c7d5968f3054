"""Title, day of publication and authors, where a set of pages labels them.

- ``title_exact``: share of titles that are the label, but for the make of quotation marks and
  dashes, case and space.
- ``published_day``: share of pages whose time falls on the labelled day in the zone that the page
  states; a page that states none is taken in UTC.
- ``authors_f1``: names found and labelled, counted over all pages that have labelled authors.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Protocol

import msgspec

from benchmarks.rows import Row, f1, row
from bias.records import Article

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")


class Labels(Protocol):
    """What a person read on a page."""

    @property
    def title(self) -> str | None:
        """The title."""

    @property
    def date(self) -> str | None:
        """The day."""

    @property
    def authors(self) -> str | None:
        """The authors, separated by commas."""


class Names(msgspec.Struct, frozen=True):
    """Authors of one page: found and labelled, only found, only labelled."""

    both: int
    ours: int
    labelled: int


def measure_fields(
    name: str, pages: Sequence[Labels], articles: Sequence[Article | None]
) -> Iterator[Row]:
    """Yield one row for each field that the set labels."""
    pairs = list(zip(pages, articles, strict=True))
    titles = [_same(page.title, a.title if a else "") for page, a in pairs if page.title]
    days = [(page.date or "")[:10] == local_day(a) for page, a in pairs if page.date]
    names = [
        compare(page.authors or "", a.authors if a else ()) for page, a in pairs if page.authors
    ]
    for metric, units in (("title_exact", titles), ("published_day", days)):
        if units:
            yield row(name, "ours", metric, units, _share)
    if names:
        statistic: Callable[[Sequence[Names]], float] = _names_f1
        yield row(name, "ours", "authors_f1", names, statistic)


def local_day(article: Article | None) -> str:
    """Return the day of publication in the zone the page states, empty when unknown."""
    if article is None or not article.published:
        return ""
    moment = datetime.fromisoformat(article.published)
    if offset := _OFFSET.fullmatch(article.zone):
        sign, hours, minutes = offset.groups()
        shift = timedelta(hours=int(hours), minutes=int(minutes))
        moment += -shift if sign == "-" else shift
    return moment.date().isoformat()


def compare(labelled: str, found: Sequence[str]) -> Names:
    """Compare the authors of one page.

    >>> compare("Ada Ray, Ben Ode", ["Ada Ray", "The Herald"])
    Names(both=1, ours=1, labelled=1)
    """
    truth = {_plain(part) for part in _BETWEEN.split(labelled) if part.strip()}
    ours = {_plain(one) for one in found}
    return Names(len(truth & ours), len(ours - truth), len(truth - ours))


def _same(labelled: str | None, found: str) -> bool:
    return _plain(labelled or "") == _plain(found)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES).replace("…", "...")
    return " ".join(text.split()).casefold().rstrip(".")


def _share(units: Sequence[bool]) -> float:
    return sum(units) / len(units) if units else 0.0


def _names_f1(units: Sequence[Names]) -> float:
    both = sum(unit.both for unit in units)
    ours, labelled = sum(unit.ours for unit in units), sum(unit.labelled for unit in units)
    precision = both / (both + ours) if both + ours else 0.0
    return f1(precision, both / (both + labelled) if both + labelled else 0.0)
