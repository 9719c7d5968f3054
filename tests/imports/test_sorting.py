import pytest

from bias.config import Settings
from bias.imports.found import RawPage, Skipped
from bias.imports.sorting import Placed, Sorter
from bias.records import Outlet
from tests.imports.collection import html

STORY = "https://www.harbour.example/news/ferry-sails-again"
DECLARED = Outlet(id="harbour", name="Harbour Gazette", homepage="https://harbour.example/")


def place(edition: str = "", timezone: str = "UTC", **fields: str) -> Placed | Skipped:
    settings = Settings(_env_file=None, timezone=timezone)
    body = html(date=fields.pop("date", ""))
    raw = RawPage(place="here", body=body, **{"url": STORY, **fields})  # type: ignore[arg-type]
    return Sorter(settings, [DECLARED], edition).place(raw)


@pytest.mark.parametrize(
    ("fields", "edition", "published"),
    [
        ({"date": "2026-03-14T10:00:00Z"}, "2026-03-14", "2026-03-14T10:00:00Z"),
        ({"date": "2026-03-14"}, "2026-03-14", "2026-03-14T12:00:00Z"),
        ({"published": "2026-03-14 00:00:00"}, "2026-03-14", "2026-03-14T12:00:00Z"),
        ({"published": "Sat, 14 Mar 2026 03:00:00 AEDT"}, "2026-03-13", "2026-03-13T16:00:00Z"),
        ({"published": "March 14, 2026"}, "2026-03-14", "2026-03-14T12:00:00Z"),
        ({"published": "1773482400"}, "2026-03-14", "2026-03-14T10:00:00Z"),
        ({"published": "1773482400000"}, "2026-03-14", "2026-03-14T10:00:00Z"),
        ({"published": "soon", "date": "2026-03-14"}, "2026-03-14", "2026-03-14T12:00:00Z"),
        (
            {"date": "2026-03-14T23:30:00Z", "timezone": "Asia/Tokyo"},
            "2026-03-15",
            "2026-03-14T23:30:00Z",
        ),
        (
            {"date": "2026-03-14", "timezone": "America/New_York"},
            "2026-03-14",
            "2026-03-14T12:00:00Z",
        ),
    ],
)
def test_the_edition_is_that_of_the_articles_own_date(
    fields: dict[str, str], edition: str, published: str
) -> None:
    placed = place(**fields)
    assert isinstance(placed, Placed)
    assert (placed.edition, placed.page.published) == (edition, published)


def test_what_bears_no_date_is_left_out_unless_an_edition_is_named() -> None:
    skipped = place()
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("no date")
    placed = place(edition="2026-03-14")
    assert isinstance(placed, Placed)
    assert (placed.edition, placed.page.published) == ("2026-03-14", None)


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({}, "harbour"),
        ({"url": "https://other.example.co.uk/a"}, "example-co-uk"),
        ({"outlet": "HARBOUR gazette"}, "harbour"),
        ({"outlet": "harbour"}, "harbour"),
        ({"outlet": "The Evening Tide"}, "the-evening-tide"),
        ({"outlet": "The Evening Tide", "url": ""}, "the-evening-tide"),
    ],
)
def test_the_outlet_is_the_named_one_or_that_of_the_address(
    fields: dict[str, str], outlet: str
) -> None:
    placed = place(date="2026-03-14", **fields)
    assert isinstance(placed, Placed)
    assert placed.page.outlet == outlet
    assert placed.page.url.startswith("https://")


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "no address"])
def test_without_outlet_and_address_there_is_no_page(url: str) -> None:
    assert isinstance(place(date="2026-03-14", url=url), Skipped)
