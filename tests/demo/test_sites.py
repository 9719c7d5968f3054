from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.demo.sites import Site, declared_outlet, line_of, plan_sites, unique_ids
from bias.demo.story import LayoutName, Served, Story


def plan(*stories: Story) -> tuple[Site, ...]:
    times = {
        story.line: datetime(2026, 3, 13, 20, story.line % 60, tzinfo=UTC) for story in stories
    }
    return plan_sites(stories, times, Path("folder"))


def story(line: int, outlet: str, **fields: object) -> Story:
    return Story(outlet=outlet, title="Ferry sails", paragraphs=(), line=line, **fields)  # type: ignore[arg-type]


@given(st.lists(st.text(max_size=6), max_size=30, unique=True))
def test_ids_are_unique_and_fit_for_file_names(names: list[str]) -> None:
    ids = unique_ids(names)
    assert len(set(ids)) == len(names)
    assert all(set(i) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") and i for i in ids)


def test_a_number_already_taken_is_passed_over() -> None:
    assert unique_ids(["Post", "Post 2", "Post!", "Post?"]) == [
        "post",
        "post-2",
        "post-3",
        "post-4",
    ]


def test_one_site_an_outlet_newest_first() -> None:
    courier, echo = plan(story(1, "Courier"), story(2, "Echo"), story(3, "Courier"))
    assert [item.path for item in courier.items] == [
        "/courier/3-ferry-sails",
        "/courier/1-ferry-sails",
    ]
    assert (echo.id, echo.home) == ("echo", "/echo/")


def test_neighbours_look_different_and_announce_differently() -> None:
    sites = plan(*(story(n, f"Outlet {n}") for n in range(1, 7)))
    assert len({site.layout for site in sites[:5]}) == 5
    feeds = [site.feeds for site in sites]
    assert feeds[:3] == [("feed.xml",), ("news-sitemap.xml",), ("feed.xml", "news-sitemap.xml")]
    assert feeds[3:] == feeds[:3]


def test_one_agency_line_makes_an_agency() -> None:
    (site,) = plan(story(1, "Wire"), story(2, "Wire", agency=True))
    assert (site.agency, site.layout) == (True, LayoutName.WIRE)
    outlet = declared_outlet(site, "http://127.0.0.1:9")
    assert outlet.agency
    assert outlet.homepage == "http://127.0.0.1:9/wire/"
    assert [(feed.url, feed.kind) for feed in outlet.feeds] == [
        ("http://127.0.0.1:9/wire/feed.xml", "rss")
    ]


def test_a_line_that_asks_for_a_layout_decides_the_front_page() -> None:
    (site,) = plan(story(1, "A"), story(2, "A", layout=LayoutName.LOCAL))
    assert site.layout is LayoutName.LOCAL


def test_only_forbidden_items_are_forbidden() -> None:
    (site,) = plan(story(1, "A", served=Served.FORBIDDEN), story(2, "A"))
    assert [item.forbidden for item in site.items] == [False, True]


@pytest.mark.parametrize("title", ["Ferry", "", "…", "12 angry gulls", "Правда"])
def test_the_line_is_found_again_in_the_address(title: str) -> None:
    (site,) = plan(Story(outlet="A 7-b", title=title, paragraphs=(), line=41))
    assert line_of("http://127.0.0.1:80" + site.items[0].path) == 41
    assert line_of(f"http://127.0.0.1:80{site.items[0].path}?utm=3#top") == 41


@pytest.mark.parametrize("path", ["/", "/a/", "/a/feed.xml", "/7-days/", "/a/picture/4.svg"])
def test_other_addresses_have_no_line(path: str) -> None:
    assert line_of("http://127.0.0.1:80" + path) is None
