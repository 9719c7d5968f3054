from datetime import UTC, datetime

import pytest

from bias.coverage.announced import MAX_SITEMAPS, Announced, read_announced
from bias.coverage.client import Client
from bias.coverage.refusals import ForbiddenError
from bias.coverage.times import Window
from bias.records import Feed, Outlet
from tests.coverage.site import Site, item

WINDOW = Window(start=datetime(2026, 3, 13, 12, tzinfo=UTC), end=datetime(2026, 3, 15, tzinfo=UTC))
IN_TIME = "Sat, 14 Mar 2026 01:00:00 GMT"
LATER = "Sat, 14 Mar 2026 02:00:00 GMT"
TOO_OLD = "Fri, 13 Mar 2026 11:59:59 GMT"
TOO_NEW = "Sun, 15 Mar 2026 00:00:00 GMT"


def outlet(*feeds: Feed) -> Outlet:
    return Outlet(id="harbour", name="Harbour", homepage="https://harbour.example/", feeds=feeds)


def allow_all(_url: str) -> None:
    """Forbid no address."""


def read(client: Client, *feeds: Feed) -> Announced:
    return read_announced(outlet(*feeds), WINDOW, client, allow_all)


def paths(said: Announced) -> list[str]:
    return ["/" + each.url.split("/", 3)[3] for each in said.announcements]


def sitemap(*entries: str) -> str:
    return f"<urlset>{''.join(entries)}</urlset>"


def index(*entries: str) -> str:
    return f"<sitemapindex>{''.join(entries)}</sitemapindex>"


def child(location: str, changed: str = "") -> str:
    return f"<sitemap><loc>{location}</loc><lastmod>{changed}</lastmod></sitemap>"


def page(location: str, changed: str = "") -> str:
    return f"<url><loc>{location}</loc><lastmod>{changed}</lastmod></url>"


def test_only_the_window_and_the_undated_are_kept_newest_first(site: Site, client: Client) -> None:
    items = [
        item("/undated-b"),
        item("/old", "", TOO_OLD),
        item("/new", "", TOO_NEW),
        item("/b", "", IN_TIME),
        item("/a", "", IN_TIME),
        item("/late", "", LATER),
        item("/undated-a"),
    ]
    said = read(client, Feed(url=site.put_feed("/rss", items)))
    assert paths(said) == ["/late", "/a", "/b", "/undated-a", "/undated-b"]
    assert said.reachable
    assert said.problems == ()


def test_feeds_are_joined_and_fill_each_others_blanks(site: Site, client: Client) -> None:
    rss = site.put_feed("/rss", [item("/a", "Ferry"), item("/b", "Crew"), item("/a?utm_source=x")])
    map_ = site.put("/map", sitemap(page("/a/", "2026-03-14T01:00:00Z"), page("/b", "2020-01-01")))
    said = read(client, Feed(url=rss), Feed(url=map_, kind="sitemap"))
    assert paths(said) == ["/a"]
    assert said.announcements[0].title == "Ferry"
    assert said.announcements[0].published == "2026-03-14T01:00:00Z"


def test_a_dead_feed_does_not_stop_the_others(site: Site, client: Client) -> None:
    good = site.put_feed("/rss", [item("/a")])
    page_ = site.put_page("/page")
    empty = site.put("/empty")
    said = read(client, *(Feed(url=url) for url in (site.url("/gone"), page_, good, empty)))
    assert paths(said) == ["/a"]
    assert said.reachable
    assert said.problems == (
        f"{site.url('/gone')}: It answered 404 Not Found.",
        f"{page_}: It is a web page, not a feed.",
        f"{empty}: It is empty.",
    )


def test_an_outlet_is_unreachable_only_when_all_its_feeds_are(site: Site, client: Client) -> None:
    dead = Feed(url=site.url("/gone"))
    assert not read(client, dead, dead).reachable
    assert not read(client).reachable
    assert read(client, dead, Feed(url=site.put_feed("/rss", []))).reachable


def test_a_forbidden_feed_is_not_read(site: Site, client: Client) -> None:
    def forbid(url: str) -> None:
        raise ForbiddenError(url, "No.")

    feed = Feed(url=site.put_feed("/rss", [item("/a")]))
    said = read_announced(outlet(feed), WINDOW, client, forbid)
    assert said.problems == (f"{feed.url}: No.",)
    assert site.asked == []


