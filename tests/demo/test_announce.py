from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
from lxml import etree
from protego import Protego

from bias.demo.announce import news_sitemap, robots_txt, rss
from bias.demo.sites import Site, plan_sites
from bias.demo.story import Served, Story

ADDRESS = "http://127.0.0.1:8000"
BUILT = datetime(2026, 3, 14, 2, 30, tzinfo=UTC)
HOSTILE = 'Ferry <b>sails</b> & "sinks" ]]> \x00\x0b\ufffe'
NAMESPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def sites() -> tuple[Site, ...]:
    stories = (
        Story(
            outlet="The Courier", title="First", paragraphs=(), line=1, subtitle="Why it matters"
        ),
        Story(outlet="The Courier", title=HOSTILE, paragraphs=(), line=2, section="Coast"),
        Story(outlet="Echo", title="", paragraphs=(), line=3, served=Served.FORBIDDEN),
        Story(outlet="Echo", title="Open", paragraphs=(), line=33),
    )
    times = {s.line: datetime(2026, 3, 13, 20, s.line, tzinfo=UTC) for s in stories}
    return plan_sites(stories, times, Path("folder"))


def parsed(feed: bytes) -> Any:
    return etree.fromstring(feed)


def test_rss_is_read_back_without_complaint() -> None:
    feed = feedparser.parse(rss(sites()[0], ADDRESS, BUILT))
    assert not feed.bozo
    assert (feed.version, feed.feed.title, feed.feed.language) == ("rss20", "The Courier", "en")
    assert [entry.link for entry in feed.entries] == [
        f"{ADDRESS}/the-courier/2-ferry-b-sails-b-sinks",
        f"{ADDRESS}/the-courier/1-first",
    ]
    assert feed.entries[0].published == "Fri, 13 Mar 2026 20:02:00 GMT"
    assert feed.entries[0].tags[0].term == "Coast"
    assert feed.entries[1].summary == "Why it matters"


def test_markup_in_a_title_arrives_as_text() -> None:
    expected = 'Ferry <b>sails</b> & "sinks" ]]> '
    root = parsed(rss(sites()[0], ADDRESS, BUILT))
    assert root.findtext("channel/item/title") == expected
    sitemap = parsed(news_sitemap(sites()[0], ADDRESS))
    assert sitemap.xpath("string(//n:title)", namespaces=NAMESPACES) == expected


def test_the_news_sitemap_has_all_that_google_asks_for() -> None:
    root = parsed(news_sitemap(sites()[0], ADDRESS))
    assert root.tag == f"{{{NAMESPACES['s']}}}urlset"
    for url in root:
        values = [
            url.xpath(f"string({path})", namespaces=NAMESPACES)
            for path in (
                "s:loc",
                "n:news/n:publication/n:name",
                "n:news/n:publication/n:language",
                "n:news/n:publication_date",
                "n:news/n:title",
            )
        ]
        assert values[0].startswith(f"{ADDRESS}/the-courier/")
        assert values[1:3] == ["The Courier", "en"]
        assert datetime.fromisoformat(values[3]).tzinfo
        assert values[4]


def test_an_unknown_title_is_left_out() -> None:
    echo = sites()[1]
    titles = parsed(news_sitemap(echo, ADDRESS)).xpath("//n:title", namespaces=NAMESPACES)
    assert [title.text for title in titles] == ["Open"]
    assert [
        entry.get("title") for entry in feedparser.parse(rss(echo, ADDRESS, BUILT)).entries
    ] == [
        "Open",
        None,
    ]


def test_robots_forbids_what_is_forbidden_and_nothing_else() -> None:
    rules = Protego.parse(robots_txt(sites(), ADDRESS).decode())
    answers = {
        item.story.line: rules.can_fetch(ADDRESS + item.path, "media-bias-comparison")
        for site in sites()
        for item in site.items
    }
    assert answers == {1: True, 2: True, 3: False, 33: True}
    assert list(rules.sitemaps) == [
        f"{ADDRESS}/the-courier/news-sitemap.xml",
        f"{ADDRESS}/echo/news-sitemap.xml",
    ]
