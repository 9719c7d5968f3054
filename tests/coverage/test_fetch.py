"""What becomes of one announced address: a page, or a gap that says why not."""

import pytest

from bias.config import Settings
from bias.coverage.client import Client
from bias.records import Gap, GapReason, Page
from tests.coverage.conftest import MakeSettings
from tests.coverage.fetching import gap, one
from tests.coverage.site import Site


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
