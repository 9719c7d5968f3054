"""What a person gives to be compared: addresses, files or standard input, with names or without."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bias.articles.guarded import extract_safely
from bias.config import Settings
from bias.coverage.addresses import clean_address
from bias.coverage.stories import page_key
from bias.given.files import read_file
from bias.records import Gap, Outlet, Page, Record

if TYPE_CHECKING:
    from bias.storage import ArticleOrGap

_NAMED = re.compile(r"([^=/:?\\]{1,80})=(.+)", re.DOTALL)
_WEB = ("http://", "https://")


class Given(Record, frozen=True, kw_only=True):
    """One thing to compare."""

    source: str
    """An address, the path of a file, or ``-``."""
    name: str = ""
    """What to call its outlet; empty where that is to be seen from the source."""

    @property
    def is_address(self) -> bool:
        """Whether it must be fetched."""
        return "://" in self.source


def parse_given(word: str) -> Given:
    """Read one argument of the command line, ``SOURCE`` or ``NAME=SOURCE``.

    >>> parse_given("The Post=a.txt"), parse_given("https://a.example/?q=1").name
    (Given(source='a.txt', name='The Post'), '')
    """
    found = _NAMED.fullmatch(word)
    if found is None or not found.group(1).strip() or Path(word).exists():
        return Given(source=word)
    return Given(source=found.group(2), name=found.group(1).strip())


def read_given(
    settings: Settings, given: Sequence[Given], outlets: Sequence[Outlet]
) -> list["ArticleOrGap"]:
    """Return an article or a gap for each thing given, in their order; a WARC may hold several.

    Raises:
        UsageError: a file is not there, is too large or cannot be read as what it is; or an
            address is no http or https address.
    """
    pages = _fetched(settings, [each.source for each in given if each.is_address], outlets)
    rows: list[ArticleOrGap] = []
    for each in given:
        if each.is_address:
            found = [extract_safely(pages[_key(each.source)], settings)]
        else:
            found = list(read_file(settings, each.source, each.name, outlets))
        rows += [replace(row, outlet=each.name) if each.name else row for row in found]
    return rows


def _fetched(
    settings: Settings, addresses: Sequence[str], outlets: Sequence[Outlet]
) -> dict[str, Page | Gap]:
    if not addresses:
        return {}
    from bias.coverage.client import Client
    from bias.coverage.fetch import fetch_addresses

    with Client(settings) as client:
        items = list(fetch_addresses(addresses, client, settings, outlets))
    return {_key(item.url): item for item in items}


def _key(address: str) -> str:
    return page_key(clean_address(address) or address)
