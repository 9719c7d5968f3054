"""When an article was published: as declared, as announced, or as found in the page."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from itertools import islice

import lxml.html
import msgspec
from lxml.html import HtmlElement

from bias.articles.document import Document
from bias.coverage.zones import read_moment

MAX_SEARCHED = 5_000
"""Elements looked at for a stated time."""
MAX_STATED_CHARS = 120
"""An element with more text states no time but holds a text."""

_TIME_TAGS = ("div", "span", "p", "li", "small", "em", "td", "b", "time", "abbr")
_TIME_NAMES = re.compile(
    r"(?:^|[\s_\-])(?:date|time|published|pubdate|timestamp|dateline|posted|byline|meta|info)(?:$|[\s_\-])"
    r"|[a-z](?:Date|Time)(?:$|[\s_\-A-Z])|datePublished|timestamp|pubdate"
)
_PRINTED_DAY = re.compile(
    r"\b(?:\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)\b"
)
_ELSEWHERE = frozenset({"aside", "nav", "footer"})
_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?")
_UTC_TEXT = "%Y-%m-%dT%H:%M:%SZ"


class Publication(msgspec.Struct, frozen=True):
    """A moment of publication, as records hold it."""

    moment: str | None = None
    """In UTC ("2026-03-14T05:30:00Z"), ``None`` when unknown."""
    zone: str = ""
    """The offset from UTC in which the page states it ("-05:00"), empty when it states none."""


def find_published(
    document: Document, declared: Sequence[str], announced: str | None
) -> Publication:
    """Return when an article was published.

    A declared time of day wins, then what the feed announced, then a declared day, and at last
    what htmldate finds in the page's markup or address; never a year or day in its text. A time
    without a zone is taken for UTC.
    """
    exact = next((found for text in declared if (found := _exact(text))), None)
    if exact is not None:
        return exact
    days = (to_utc(text) for text in declared)
    day = next((found for found in days if found), None)
    return Publication(to_utc(announced or "") or day or to_utc(_search(document)))


def to_utc(text: str) -> str | None:
    """Return a written time or day in UTC, ``None`` when it is neither.

    >>> to_utc("2026-03-14T07:30:00+02:00"), to_utc("Sat Nov 18 2017 15:21:41 GMT+0100")
    ('2026-03-14T05:30:00Z', '2017-11-18T14:21:41Z')
    """
    exact = _exact(text)
    if exact is not None:
        return exact.moment
    day = _day(text.strip())
    return day.strftime(_UTC_TEXT) if day else None


def _exact(text: str) -> Publication | None:
    moment = read_moment(_COMPACT.sub(r"\1-\2-\3T\4:\5:\g<6>", text).rstrip(":"))
    if moment is None:
        return None
    try:
        aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None
    offset = moment.strftime("%z")
    return Publication(aware.strftime(_UTC_TEXT), f"{offset[:3]}:{offset[3:5]}" if offset else "")


def _day(text: str) -> datetime | None:
    for pattern in _DAYS:
        try:
            return datetime.strptime(text, pattern)  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _search(document: Document) -> str:
    """Ask htmldate, which sees only the head, the headings and what is named after a time.

    The text and the footer are kept from it: it would guess from any year they name. A day that is
    plainly written out needs no guess.
    """
    stating = list(_stating_times(document.tree))
    printed = (_PRINTED_DAY.search(" ".join(one.text_content().split())) for one in stating)
    plain = next((found.group().replace(".", "") for found in printed if found), "")
    if plain and to_utc(plain):
        return plain
    from htmldate import find_date

    head = document.tree.find("head")
    page = lxml.html.Element("html")
    page.append(deepcopy(head) if head is not None else lxml.html.Element("head"))
    body = lxml.html.Element("body")
    body.extend(deepcopy(element) for element in stating)
    page.append(body)
    found = find_date(page, original_date=True, extensive_search=False, url=document.url)
    return found or ""


def _stating_times(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in islice(tree.iter(*_TIME_TAGS), MAX_SEARCHED):
        names = " ".join(element.get(name, "") for name in ("class", "id", "itemprop"))
        beside = any(parent.tag in _ELSEWHERE for parent in element.iterancestors())
        short = len(element.text_content()) <= MAX_STATED_CHARS
        if _TIME_NAMES.search(names) and short and not beside:
            yield element
