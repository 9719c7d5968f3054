"""The pages in a real browser: nothing overflows on a phone, nothing is blocked or fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.chromium import chromium

from .gold import FOLDER
from .invented import EDITION

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
