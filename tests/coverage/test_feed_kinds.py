"""Every kind of feed is known by its content, and what of it was not read is told."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.coverage import feeds, sitemaps
from bias.coverage.feeds import BREAKS_OFF, FeedContent, feed_nature, read_feed
from bias.coverage.refusals import RefusedError
from bias.records import Feed
from tests.coverage.site import item, rss

BASE = "https://harbour.example/feeds/all.xml"
TIME = "2026-03-14T01:00:00Z"
A = "https://harbour.example/a"

ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ferry</title>'
    f'<link href="/a"/><updated>{TIME}</updated></entry></feed>'
)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour",
        "items": [{"id": "1", "url": "/a", "title": "Ferry", "date_published": TIME}],
    }
)
NEWS = (
    '<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/a</loc>'
    f"<n:news><n:title>Ferry</n:title><n:publication_date>{TIME}</n:publication_date></n:news>"
    "</url></urlset>"
)
KINDS = {
    "RSS": rss([item("/a", "Ferry", "Sat, 14 Mar 2026 01:00:00 GMT")]),
    "Atom": ATOM,
    "JSON Feed": JSON_FEED,
    "sitemap": NEWS,
}


def read(body: str | bytes, kind: str = "rss") -> FeedContent:
    content = body.encode() if isinstance(body, str) else body
    feed = Feed(url=BASE, kind="sitemap" if kind == "sitemap" else "rss")
    return read_feed(content, feed, "harbour", BASE, 1_000_000)


def title(markup: str) -> str:
    entry = f'{markup}<link href="/a"/>'
    body = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{entry}</entry></feed>'
    return read(body).announcements[0].title


@pytest.mark.parametrize("declared", ["rss", "sitemap"])
@pytest.mark.parametrize("nature", KINDS)
def test_the_kind_is_seen_from_the_content(nature: str, declared: str) -> None:
    body = KINDS[nature]
    (found,) = read(body, declared).announcements
    assert (found.url, found.title, found.published) == (A, "Ferry", TIME)
    assert feed_nature(body.encode(), 1_000_000) == nature
    assert feed_nature(gzip.compress(body.encode()), 1_000_000) == nature


def test_a_text_sitemap_plain_or_packed() -> None:
    body = b"https://harbour.example/a\r\nhttps://harbour.example/b?utm_source=x\n\nno address\n"
    for packed in (body, gzip.compress(body)):
        content = read(packed)
        assert [each.url for each in content.announcements] == [A, "https://harbour.example/b"]
        assert content.problems == ("1 of its 3 entries have no web address.",)
    assert feed_nature(body, 1000) == "text sitemap"


def test_the_sitemap_lines_of_a_robots_file() -> None:
    body = "# Welcome\nUser-agent: *\nDisallow: /x\nSITEMAP: /news.xml\nSitemap:/all.xml # all\n"
    assert [child.url for child in read(body).children] == [
        "https://harbour.example/news.xml",
        "https://harbour.example/all.xml",
    ]
    assert feed_nature(body.encode(), 1000) == "robots.txt"


# ---------------------------------------------------------------- Atom


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ('<title type="html"><![CDATA[Crew&#8217;s &quot;revolt&quot; &amp; us]]></title>',
         "Crew’s \"revolt\" & us"),
        ('<title type="html">Crew&amp;#8217;s &amp;quot;revolt&amp;quot;</title>',
         'Crew’s "revolt"'),
        ('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>crew</b></div>'
         "</title>", "The crew"),
        ("<title>Caf&eacute; &mdash; closed&hellip;</title>", "Café — closed…"),
        ("<title>Crew &#146;revolt&#146; &#11;ends &#xD800;</title>", "Crew ’revolt’ ends �"),
        ("<title>Q&A: ferry & crew &unknown;</title>", "Q&A: ferry & crew &unknown;"),
        ('<m:title xmlns:m="http://search.yahoo.com/mrss/">Photo</m:title><title>Ferry</title>',
         "Ferry"),
    ],
)  # fmt: skip
def test_titles_of_every_type_become_plain_text(markup: str, plain: str) -> None:
    assert title(markup) == plain


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<link href="b"/>', "https://base.example/one/two/b"),
        ('<link href="/b"/>', "https://base.example/b"),
        ('<link rel="self" href="no"/><link rel="alternate" href="b"/>',
         "https://base.example/one/two/b"),
        ('<link type="application/json" href="no"/><link type="text/html" href="b"/>',
         "https://base.example/one/two/b"),
        ('<link xml:base="three/" href="b"/>', "https://base.example/one/two/three/b"),
        ("<id>https://harbour.example/b</id>", "https://harbour.example/b"),
    ],
)  # fmt: skip
def test_links_are_joined_to_every_base(markup: str, url: str) -> None:
    body = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/one/">'
        f'<entry xml:base="two/">{markup}</entry></feed>'
    )
    assert [each.url for each in read(body).announcements] == [url]


def test_an_entry_whose_links_lead_elsewhere_has_no_address() -> None:
    entry = '<entry><link rel="enclosure" href="/a.mp3"/><id>urn:1</id></entry>'
    content = read(f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>')
    assert content.announcements == ()
    assert content.problems == ("1 of its 1 items have no web address.",)


# ---------------------------------------------------------------- what is not whole


@pytest.mark.parametrize("nature", KINDS)
def test_a_feed_that_is_whole_has_no_problem(nature: str) -> None:
    assert read(KINDS[nature]).problems == ()


CUT = {
    "RSS": rss([item("/a", "Ferry"), item("/b", "Crew")])[:-35],
    "Atom": ATOM.removesuffix("</feed>") + "<entry><title>Cre",
    "JSON Feed": JSON_FEED.removesuffix("]}") + ', {"id": "2", "url": "/b", "ti',
    "sitemap": NEWS.removesuffix("</urlset>") + "<url><loc>https://harbour.example/b",
}


@pytest.mark.parametrize("nature", CUT)
def test_of_a_feed_that_breaks_off_what_stands_before_is_read_and_the_break_told(
    nature: str,
) -> None:
    content = read(CUT[nature])
    assert [each.url for each in content.announcements] == [A]
    assert f"{BREAKS_OFF}." in content.problems


def test_damage_within_one_item_does_not_take_the_others() -> None:
    damaged = "<item><title>a < b </x> <b>c</title><link>/b</link></item>"
    content = read(rss([item("/a"), damaged, item("/c")]))
    urls = [each.url for each in content.announcements]
    assert urls[0] == A
    assert urls[-1] == "https://harbour.example/c"
    assert len(urls) == 3 or content.problems


def test_more_than_is_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MAX_ITEMS", 2)
    monkeypatch.setattr(sitemaps, "MAX_ENTRIES", 2)
    urls = "".join(f"<url><loc>/{n}</loc></url>" for n in range(3))
    told = "It holds more than the 2 {} that are read."
    assert read(rss([item("/a")] * 3)).problems == (told.format("items"),)
    assert read(rss([item("/a")] * 2)).problems == ()
    assert read(f"<urlset>{urls}</urlset>").problems == (told.format("entries"),)
    assert len(read(f"<urlset>{urls}</urlset>").announcements) == 2


def test_what_stands_before_the_root_is_no_hindrance() -> None:
    warning = "Notice: undefined index in /srv/feed.php\n<?xml version='1.0'?>"
    assert read(warning + rss([item("/a")])).announcements[0].url == A
    comment = "<?xml version='1.0'?><!-- made by <html> tools --><!-- <rss> -->"
    assert read(comment + rss([item("/a")])).announcements[0].url == A
    page = "<![CDATA[<html><body>Story</body></html>]]>"
    held = f"<item><description>{page}</description><link>/a</link></item>"
    assert read(rss([held])).announcements[0].url == A


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (b"<?xml version='1.0' encoding='iso-8859-1'?>{}", "Fähre"),
        (b"<?xml version='1.0' encoding='utf-8'?>{}", "Fähre"),
        (b"<?xml version='1.0' encoding='hex'?>{}", "Fähre"),
        (b"{}", "Fähre"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_titles_are_decoded_whatever_is_declared(body: bytes, shown: str, encoding: str) -> None:
    feed = body.replace(b"{}", rss([item("/a", "Fähre")]).encode(encoding))
    assert read(feed).announcements[0].title == shown


def test_a_stray_byte_leaves_the_rest_utf_8() -> None:
    feed = rss([item("/a", "Fähre: XrevoltX")]).encode().replace(b"X", b"\x93", 1)
    assert read(feed.replace(b"X", b"\x94")).announcements[0].title == "Fähre: “revolt”"


@given(st.sampled_from(sorted(KINDS)), st.integers(0, 400), st.binary(max_size=20))
def test_a_feed_with_bytes_put_in_anywhere_gives_content_or_a_refusal(
    nature: str, place: int, noise: bytes
) -> None:
    body = KINDS[nature].encode()
    try:
        content = read(body[:place] + noise + body[place:])
    except RefusedError as error:
        assert error.detail.endswith(".")
    else:
        assert all(each.url.startswith("http") for each in content.announcements)
