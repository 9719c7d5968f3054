import gzip
import socket
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.coverage.feeds import Child, FeedContent, read_feed
from bias.coverage.refusals import RefusedError
from bias.records import Announcement, Feed
from tests.coverage.site import item, rss

BASE = "https://harbour.example/feeds/all.xml"
LIMIT = 1_000_000

Kind = Literal["rss", "sitemap", "news_sitemap"]


def read(body: str | bytes, kind: Kind = "rss", limit: int = LIMIT) -> FeedContent:
    content = body.encode() if isinstance(body, str) else body
    return read_feed(content, Feed(url=BASE, kind=kind), "harbour", BASE, limit)


def told(url: str, title: str = "", published: str | None = None) -> Announcement:
    return Announcement(outlet="harbour", url=url, title=title, published=published)


def refusal(body: str | bytes, kind: Kind = "rss", limit: int = LIMIT) -> str:
    with pytest.raises(RefusedError) as caught:
        read(body, kind, limit)
    assert caught.value.url == BASE
    return caught.value.detail


def test_rss_gives_address_title_and_time_in_utc() -> None:
    body = rss([item("/a", "Ferry &amp; crew", "Sat, 14 Mar 2026 03:00:00 +0200")])
    assert read(body).announcements == (
        told("https://harbour.example/a", "Ferry & crew", "2026-03-14T01:00:00Z"),
    )


def test_atom_gives_the_same() -> None:
    body = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Ferry</title>'
        '<link rel="alternate" href="../a"/><updated>2026-03-14T01:00:00Z</updated></entry></feed>'
    )
    assert read(body).announcements == (
        told("https://harbour.example/a", "Ferry", "2026-03-14T01:00:00Z"),
    )


def test_rdf_gives_the_same() -> None:
    body = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<item><title>Ferry</title><link>https://harbour.example/a</link>"
        "<dc:date>2026-03-14T01:00:00Z</dc:date></item></rdf:RDF>"
    )
    assert read(body).announcements == (
        told("https://harbour.example/a", "Ferry", "2026-03-14T01:00:00Z"),
    )


def test_a_missing_date_or_title_is_no_hindrance() -> None:
    assert read(rss([item("/a")])).announcements == (told("https://harbour.example/a"),)
    odd = rss([item("/a", "Ferry", "next Tuesday")])
    assert read(odd).announcements == (told("https://harbour.example/a", "Ferry"),)


def test_a_guid_stands_in_for_a_link_and_no_address_is_no_announcement() -> None:
    items = [
        "<item><guid>https://harbour.example/a</guid></item>",
        "<item><title>Nowhere</title></item>",
        item("javascript:alert(1)", "Trap"),
        item("file:///etc/passwd", "Trap"),
    ]
    assert read(rss(items)).announcements == (told("https://harbour.example/a"),)


def test_trackers_are_stripped_and_repeats_left_to_the_caller() -> None:
    items = [item("/a?utm_source=rss", "One"), item("/a#top", "Two")]
    assert [each.url for each in read(rss(items)).announcements] == [
        "https://harbour.example/a"
    ] * 2


def test_feedburner_gives_the_outlets_own_address() -> None:
    body = (
        '<rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>'
        "<item><link>https://counter.example/~r/1</link><feedburner:origLink>"
        "https://harbour.example/a</feedburner:origLink></item></channel></rss>"
    )
    assert read(body).announcements == (told("https://harbour.example/a"),)


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("&lt;b&gt;Ferry&lt;/b&gt; sinks", "Ferry sinks"),
        ("Profits &lt; losses &gt; hopes", "Profits < losses > hopes"),
        ("Ferry\n\t sinks", "Ferry sinks"),
        ("<![CDATA[Ferry & crew]]>", "Ferry & crew"),
        ("Fährunglück", "Fährunglück"),
        ("x" * 9000, "x" * 500),
    ],
)
def test_titles_become_one_line_of_plain_text(title: str, plain: str) -> None:
    assert read(rss([item("/a", title)])).announcements[0].title == plain


