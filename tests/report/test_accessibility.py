"""Pages of every kind for those who read by ear or keyboard: WCAG 2.2 AA as axe-core checks it."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import chromium

from .looked_at import OPEN_ALL, PAGES

pytestmark = pytest.mark.browser

WIDTHS = (360, 1440)
CHECK = """() => axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {'label-content-name-mismatch': {enabled: true}, 'target-size': {enabled: true}},
}).then(found => found.violations.map(each => [each.id, each.nodes.map(node => node.html)]))"""
REACHABLE = """() => [...document.querySelectorAll(
  'a[href], button, summary, select, input, [tabindex="0"]')]
  .filter(each => each.checkVisibility({visibilityProperty: true})
    && !each.disabled && !(each.type === 'radio' && !each.checked))
  .map((each, place) => (each.dataset.place = place))"""
"""What the Tab key must reach, numbered; of several radio buttons it reaches the chosen one."""
FOCUSED = """() => {
  const each = document.activeElement, style = getComputedStyle(each);
  return [each.dataset.place, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2];
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the program of axe-core, as the package brings it; it asks no network."""
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        message = "axe-playwright-python is not installed; run: make test, or install .[dev]"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, axe: str, kind: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(PAGES[kind].as_uri())
        page.evaluate(OPEN_ALL)
        page.evaluate(axe)
        assert page.evaluate(CHECK) == []


def test_axe_finds_what_is_wrong(page: Page, axe: str) -> None:
    page.goto(PAGES["event"].as_uri())
    page.locator("h1").evaluate("each => { each.style = 'color: #bbb; background: #fff' }")
    page.evaluate(axe)
    assert [rule for rule, _ in page.evaluate(CHECK)] == ["color-contrast"]


@pytest.mark.parametrize("kind", PAGES)
def test_the_tab_key_reaches_everything_in_order_and_shows_where_it_is(
    page: Page, kind: str
) -> None:
    page.goto(PAGES[kind].as_uri())
    page.evaluate(OPEN_ALL)
    places = page.evaluate(REACHABLE)
    reached = []
    for _ in places:
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    assert reached == [[str(place), True] for place in places]
    assert len(places) > 1


def test_a_closed_section_opens_by_keyboard(page: Page) -> None:
    page.goto(PAGES["event"].as_uri())
    summary = page.locator("main section > details > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert summary.evaluate("each => each.parentElement.open")
