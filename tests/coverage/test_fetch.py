from collections.abc import Iterator

import pytest

from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.fetch import edition_window, fetch_addresses, fetch_outlet
from bias.errors import UsageError
from bias.records import Feed, Gap, GapReason, Outlet, Page
from tests.coverage.conftest import MakeSettings
from tests.coverage.site import Site, item

NIGHT = "Sat, 14 Mar 2026 01:00:00 GMT"


def outlet_of(site: Site, *feeds: str, homepage: str = "/") -> Outlet:
    return Outlet(
        id="harbour",
        name="Harbour",
        homepage=site.url(homepage),
        feeds=tuple(Feed(url=site.url(feed)) for feed in feeds),
    )


def fetch(site: Site, client: Client, settings: Settings, *feeds: str) -> list[Page | Gap]:
    window = edition_window("2026-03-14", settings)
    return list(fetch_outlet(outlet_of(site, *feeds or ["/rss"]), window, client, settings))


def one(site: Site, client: Client, settings: Settings, path: str) -> Page | Gap:
    """Announce one address and return what became of it."""
    site.put_feed("/rss", [item(path, "Ferry", NIGHT)])
    (only,) = fetch(site, client, settings)
    return only


def gap(found: Page | Gap) -> tuple[GapReason, str]:
    assert isinstance(found, Gap)
    return found.reason, found.detail


# ---------------------------------------------------------------- one page


def test_a_page_carries_what_was_announced_and_what_answered(
    site: Site, client: Client, settings: Settings
) -> None:
    site.redirect("/a", "/b")
    site.put("/b", b"<html>words</html>", content_type="text/html")
    assert one(site, client, settings, "/a?utm_source=rss") == Page(
        outlet="harbour",
        url=site.url("/a"),
        final_url=site.url("/b"),
        status=200,
        content_type="text/html",
        fetched_at="2026-03-14T02:30:00Z",
        body=b"<html>words</html>",
        title="Ferry",
        published="2026-03-14T01:00:00Z",
    )


def test_a_gap_carries_what_was_announced(site: Site, client: Client, settings: Settings) -> None:
    assert one(site, client, settings, "/gone") == Gap(
        outlet="harbour",
        reason=GapReason.NOT_FETCHED,
        detail="It answered 404 Not Found.",
        url=site.url("/gone"),
        title="Ferry",
        published="2026-03-14T01:00:00Z",
    )


def test_robots_txt_is_honoured_for_pages_and_their_redirects(
    site: Site, client: Client, settings: Settings
) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private", content_type="text/plain")
    site.put_page("/private/b")
    site.redirect("/a", "/private/b")
    target = site.url("/private/b")
    assert gap(one(site, client, settings, "/a")) == (
        GapReason.FORBIDDEN,
        f"It redirects to {target}. Its host's robots.txt asks not to fetch it.",
    )
    assert "/private/b" not in site.asked


@pytest.mark.parametrize(
    ("reply", "detail"),
    [
        ({"status": 403}, "It answered 403 Forbidden."),
        ({"status": 451}, "It answered 451 Unavailable For Legal Reasons."),
        ({"status": 503}, "It answered 503 Service Unavailable."),
        ({"status": 302}, "It answered 302 Found."),
        ({"body": b"x" * 2001}, "It is larger than 2000 bytes (BIAS_MAX_PAGE_BYTES)."),
        ({"raw": [b""]}, "The connection broke off."),
    ],
)
def test_what_does_not_answer_is_not_fetched(
    site: Site,
    make_settings: MakeSettings,
    naps: list[float],
    reply: dict[str, object],
    detail: str,
) -> None:
    settings = make_settings(max_page_bytes=2000)
    site.put("/a", **reply)  # type: ignore[arg-type]
    with Client(settings, sleep=naps.append) as client:
        assert gap(one(site, client, settings, "/a")) == (GapReason.NOT_FETCHED, detail)