def test_a_feed_without_items_is_a_feed() -> None:
    assert read(rss([])) == FeedContent()


def test_a_broken_feed_gives_what_stands_before_the_break() -> None:
    body = rss([item("/a", "Ferry"), item("/b", "Crew & cargo"), item("/c")])[:-40]
    assert [each.title for each in read(body).announcements[:2]] == ["Ferry", "Crew & cargo"]


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("", "It is empty."),
        (" \n ", "It is empty."),
        ("<!DOCTYPE html><html><body>News</body></html>", "It is a web page, not a feed."),
        ("<html><body><rss></body></html>", "It is a web page, not a feed."),
        ('{"items": []}', "It holds no feed that can be read."),
        ("Disallow: /a", "It is a robots.txt that names no sitemap."),
        ("<rss", "It holds no feed that can be read."),
        ("<rss version='2.0'><channel", "It is broken before its first item."),
        (b"\x89PNG\r\n" + b"\0" * 100, "It holds no feed that can be read."),
    ],
)
def test_what_is_no_feed_is_refused_with_what_it_is(body: str | bytes, detail: str) -> None:
    assert refusal(body) == detail


def test_a_sitemap_that_is_a_web_page_is_refused() -> None:
    assert refusal("<html></html>", "sitemap") == "It is a web page, not a feed."
    assert refusal("no sitemap", "sitemap") == "It holds no sitemap that can be read."


def test_sitemaps_give_pages_and_children() -> None:
    pages = "<urlset><url><loc>/a?gclid=1</loc><lastmod>2026-03-14</lastmod></url></urlset>"
    assert read(pages, "sitemap") == FeedContent(
        announcements=(told("https://harbour.example/a", "", "2026-03-14T12:00:00Z"),)
    )
    sitemaps = "<sitemap><loc>1.xml</loc></sitemap><sitemap><loc>x:y</loc></sitemap>"
    index = f"<sitemapindex>{sitemaps}</sitemapindex>"
    assert read(index, "sitemap") == FeedContent(
        children=(Child(url="https://harbour.example/feeds/1.xml", changed=None),)
    )


def test_gzip_is_unpacked_within_the_limit() -> None:
    body = rss([item("/a")] * 50)
    assert len(read(gzip.compress(body.encode()), limit=len(body)).announcements) == 50
    said = refusal(gzip.compress(b" " * (LIMIT + 1)), "sitemap")
    assert said == "It unpacks to more than 1000000 bytes (BIAS_MAX_PAGE_BYTES)."
    assert refusal(gzip.compress(body.encode())[:60]) == "The compressed data is broken."


def test_a_body_is_never_taken_for_an_address_or_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "create_connection", no_network)
    secret = tmp_path / "rss.xml"
    secret.write_text(rss([item("/secret")]), encoding="utf-8")
    for body in ("http://127.0.0.1/<rss >", str(secret)):
        refusal(body)


def test_entities_do_not_multiply() -> None:
    entities = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    body = f"<!DOCTYPE rss [<!ENTITY a0 'ha'>{entities}]>" + rss([item("/a", "&a11;")])
    assert len(read(body).announcements[0].title) <= 500


def test_a_character_that_no_text_may_hold_is_replaced() -> None:
    body = rss([item("/a", "Ferry &#xD800; sinks"), "<item>"])
    try:
        titles = [each.title for each in read(body).announcements]
    except RefusedError as error:
        assert "broken" in error.detail
    else:
        assert all(title.encode() for title in titles)


def test_no_more_items_are_read_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bias.coverage.feeds.MAX_ITEMS", 3)
    assert len(read(rss([item("/a")] * 5)).announcements) == 3


@given(st.binary(max_size=150))
def test_any_bytes_give_content_or_a_refusal(noise: bytes) -> None:
    for body in (noise, b"<rss version='2.0'><channel><item><link>/a</link>" + noise):
        try:
            assert isinstance(read(body), FeedContent)
        except RefusedError as error:
            assert error.detail.endswith(".")
