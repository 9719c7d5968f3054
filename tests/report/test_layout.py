"""Pages of every kind at three widths, light and dark, and on paper: nothing is cut."""

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.chromium import chromium

from .looked_at import CUT, OPEN_ALL, PAGES

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1440)
A4 = {"width": 718, "height": 1047}
"""What the margins leave of a page of A4, in pixels of CSS."""
SEEN = r"""() => {
  const found = [], walk = document.createTreeWalker(document.querySelector('main'), 4);
  while (walk.nextNode()) {
    const each = walk.currentNode.parentElement;
    const text = walk.currentNode.data.trim();
    const hidden = each.closest('.hidden, svg, script');
    if (/^[ -~]{12,}$/.test(text) && each.checkVisibility() && !hidden) found.push(text);
  }
  return found;
}"""
"""Stretches of plain ASCII as they are seen."""


def letters(text: str) -> str:
    """Return the letters and digits of a text: how a PDF places the rest is its own affair."""
    return "".join(char for char in text.casefold() if char.isalnum())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_or_lies_beyond_the_page(page: Page, kind: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(PAGES[kind].as_uri())
        for _ in range(2):
            assert page.evaluate(CUT) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.evaluate(OPEN_ALL)


def test_what_is_cut_is_noticed(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(PAGES["event"].as_uri())
    page.locator("h1").evaluate("each => each.style = 'width: 500px'")
    assert len(page.evaluate(CUT)) == 1
    page.locator("h1").evaluate("each => each.style = 'height: 5px; overflow: hidden'")
    assert len(page.evaluate(CUT)) == 1


@pytest.mark.parametrize("kind", PAGES)
def test_on_paper_it_is_black_on_white_and_nothing_is_cut(page: Page, kind: str) -> None:
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    page.goto(PAGES[kind].as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    colours = "(s => [s.backgroundColor, s.color])(getComputedStyle(document.body))"
    assert page.evaluate(colours) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]


@pytest.mark.parametrize("kind", PAGES)
def test_all_that_can_be_opened_is_printed(page: Page, kind: str) -> None:
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    page.goto(PAGES[kind].as_uri())
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = letters("".join(sheet.extract_text() for sheet in printed.pages))
    page.emulate_media(media="print")
    page.evaluate(OPEN_ALL)
    seen = page.evaluate(SEEN)
    assert [each for each in seen if letters(each) not in text] == []
    assert len(seen) >= (1 if kind == "front" else 5)