def test_a_slow_page_is_not_fetched(site: Site, make_settings: MakeSettings) -> None:
    settings = make_settings(timeout_seconds=0.3)
    site.put("/a", site.drip(b"x", 0.05))
    with Client(settings) as client:
        reason, detail = gap(one(site, client, settings, "/a"))
    assert reason is GapReason.NOT_FETCHED
    assert "BIAS_TIMEOUT_SECONDS" in detail


def test_a_redirect_to_the_front_page_is_not_the_article(
    site: Site, client: Client, settings: Settings
) -> None:
    site.redirect("/a", "/")
    site.put_page("/")
    assert gap(one(site, client, settings, "/a")) == (
        GapReason.NOT_FETCHED,
        "It redirects to the front page.",
    )


@pytest.mark.parametrize(
    ("body", "content_type", "detail"),
    [
        (b"%PDF-1.7", "application/pdf", "It is application/pdf, not a web page."),
        (b"{}", "application/json; charset=utf-8", "It is application/json, not a web page."),
        (b"hello", "text/plain", "It is text/plain, not a web page."),
        (b"hello", None, "It is of no stated type, not a web page."),
        (b"\x89PNG\r\n\x1a\n\0\0", "text/html", "It holds binary data, not a web page."),
        (b"", "text/html", "It is empty."),
        (b" \n ", "text/html", "It is empty."),
    ],
)
def test_what_is_no_web_page_is_unreadable(
    site: Site,
    client: Client,
    settings: Settings,
    body: bytes,
    content_type: str | None,
    detail: str,
) -> None:
    site.put("/a", body, content_type=content_type)
    assert gap(one(site, client, settings, "/a")) == (GapReason.UNREADABLE, detail)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"<p>words</p>", "text/html"),
        (b"<p>words</p>", "Text/HTML; charset=utf-8"),
        (b"<p>words</p>", "application/xhtml+xml"),
        (b"<!doctype HTML><p>words</p>", "text/plain"),
        (b"\n<HTML><p>words</p>", None),
        ("<html>words</html>".encode("utf-16"), "text/html"),
    ],
)
def test_what_may_be_a_web_page_is_kept(
    site: Site, client: Client, settings: Settings, body: bytes, content_type: str | None
) -> None:
    site.put("/a", body, content_type=content_type)
    assert isinstance(one(site, client, settings, "/a"), Page)


# ---------------------------------------------------------------- one outlet


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


# ---------------------------------------------------------------- addresses by hand


def test_addresses_are_fetched_once_each_for_the_outlet_they_belong_to(
    site: Site, other_site: Site, client: Client, settings: Settings
) -> None:
    for path in ("/harbour/a", "/hill/b"):
        site.put_page(path)
    urls = [
        site.url("/hill/b"),
        other_site.url("/c"),
        site.url("/harbour/a#top"),
        site.url("/harbour/a?utm_source=mail"),
    ]
    declared = [outlet_of(site, homepage="/harbour/")]
    found = list(fetch_addresses(urls, client, settings, declared))
    by_url = {each.url: each for each in found}
    assert list(by_url) == sorted(by_url)
    assert by_url[site.url("/harbour/a")].outlet == "harbour"
    assert by_url[site.url("/hill/b")].outlet == site.base.removeprefix("http://").translate(
        str.maketrans(".:", "--")
    )
    assert gap(by_url[other_site.url("/c")]) == (
        GapReason.NOT_FETCHED,
        "It answered 404 Not Found.",
    )
    assert len(found) == 3


def test_robots_txt_is_honoured_for_addresses_by_hand(
    site: Site, client: Client, settings: Settings
) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /", content_type="text/plain")
    (only,) = fetch_addresses([site.url("/a")], client, settings)
    assert gap(only)[0] is GapReason.FORBIDDEN


def test_a_wrong_address_is_named_before_anything_is_fetched(
    site: Site, client: Client, settings: Settings
) -> None:
    with pytest.raises(UsageError, match="'harbour.example/a' is no web address"):
        fetch_addresses([site.url("/a"), "harbour.example/a"], client, settings)
    assert site.asked == []