def test_an_index_is_followed_newest_first_and_not_into_the_past(
    site: Site, client: Client
) -> None:
    site.put("/new.xml", sitemap(page("/a")))
    site.put("/newer.xml", sitemap(page("/b")))
    url = site.put(
        "/index",
        index(
            child("/new.xml", "2026-03-14T00:00:00Z"),
            child("/old.xml", "2026-03-13T11:00:00Z"),
            child("/newer.xml", "2026-03-14T01:00:00Z"),
        ),
    )
    assert paths(read(client, Feed(url=url, kind="sitemap"))) == ["/a", "/b"]
    assert site.asked == ["/index", "/newer.xml", "/new.xml"]


def test_undated_children_are_read_by_their_numbers_and_never_too_many(
    site: Site, client: Client
) -> None:
    for number in range(1, 100):
        site.put(f"/{number}.xml", sitemap(page(f"/a{number}")))
    url = site.put("/index", index(*(child(f"/{number}.xml") for number in range(1, 100))))
    said = read(client, Feed(url=url, kind="sitemap"))
    assert len(site.asked) == MAX_SITEMAPS
    assert site.asked[1:4] == ["/99.xml", "/98.xml", "/97.xml"]
    assert len(said.announcements) == MAX_SITEMAPS - 1


def test_an_index_that_names_itself_ends(site: Site, client: Client) -> None:
    site.put("/b.xml", index(child("/index"), child("/c.xml")))
    site.put("/c.xml", sitemap(page("/a")))
    url = site.put("/index", index(child("/index"), child("/b.xml")))
    assert paths(read(client, Feed(url=url, kind="news_sitemap"))) == ["/a"]
    assert site.asked == ["/index", "/b.xml", "/c.xml"]


@pytest.mark.parametrize(
    ("children", "reachable"),
    [
        ([child("/gone.xml")], False),
        ([child("/old.xml", "2020-01-01")], True),
        ([], True),
        ([child("/gone.xml"), child("/good.xml")], True),
    ],
)
def test_an_index_is_worth_what_its_children_are(
    site: Site, client: Client, children: list[str], reachable: bool
) -> None:
    site.put("/good.xml", sitemap())
    url = site.put("/index", index(*children))
    assert read(client, Feed(url=url, kind="sitemap")).reachable is reachable


def test_sitemaps_beyond_the_limit_are_told(site: Site, client: Client) -> None:
    numbers = range(MAX_SITEMAPS + 3)
    for number in numbers:
        site.put(f"/{number}.xml", sitemap())
    url = site.put("/index", index(*(child(f"/{number}.xml") for number in numbers)))
    (reading,) = read(client, Feed(url=url, kind="sitemap")).readings
    assert reading.problems == (f"{url}: 4 of its sitemaps were left out as too many.",)


def test_an_index_reaches_back_to_the_sitemaps_left_out_as_too_old(
    site: Site, client: Client
) -> None:
    site.put("/new.xml", sitemap(page("/a", "2026-03-14")))
    url = site.put("/index", index(child("/new.xml"), child("/old.xml", "2026-03-01")))
    (reading,) = read(client, Feed(url=url, kind="sitemap")).readings
    assert reading.shortness(WINDOW) == ""


@pytest.mark.parametrize(
    ("times", "reaches"),
    [
        ([LATER, IN_TIME, TOO_OLD], True),
        ([TOO_OLD, IN_TIME, LATER], True),
        ([LATER, "", TOO_OLD, ""], True),
        ([LATER, IN_TIME], False),
        ([TOO_OLD, LATER, IN_TIME, IN_TIME], False),
        ([IN_TIME, LATER, TOO_OLD, LATER, IN_TIME, LATER], False),
        (["", ""], False),
        ([], False),
    ],
    ids=["falls", "rises", "undated too", "all new", "pinned", "unsorted", "undated", "empty"],
)
def test_a_feed_reaches_back_where_it_ends_before_the_window(
    site: Site, client: Client, times: list[str], reaches: bool
) -> None:
    items = [item(f"/{number}", "", time) for number, time in enumerate(times)]
    url = site.put_feed("/rss", items, reaches_back=False)
    (reading,) = read(client, Feed(url=url)).readings
    assert reading.reaches(WINDOW) is reaches
    assert (reading.shortness(WINDOW) == "") is reaches
