"""The pages in a real browser: nothing overflows on a phone, nothing is blocked or fails."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from bias.report.render_nights import render_front, render_search
from bias.report.search import entries, find, shard
from bias.report.views.nights import front_view
from tests.chromium import chromium

from .gold import FOLDER
from .invented import EDITION
from .invented_nights import OUTLETS as NIGHT_OUTLETS
from .invented_nights import nights

PAGES = sorted(FOLDER.rglob("*.html"))
NIGHT = FOLDER / EDITION / "index.html"
EVENT = next((FOLDER / EDITION).glob("harbour-*.html"))

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
SCREENS = [(1280, 800, 8), (390, 844, 14)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_width_needs_sideways_scrolling_and_nothing_is_blocked(phone: Page, path: Path) -> None:
    said: list[str] = []
    phone.on("console", lambda message: said.append(_text(message)))
    phone.on("pageerror", lambda error: said.append(str(error)))
    phone.goto(path.as_uri())
    phone.evaluate(OPEN_ALL)
    for width in (360, 390, 768, 1440):
        phone.set_viewport_size({"width": width, "height": 844})
        assert phone.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []


@pytest.mark.parametrize(("width", "height", "screens"), SCREENS)
def test_an_event_is_short_until_something_is_asked_for(
    phone: Page, width: int, height: int, screens: int
) -> None:
    phone.set_viewport_size({"width": width, "height": height})
    phone.goto(EVENT.as_uri())
    assert phone.evaluate("document.documentElement.scrollHeight") <= screens * height


def test_events_of_a_night_can_be_filtered(phone: Page) -> None:
    phone.goto(NIGHT.as_uri())
    shown = phone.locator("[data-event]:visible")
    assert shown.count() == 1
    phone.get_by_role("searchbox").fill("no such word")
    assert shown.count() == 0
    phone.get_by_role("searchbox").fill("troops")
    phone.locator("select[name='outlets']").select_option("radio")
    phone.locator("select[name='kinds']").select_option("missed")
    assert shown.count() == 1


def test_the_search_finds_what_the_terminal_finds(phone: Page, tmp_path: Path) -> None:
    kept = nights(70)
    months = sorted({night.edition[:7] for night in kept})
    (tmp_path / "search").mkdir()
    for month in months:
        rows = entries(night for night in kept if night.edition.startswith(month))
        (tmp_path / "search" / f"{month}.js").write_bytes(shard(month, rows))
    page = tmp_path / "search.html"
    page.write_bytes(render_search(months))
    for asked in ("GUAIDO", "norra tol", "schoo brunm", "norra ylva", "what’s", "hedda wiik"):
        phone.goto(f"{page.as_uri()}?q={quote(asked)}")
        phone.locator("output").get_by_text(f"in {len(months)} of {len(months)} months").wait_for()
        shown = [link.get_attribute("href") for link in phone.locator("#found a").all()]
        found = find(entries(kept), asked)[:200]
        assert shown == [f"{row.edition}/{row.id}.html" for row in found]


def test_a_month_whose_index_is_missing_is_said(phone: Page, tmp_path: Path) -> None:
    page = tmp_path / "search.html"
    page.write_bytes(render_search(["2026-03"]))
    phone.goto(f"{page.as_uri()}?q=norra")
    phone.locator("output").get_by_text("1 month could not be read").wait_for()


def test_without_script_the_search_leads_to_all_titles(browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((FOLDER / "search.html").as_uri())
    page.get_by_role("link", name="March 2026").click()
    assert page.locator("[data-event]").count() == 1
    page.close()


def test_the_front_page_asks_the_search(phone: Page) -> None:
    phone.goto((FOLDER / "index.html").as_uri())
    phone.get_by_role("searchbox").fill("tasker")
    phone.keyboard.press("Enter")
    phone.locator("#found a").first.wait_for()
    assert phone.locator("#found a").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_year_of_nights_fits_every_width(browser: Browser, tmp_path: Path, scheme: Any) -> None:
    kept = nights(365)
    editions = [night.edition for night in kept]
    path = tmp_path / "index.html"
    path.write_bytes(render_front(front_view(editions, kept[-35:], NIGHT_OUTLETS)))
    page = browser.new_page(color_scheme=scheme)
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_without_script_a_night_is_complete(browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(NIGHT.as_uri())
    assert page.locator("[data-event]").first.is_visible()
    assert not page.locator("#filter").is_visible()
    page.close()


def test_a_link_into_a_closed_section_opens_it(phone: Page) -> None:
    phone.goto(EVENT.as_uri())
    assert not phone.locator("#method-rate").is_visible()
    phone.locator("a[href='#method-rate']").first.click()
    assert phone.locator("#method-rate").is_visible()


def test_a_sentence_leads_to_its_place_in_the_marked_article(phone: Page) -> None:
    phone.goto(EVENT.as_uri())
    phone.locator(".brief a").first.click()
    assert phone.locator(".s:target").is_visible()


def test_on_a_phone_contrasts_are_two_lines_and_tables_are_cards(phone: Page) -> None:
    phone.goto(EVENT.as_uri())
    phone.evaluate(OPEN_ALL)
    contrast = phone.locator(".contrast").first
    assert contrast.locator(".line").count() == 2
    assert contrast.locator(".line").first.is_visible()
    assert not contrast.locator(".score").is_visible()
    displayed = "getComputedStyle(document.querySelector('.namings td')).display"
    assert phone.evaluate(displayed) == "block"


def test_a_marked_word_opens_its_note_by_keyboard(phone: Page) -> None:
    phone.goto(EVENT.as_uri())
    mark = phone.locator("button.m").first
    note = phone.locator(f"#{mark.get_attribute('popovertarget')}")
    assert not note.is_visible()
    mark.focus()
    phone.keyboard.press("Enter")
    assert note.is_visible()
    phone.keyboard.press("Escape")
    assert not note.is_visible()


def test_passages_can_be_filtered_by_kind(phone: Page) -> None:
    phone.goto(f"{EVENT.as_uri()}#passages")
    phone.locator("#passages > details > summary").click()
    shown = phone.locator(".group:visible")
    assert shown.count() == 6
    for kind in ("Shared quotations", "Some deny it"):
        phone.get_by_label(kind).check()
        assert shown.count() == 1


def test_the_skip_link_comes_first(phone: Page) -> None:
    phone.goto(EVENT.as_uri())
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.className") == "skip"


def _text(message: ConsoleMessage) -> str:
    return message.text
