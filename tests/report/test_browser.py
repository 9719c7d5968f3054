"""The pages in a real browser: nothing overflows on a phone, nothing is blocked or fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.chromium import chromium

from .gold import FOLDER
from .invented import EDITION

PAGES = sorted(FOLDER.rglob("*.html"))
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


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_phone_needs_no_sideways_scrolling_and_nothing_is_blocked(phone: Page, path: Path) -> None:
    said: list[str] = []
    phone.on("console", lambda message: said.append(_text(message)))
    phone.on("pageerror", lambda error: said.append(str(error)))
    phone.goto(path.as_uri())
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert said == []


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
    phone.goto(EVENT.as_uri())
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
