"""What becomes of all that an outlet announced."""

from collections.abc import Iterator

from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.fetch import edition_window, fetch_outlet
from bias.coverage.times import utc_text
from bias.records import Gap, GapReason, Page
from tests.coverage.conftest import MakeSettings
from tests.coverage.fetching import NIGHT, fetch, gap, outlet_of
from tests.coverage.site import Site, item


def test_one_bad_page_never_stops_the_rest_and_all_come_by_address(
    site: Site, client: Client, settings: Settings
) -> None:
    site.put("/b", status=500)
    for path in ("/a", "/c"):
        site.put_page(path)
    site.put_feed("/rss", [item(path, "", NIGHT) for path in ("/c", "/b", "/gone", "/a")])
    found = fetch(site, client, settings)
    assert [each.url for each in found] == [site.url(path) for path in ("/a", "/b", "/c", "/gone")]
    assert [isinstance(each, Page) for each in found] == [True, False, True, False]
    assert fetch(site, client, settings) == found


def test_two_addresses_of_one_page_give_one_page(
    site: Site, client: Client, settings: Settings
) -> None:
    site.redirect("/b", "/a")
    site.put_page("/a")
    site.put_feed("/rss", [item("/a"), item("/a/"), item("/a#top"), item("/b")])
    assert [each.url for each in fetch(site, client, settings)] == [site.url("/a")]


def test_the_newest_are_chosen_and_the_rest_is_told(
    site: Site, make_settings: MakeSettings
) -> None:
    settings = make_settings(max_articles_per_outlet=2)
    items = [item(f"/{hour}", "", f"Sat, 14 Mar 2026 0{hour}:00:00 GMT") for hour in (1, 3, 2)]
    site.put_feed("/rss", items)
    for path in ("/1", "/2", "/3"):
        site.put_page(path)
    with Client(settings) as client:
        first, *pages = fetch(site, client, settings)
    assert gap(first) == (
        GapReason.NOT_FETCHED,
        "It announced 3 articles; the 2 newest were fetched (BIAS_MAX_ARTICLES_PER_OUTLET).",
    )
    assert isinstance(first, Gap)
    assert first.url == ""
    assert [each.url for each in pages] == [site.url("/2"), site.url("/3")]


def test_a_feed_that_begins_after_the_window_is_told_with_both_times(
    site: Site, client: Client, settings: Settings
) -> None:
    site.put_feed("/rss", [item("/a", "Ferry", NIGHT)], reaches_back=False)
    site.put_page("/a")
    first, page = fetch(site, client, settings)
    start = utc_text(edition_window("2026-03-14", settings).start)
    assert gap(first) == (
        GapReason.FEED_TOO_SHORT,
        "Earlier articles may be missing because a feed is too short: "
        f"{site.url('/rss')}: It reaches back to 2026-03-14T01:00:00Z, and not to {start}.",
    )
    assert isinstance(page, Page)


def test_a_dead_feed_is_told_and_the_others_are_read(
    site: Site, client: Client, settings: Settings
) -> None:
    site.put_feed("/rss", [item("/a")])
    site.put_page("/a")
    first, page = fetch(site, client, settings, "/rss", "/gone")
    assert gap(first) == (
        GapReason.NOT_FETCHED,
        "Articles may be missing because a feed could not be read: "
        f"{site.url('/gone')}: It answered 404 Not Found.",
    )
    assert isinstance(page, Page)


def test_an_outlet_whose_feeds_are_all_dead_is_one_gap(
    site: Site, client: Client, settings: Settings
) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(80):
            yield b"<item></item>" * 50_000

    site.put_page("/page")
    site.put("/huge", endless(), content_type="application/rss+xml")
    site.put("/empty")
    (only,) = fetch(site, client, settings, "/page", "/huge", "/empty")
    reason, detail = gap(only)
    assert reason is GapReason.OUTLET_UNREACHABLE
    assert detail == (
        "None of its feeds could be read: "
        f"{site.url('/page')}: It is a web page, not a feed. "
        f"{site.url('/huge')}: It is larger than 5000000 bytes (BIAS_MAX_PAGE_BYTES). "
        f"{site.url('/empty')}: It is empty."
    )


def test_many_dead_feeds_are_not_all_listed(site: Site, client: Client, settings: Settings) -> None:
    (only,) = fetch(site, client, settings, *(f"/{number}" for number in range(9)))
    assert gap(only)[1].endswith("And 4 more.")


def test_an_outlet_without_feeds_is_unreachable(
    site: Site, client: Client, settings: Settings
) -> None:
    window = edition_window("2026-03-14", settings)
    (only,) = fetch_outlet(outlet_of(site), window, client, settings)
    assert gap(only) == (
        GapReason.OUTLET_UNREACHABLE,
        "None of its feeds could be read: it declares none.",
    )


def test_a_private_outlet_is_unreachable_unless_allowed(
    site: Site, make_settings: MakeSettings
) -> None:
    settings = make_settings(allow_private_hosts=False)
    with Client(settings) as client:
        (only,) = fetch(site, client, settings)
    assert "BIAS_ALLOW_PRIVATE_HOSTS" in gap(only)[1]
    assert site.asked == []


def test_progress_is_told_after_each_address(
    site: Site, client: Client, settings: Settings
) -> None:
    site.put_feed("/rss", [item("/b"), item("/a")])
    site.put_page("/a")
    told: list[tuple[int, int, str]] = []

    def progress(done: int, total: int, address: str) -> None:
        told.append((done, total, address))

    window = edition_window("2026-03-14", settings)
    list(fetch_outlet(outlet_of(site, "/rss"), window, client, settings, progress))
    assert told == [(1, 2, site.url("/a")), (2, 2, site.url("/b"))]
