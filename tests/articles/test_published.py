import pytest

from bias.articles.document import Document, read_document
from bias.articles.published import find_published, to_utc
from tests.articles.pages import make_page


def document(markup: str = "") -> Document:
    found = read_document(make_page(f"<html><head>{markup}</head><body><p>x</p></body></html>"))
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-03-14T07:30:00+02:00", "2026-03-14T05:30:00Z"),
        ("2026-03-14T05:30:00Z", "2026-03-14T05:30:00Z"),
        ("2026-03-14T05:30:00.123Z", "2026-03-14T05:30:00Z"),
        ("2026-03-14 05:30", "2026-03-14T05:30:00Z"),
        ("2026-03-14", "2026-03-14T00:00:00Z"),
        ("Sat, 14 Mar 2026 05:30:00 +0000", "2026-03-14T05:30:00Z"),
        ("yesterday", None),
        ("", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_written_times_in_utc(written: str, utc: str | None) -> None:
    assert to_utc(written) == utc


ANNOUNCED = "2026-03-13T20:00:00Z"


@pytest.mark.parametrize(
    ("declared", "announced", "found"),
    [
        ("2026-03-13T18:00:00Z", ANNOUNCED, "2026-03-13T18:00:00Z"),
        ("2026-03-13", ANNOUNCED, ANNOUNCED),
        ("soon: today", ANNOUNCED, ANNOUNCED),
        ("2026-03-13", None, "2026-03-13T00:00:00Z"),
    ],
)
def test_the_most_exact_source_wins(declared: str, announced: str | None, found: str) -> None:
    assert find_published(document(), declared, announced) == found


def test_the_page_is_searched_last() -> None:
    page = document('<meta itemprop="datePublished" content="2025-11-02">')
    assert find_published(page, "", None) == "2025-11-02T00:00:00Z"
    assert find_published(document(), "", None) is None
