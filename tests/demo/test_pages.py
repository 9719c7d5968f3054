import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from bias.demo.layouts import LAYOUTS
from bias.demo.pages import article_page, error_page, front_page, picture, root_page, stylesheet
from bias.demo.sites import Site, plan_sites
from bias.demo.story import LayoutName, Served, Story

ADDRESS = "http://127.0.0.1:8000"
PARAGRAPHS = tuple(f"Crossing number {n} took {n + 3} hours, the crew said." for n in range(1, 31))
HOSTILE = "</script><script>alert(1)</script> & \"quoted\" 'so' <b>bold</b> {{ 7 * 7 }} \x00 ]]>"
every_layout = pytest.mark.parametrize("layout", LayoutName)


def site_of(**fields: Any) -> Site:
    plain: dict[str, Any] = {"outlet": "The Courier", "title": "Ferry sails", "line": 1}
    plain["paragraphs"] = PARAGRAPHS
    first = Story(**(plain | fields))
    others = [
        Story(outlet=first.outlet, title=f"Other story {n}", paragraphs=(), line=n)
        for n in range(2, 6)
    ]
    stories = (first, *others)
    times = {story.line: datetime(2026, 3, 13, 21, story.line, tzinfo=UTC) for story in stories}
    (site,) = plan_sites(stories, times, Path("folder"))
    return site


def page_of(**fields: Any) -> str:
    site = site_of(**fields)
    return article_page(site.items[-1], site, ADDRESS).decode()


def parsed(page: str) -> Any:
    return html.fromstring(page)


def body_text(page: str) -> str:
    body = parsed(page).find("body")
    return " ".join(body.text_content().split())


def linked_data(page: str) -> list[dict[str, Any]]:
    texts = parsed(page).xpath("//script[@type='application/ld+json']/text()")
    return [json.loads(text) for text in texts]


def test_every_layout_has_a_look_and_a_template() -> None:
    assert set(LAYOUTS) == set(LayoutName)
    sheets = {stylesheet(name) for name in LayoutName}
    assert len(sheets) == len(LayoutName)


@every_layout
def test_every_paragraph_stands_exactly_once_in_the_body(layout: LayoutName) -> None:
    text = body_text(page_of(layout=layout))
    assert [text.count(paragraph) for paragraph in PARAGRAPHS] == [1] * len(PARAGRAPHS)
    places = [text.index(paragraph) for paragraph in PARAGRAPHS]
    assert places == sorted(places)


@every_layout
def test_a_page_has_what_real_news_pages_have(layout: LayoutName) -> None:
    page = parsed(
        page_of(layout=layout, authors=("Ann Example", "Bo Sample"), subtitle="After a year.")
    )
    text = " ".join(page.text_content().split())
    url = f"{ADDRESS}/the-courier/1-ferry-sails"
    assert page.xpath("string(//h1)") == "Ferry sails"
    assert page.xpath("string(//link[@rel='canonical']/@href)") == url
    assert page.xpath("string(//meta[@property='og:title']/@content)") == "Ferry sails"
    assert page.xpath("//nav//a") and page.xpath("//footer")
    assert "Ann Example and Bo Sample" in text
    assert "After a year." in text
    assert "partners store cookies" in text
    assert "Advertisement" in text
    assert "Other story 5" in text
    assert re.search(r"13 Mar|March 13|13/03/2026|2026-03-13", text)


@every_layout
@pytest.mark.parametrize("served", Served)
def test_hostile_text_is_printed_not_run(layout: LayoutName, served: Served) -> None:
    page = page_of(
        layout=layout,
        served=served,
        outlet=HOSTILE,
        title=HOSTILE,
        subtitle=HOSTILE,
        authors=(HOSTILE,),
        section=HOSTILE,
        paragraphs=(HOSTILE,) * 3,
        language='"><script>',
    )
    assert "alert(1)</script>" not in page
    assert "<b>bold</b>" not in page
    assert "49" not in page
    scripts = parsed(page.replace("\x00", "")).xpath("//script")
    assert {script.get("type") for script in scripts} <= {"application/ld+json"}
    for data in linked_data(page.replace("\x00", "")):
        nodes = data.get("@graph", [data])
        assert HOSTILE in (nodes[0].get("headline"), nodes[0].get("name"))


def test_linked_data_tells_the_kind_of_page() -> None:
    def kind(served: Served, layout: LayoutName) -> dict[str, Any]:
        (data,) = linked_data(page_of(served=served, layout=layout))
        nodes: list[dict[str, Any]] = data.get("@graph", [data])
        return nodes[0]

    for layout in (LayoutName.BROADSHEET, LayoutName.MAGAZINE):
        article = kind(Served.PAGE, layout)
        assert article["@type"] == "NewsArticle"
        assert article["datePublished"] == "2026-03-13T21:01:00+00:00"
        assert article["isAccessibleForFree"] is True
        walled = kind(Served.PAYWALLED, layout)
        assert walled["isAccessibleForFree"] is False
        assert walled["hasPart"]["cssSelector"] == ".paywall"
        assert kind(Served.LIVE_BLOG, layout)["@type"] == "LiveBlogPosting"
        assert kind(Served.VIDEO, layout)["@type"] == "VideoObject"


@every_layout
def test_a_paywalled_page_says_so_and_keeps_the_rest_back(layout: LayoutName) -> None:
    text = body_text(page_of(layout=layout, served=Served.PAYWALLED))
    assert "Subscribe to continue reading" in text
    assert PARAGRAPHS[0] in text
    assert PARAGRAPHS[5] not in text


@every_layout
def test_a_live_blog_times_each_entry(layout: LayoutName) -> None:
    page = page_of(layout=layout, served=Served.LIVE_BLOG)
    times = parsed(page).xpath("//article[@class='live-entry']//time/text()")
    assert times[:2] == ["21:01", "20:54"]
    assert len(times) == len(PARAGRAPHS)


@every_layout
def test_a_video_page_has_a_player_and_no_text(layout: LayoutName) -> None:
    page = page_of(layout=layout, served=Served.VIDEO)
    assert parsed(page).xpath("//video")
    assert PARAGRAPHS[0] in body_text(page)
    assert PARAGRAPHS[1] not in page


@every_layout
def test_an_excerpt_breaks_off_and_links_on(layout: LayoutName) -> None:
    text = body_text(page_of(layout=layout, paragraphs=PARAGRAPHS[:1], complete=False))
    assert PARAGRAPHS[0] + " …" in text
    assert "Continue reading" in text


@every_layout
def test_empty_fields_leave_no_trace(layout: LayoutName) -> None:
    page = page_of(layout=layout, title="", paragraphs=())
    assert "None" not in page
    assert "<title>The Courier</title>" in page


def test_the_front_page_lists_every_headline_newest_first() -> None:
    page = parsed(front_page(site_of(title=HOSTILE.replace("\x00", "")), ADDRESS).decode())
    headlines = page.xpath("//article/h2/a/text()")
    assert headlines[:4] == [f"Other story {n}" for n in (5, 4, 3, 2)]
    assert headlines[4] == HOSTILE.replace("\x00", "")


def test_the_other_pages_render() -> None:
    assert b"The Courier" in root_page((site_of(),), "2026-03-14")
    assert b"<svg" in picture(7)
    assert picture(7) != picture(8)
    assert b"Page not found" in error_page(404)
    assert b"Something went wrong" in error_page(500)
