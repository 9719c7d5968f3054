"""What every page keeps to, whatever it shows: safety, links, and what a screen reader needs."""

import base64
import hashlib
import posixpath
import re
from collections import Counter
from typing import cast
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from .gold import FOLDER, outputs
from .invented import HOSTILE

PAGES = {
    path.relative_to(FOLDER).as_posix(): data
    for path, data in outputs().items()
    if path.suffix == ".html"
}
BESIDE = (".json", ".csv", ".png", ".svg")
ELSEWHERE = "../measured/"
"""What each stage took is told after a night was made, on a page that none of these tests makes."""
"""Files that pages link to and that are no pages."""
EVENT = "harbour-square-0a1b2c.html"


def parsed(name: str) -> html.HtmlElement:
    """Return a page as a tree."""
    return cast("html.HtmlElement", html.document_fromstring(PAGES[name].decode()))


EVENT_PAGE = parsed(f"2026-03-14/{EVENT}")
CONTRAST_AA = 4.5


def texts(node: html.HtmlElement, path: str) -> list[str]:
    """Return the attributes or texts that a path selects."""
    return [str(item) for item in cast("list[object]", node.xpath(path))]


def nodes(node: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    """Return the elements that a path selects."""
    return cast("list[html.HtmlElement]", node.xpath(path))


@pytest.fixture(params=list(PAGES))
def page(request: pytest.FixtureRequest) -> html.HtmlElement:
    return parsed(request.param)


def test_hostile_text_stays_text(page: html.HtmlElement) -> None:
    assert nodes(page, "//img | //iframe | //link | //object") == []
    assert nodes(page, "//form[not(@role='search' and @action='search.html')]") == []
    policy = texts(page, "//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for script in texts(page, "//script/text()"):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"script-src 'sha256-{digest}'" in policy
    assert len(nodes(page, "//script")) == policy.count("script-src")
    assert not [name for node in page.iter() for name in node.attrib if name.startswith("on")]


def test_hostile_text_is_shown_not_dropped() -> None:
    assert EVENT_PAGE.text_content().count(HOSTILE) >= 6


def test_nothing_is_loaded_from_elsewhere(page: html.HtmlElement) -> None:
    policy = texts(page, "//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert texts(page, "//@src | //@style | //@srcset | //@background") == []
    assert "url(" not in texts(page, "//style/text()")[0]


def test_links_are_http_or_lead_to_a_place_that_exists(page: html.HtmlElement) -> None:
    ids = set(texts(page, "//@id"))
    for target in texts(page, "//a/@href"):
        parts = urlsplit(target)
        if target.startswith("#"):
            assert target[1:] in ids, target
        elif parts.scheme:
            assert parts.scheme in ("http", "https"), target


def test_links_between_pages_exist() -> None:
    night = parsed("index.html")
    assert nodes(night, "//a[@href='2026-03-14/index.html']")
    ids = {name: set(texts(parsed(name), "//@id")) for name in PAGES}
    followed = 0
    for name in PAGES:
        for target in texts(parsed(name), "//a/@href"):
            path, _, anchor = unquote(target).partition("#")
            if path.startswith(ELSEWHERE) or path.endswith(BESIDE):
                continue
            if path and not urlsplit(path).scheme:
                page = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
                assert page in ids, (name, target)
                assert not anchor or anchor in ids[page], (name, target)
                followed += 1
    assert followed > 100  # noqa: PLR2004 - every sentence of the event's page leads to its article


def test_ids_are_unique(page: html.HtmlElement) -> None:
    assert [id_ for id_, count in Counter(texts(page, "//@id")).items() if count > 1] == []


def test_one_heading_of_the_first_level_and_none_skipped(page: html.HtmlElement) -> None:
    levels = [int(node.tag[1]) for node in page.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_landmarks_and_language(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en"
    assert len(nodes(page, "//main")) == 1
    assert texts(page, "//a[@class='skip']/@href") == ["#main"]
    assert texts(page, "//title/text()")[0].strip()
    assert all(nav.get("aria-label") for nav in page.iter("nav"))


def test_what_can_be_operated_has_a_name(page: html.HtmlElement) -> None:
    for node in nodes(page, "//a | //button | //summary | //label"):
        assert node.get("aria-label") or node.text_content().strip(), html.tostring(node)
    assert len(nodes(page, "//label/input")) == len(nodes(page, "//input"))
    notes = texts(page, "//*[@popover]/@id")
    assert set(texts(page, "//@popovertarget")) <= set(notes)


def test_charts_and_tables_have_names(page: html.HtmlElement) -> None:
    ids = {node.get("id"): node.text_content() for node in nodes(page, "//*[@id]")}
    for chart in nodes(page, "//svg[not(@aria-hidden)]"):
        assert chart.get("role") == "img"
        assert all(ids[id_].strip() for id_ in (chart.get("aria-labelledby") or "").split())
    named = nodes(page, "//*[@aria-label or @aria-labelledby]/table[.//th[@scope]]")
    assert len(named) == len(nodes(page, "//table"))


def test_article_text_states_its_direction_and_language() -> None:
    arabic = nodes(EVENT_PAGE, "//p[@class='head'][@lang='ar']")
    assert [node.get("dir") for node in arabic] == ["auto"]


def test_no_word_of_verdict(page: html.HtmlElement) -> None:
    shown = page.text_content().lower()
    assert "bias score" not in shown
    assert not re.search(r"\b(most|least) (biased|loaded)\b", shown)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_colours_stand_out(scheme: str) -> None:
    style = texts(EVENT_PAGE, "//style/text()")[0]
    block = style.split(":root {")[1 if scheme == "light" else 2].split("}")[0]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    pairs = [(ink, "paper") for ink in ("ink", "muted", "link", "alert", "mark-line")]
    pairs += [("ink", ground) for ground in ("mark", "quote", "soft", "target")]
    pairs += [("muted", "quote"), ("muted", "soft"), ("muted", "target")]
    for ink, ground in pairs:
        assert _contrast(colours[ink], colours[ground]) >= CONTRAST_AA, (ink, ground)


def _contrast(a: str, b: str) -> float:
    """Return the WCAG 2.2 contrast ratio of two colours."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_table_has_a_caption(page: html.HtmlElement) -> None:
    assert [node for node in page.iter("table") if not nodes(node, "./caption[text()]")] == []


def test_what_a_figure_means_is_one_click_away(page: html.HtmlElement) -> None:
    assert texts(page, "//a/@href[contains(., '#method')]")
    assert "No person checked the result." in page.text_content()
    for section in nodes(page, "//section[.//figure or .//table[not(@class='mini')]]"):
        assert nodes(section, ".//a[starts-with(@href, '#method')]"), section.get("aria-labelledby")


def test_what_was_not_joined_is_not_said_to_be_untold(page: html.HtmlElement) -> None:
    shown = page.text_content().lower()
    assert "not told" not in shown
    assert "left out by" not in shown
