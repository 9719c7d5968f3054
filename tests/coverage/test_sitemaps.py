import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.coverage.sitemaps import Entry, read_sitemap

NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)

ACCENTED = "<urlset><url><loc>/é</loc></url></urlset>"


def urlset(content: str) -> bytes:
    return f"<?xml version='1.0' encoding='UTF-8'?><urlset {NAMESPACES}>{content}</urlset>".encode()


def page(address: str, **fields: str) -> Entry:
    texts = {"changed": "", "title": "", "published": ""} | fields
    return Entry(is_sitemap=False, address=address, **texts)


def test_a_plain_sitemap() -> None:
    body = urlset("<url><loc> /a </loc><lastmod>2026-03-14</lastmod></url><url><loc>/b</loc></url>")
    assert read_sitemap(body) == [page("/a", changed="2026-03-14"), page("/b")]


def test_a_google_news_sitemap() -> None:
    body = urlset(
        "<url><loc>/a</loc><news:news><news:publication><news:name>Harbour</news:name>"
        "</news:publication><news:publication_date>2026-03-14T01:00Z</news:publication_date>"
        "<news:title>Ferry &amp; crew <![CDATA[& cargo]]></news:title></news:news></url>"
    )
    title = "Ferry & crew & cargo"
    assert read_sitemap(body) == [page("/a", title=title, published="2026-03-14T01:00Z")]


def test_an_index_names_sitemaps() -> None:
    body = (
        b"<sitemapindex><sitemap><loc>/1.xml</loc><lastmod>2026</lastmod></sitemap></sitemapindex>"
    )
    assert read_sitemap(body) == [
        Entry(is_sitemap=True, address="/1.xml", changed="2026", title="", published="")
    ]


def test_an_empty_sitemap_is_one() -> None:
    assert read_sitemap(b"<urlset/>") == []


@pytest.mark.parametrize(
    ("body", "addresses"),
    [
        (b" \n<?xml version='1.0'?><urlset><url><loc>/a</loc></url></urlset>", ["/a"]),
        (b"\xef\xbb\xbf<urlset><url><loc>/a</loc></url></urlset>", ["/a"]),
        (b"<urlset><url><loc>/a?b=1&c=2</loc></url></urlset>", ["/a?b=1&c=2"]),
        (b"<urlset><url><loc>/a</loc></url><url><loc>/b</lo", ["/a", "/b"]),
        (b"<urlset><url><loc>/a</loc></url></urlset></html>", ["/a"]),
        (f"<?xml version='1.0' encoding='utf-16'?>{ACCENTED}".encode("utf-16"), ["/é"]),
    ],
)
def test_flawed_sitemaps_are_read_as_far_as_they_go(body: bytes, addresses: list[str]) -> None:
    assert [entry.address for entry in read_sitemap(body)] == addresses


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"{}",
        b"\0" * 1000,
        b"<!doctype html><html><body><url><loc>/a</loc></url></body></html>",
        b"<rss><channel/></rss>",
        b"<urlset",
        b"<urlset>" + b"<a>" * 100_000,
        b"<urlset " + b" ".join(b"a%d='1'" % n for n in range(10_000)),
    ],
)
def test_what_is_no_sitemap_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match="holds no sitemap"):
        read_sitemap(body)


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    laughs = b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    for entities in (laughs, b"<!ENTITY a11 SYSTEM 'file:///etc/passwd'>"):
        body = b"<!DOCTYPE x [%s]><urlset><url><loc>&a11;</loc></url></urlset>" % entities
        try:
            assert [entry.address for entry in read_sitemap(body)] == [""]
        except ValueError as error:
            assert "holds no sitemap" in str(error)


def test_no_more_is_read_than_the_format_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bias.coverage.sitemaps.MAX_ENTRIES", 3)
    assert len(read_sitemap(urlset("<url><loc>/a</loc></url>" * 5))) == 3


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_give_entries_or_a_refusal(content: bytes, wrapped: bool) -> None:
    body = b"<urlset><url><loc>/a</loc></url>" + content if wrapped else content
    try:
        assert all(isinstance(entry, Entry) for entry in read_sitemap(body))
    except ValueError as error:
        assert "holds no sitemap" in str(error)
