"""A redirect that leads away from the article is told, and one that does not is followed."""

import pytest

from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.detours import WALLS, detour
from bias.records import Gap, GapReason, Page
from tests.coverage.fetching import NIGHT, fetch, gap, one
from tests.coverage.site import Site, item

ANNOUNCED = "https://herald.example/news/harbour-strike-ends"


@pytest.mark.parametrize("segment", WALLS)
def test_a_wall_is_known_by_its_address(segment: str) -> None:
    found = detour(ANNOUNCED, f"https://herald.example/{segment}?next=/news")
    assert found == WALLS[segment]
    assert detour(f"https://herald.example/{segment}/harbour-strike-ends", ANNOUNCED) is None
    assert detour(ANNOUNCED, f"https://herald.example/news/{segment}-ends-in-harbour") is None


@pytest.mark.parametrize(
    ("announced", "answered", "leads_away"),
    [
        ("/news/harbour-strike-ends", "/news", True),
        ("/news/harbour-strike-ends", "/", True),
        ("/news/2026/8841207", "/news/2026/", True),
        ("/news/harbour-strike-ends/amp", "/news/harbour-strike-ends", False),
        ("/8841207", "/8841207/harbour-strike-ends", False),
        ("/old/harbour-strike-ends", "/new/harbour-strike-ends", False),
    ],
)
def test_a_page_above_is_not_the_article(announced: str, answered: str, leads_away: bool) -> None:
    host = "https://www.herald.example"
    found = detour(host + announced, "https://herald.example" + answered)
    assert (found is not None) is leads_away


@pytest.mark.parametrize("status", [201, 202, 204, 205, 206])
def test_only_a_whole_answer_is_a_page(
    site: Site, client: Client, settings: Settings, status: int
) -> None:
    site.put("/a", "" if status in (204, 205) else "<html><p>Wait.</p></html>", status=status)
    reason, detail = gap(one(site, client, settings, "/a"))
    assert reason is GapReason.NOT_FETCHED
    assert detail.startswith(f"It answered {status} ")


def test_articles_that_lead_to_one_page_under_other_titles_are_not_swallowed(
    site: Site, client: Client, settings: Settings
) -> None:
    titles = {"/a": "Harbour strike ends", "/b": "Swans stop traffic", "/c": "Strike in harbour"}
    for path in titles:
        site.redirect(path, "/wall")
    site.put_page("/wall")
    site.put_feed("/rss", [item(path, title, NIGHT) for path, title in titles.items()])
    first, second = fetch(site, client, settings)
    assert isinstance(first, Page)
    assert isinstance(second, Gap)
    assert (second.reason, second.title) == (GapReason.OTHER_PAGE, "Swans stop traffic")
    assert second.detail == (
        f"It leads to the same page as another announced article, {site.url('/a')}."
    )
