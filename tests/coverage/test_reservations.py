"""What a page asks of those who keep or mine it."""

import pytest

from bias.articles.extract import extract_article
from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.reservations import NOARCHIVE, TDM, read_reservations
from bias.records import Article, Page
from tests.coverage.fetching import one
from tests.coverage.site import Site

ROBOT = "desk-robot"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("X-Robots-Tag", "noarchive", (NOARCHIVE,)),
        ("x-robots-tag", "noindex, NoArchive", (NOARCHIVE,)),
        ("X-Robots-Tag", "desk-robot: noarchive", (NOARCHIVE,)),
        ("X-Robots-Tag", "other-robot: noindex, noarchive", ()),
        ("X-Robots-Tag", "other-robot: noarchive, desk-robot: nosnippet", ()),
        ("X-Robots-Tag", "unavailable_after: 25 Jun 2027 15:00:00 PST, noarchive", (NOARCHIVE,)),
        ("X-Robots-Tag", "max-snippet:-1, index", ()),
        ("X-Robots", "noarchive", ()),
        ("tdm-reservation", "1", (TDM,)),
        ("TDM-Reservation", " 1 ", (TDM,)),
        ("TDM-Reservation", "0", ()),
        ("TDM-Reservation", "yes", ()),
    ],
)
def test_headers(name: str, value: str, expected: tuple[str, ...]) -> None:
    assert read_reservations(((name, value),), b"<html>", ROBOT) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="robots" content="index, noarchive">', (NOARCHIVE,)),
        ("<META CONTENT='NOARCHIVE' NAME='ROBOTS' />", (NOARCHIVE,)),
        ("<meta name=robots content=noarchive>", (NOARCHIVE,)),
        ('<meta name="desk-robot" content="noarchive">', (NOARCHIVE,)),
        ('<meta name="other-robot" content="noarchive">', ()),
        ('<meta name=robots content=all><meta name=robots content=noarchive>', (NOARCHIVE,)),
        ('<!-- <meta name="robots" content="noarchive"> -->', ()),
        ("<p>The word noarchive and tdm-reservation in a text.</p>", ()),
        ('<meta name="tdm-reservation" content="1">', (TDM,)),
        ('<meta name="tdm-reservation" content="0">', ()),
        ('<meta name="robots" content="noarchive"><meta name="tdm-reservation" content="1">',
         (NOARCHIVE, TDM)),
        ('<meta name="robots" content="noarchive' + "x" * 5000, ()),
        ("<meta " * 50_000 + "noarchive", ()),
        ("<!--" * 50_000 + "noarchive", ()),
    ],
)  # fmt: skip
def test_meta_tags(head: str, expected: tuple[str, ...]) -> None:
    assert read_reservations((), f"<html><head>{head}</head>".encode(), ROBOT) == expected


def test_the_page_speaks_before_the_header() -> None:
    page = b'<meta name="tdm-reservation" content="0">'
    assert read_reservations(((TDM, "1"),), page, ROBOT) == ()


def test_it_is_kept_with_the_page_and_its_article(
    site: Site, client: Client, settings: Settings
) -> None:
    words = " ".join(["The ferry came in before noon with all who had waited for it."] * 20)
    head = "<title>The ferry came in</title>"
    body = f"<html><head>{head}</head><body><article><p>{words}</p></article></body></html>"
    site.put("/a", body, headers=(("X-Robots-Tag", "noarchive"), ("TDM-Reservation", "1")))
    page = one(site, client, settings, "/a")
    assert isinstance(page, Page)
    assert page.reserved == (NOARCHIVE, TDM)
    article = extract_article(page, settings)
    assert isinstance(article, Article)
    assert article.reserved == page.reserved
