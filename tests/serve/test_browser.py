"""The page to paste into, in a real browser: without scripts, by keyboard, at every width."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page

from bias.config import Settings
from bias.demo.folder import EDITION
from bias.serve.app import make_app
from bias.serve.server import HOST, listen
from tests.chromium import chromium
from tests.end_to_end.small import make_small_night
from tests.given.files import HERALD, POST, text

from .conftest import TOKEN

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("serve-browser")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page over the archive of a small night."""
    values = make_small_night(tmp_path_factory.mktemp("night"))
    settings = Settings.model_validate(
        {name.removeprefix("BIAS_").lower(): value for name, value in values.items()}
    )
    with listen(0) as listener:
        config = uvicorn.Config(make_app(settings, TOKEN), lifespan="off", log_config=None)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        yield f"http://{HOST}:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def page(browser: Browser, night: str) -> Iterator[Page]:
    """A tab that was opened with the address that the command prints, scripts switched off."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{night}/?token={TOKEN}")
    yield tab
    context.close()


def test_what_is_pasted_by_keyboard_is_compared(page: Page) -> None:
    page.get_by_label("Outlet").first.focus()
    page.keyboard.type("The Herald")
    page.keyboard.press("Tab")
    page.keyboard.insert_text(text(HERALD))
    page.get_by_label("Outlet").nth(1).fill("The Post")
    page.get_by_label("Text or address").nth(1).fill(text(POST))
    page.get_by_role("button", name="Compare").press("Enter")
    page.get_by_role("link", name="Compare other texts").wait_for(timeout=60_000)
    assert "Thugs" in page.inner_text("main")
    assert "The Post" in page.inner_text("main")


def test_a_search_leads_to_a_comparison_and_to_the_reports(page: Page) -> None:
    page.get_by_role("link", name="Search the archive").click()
    page.get_by_label("Words").fill("port strike")
    page.get_by_role("button", name="Search").click()
    boxes = page.get_by_role("checkbox")
    assert boxes.count() == 2
    page.get_by_role("button", name="Compare the chosen").click()
    assert "Choose at least two" in page.inner_text("main")
    for place in range(2):
        boxes.nth(place).check()
    page.get_by_role("button", name="Compare the chosen").click()
    page.get_by_role("link", name="Compare other texts").wait_for(timeout=60_000)
    page.goto(page.url.split("/comparisons")[0])
    page.get_by_role("link", name="Reports").click()
    page.locator(f'a[href^="{EDITION}/"]').first.click()
    assert EDITION in page.url


@pytest.mark.parametrize("path", ["", "search?words=port+strike", "search?words=nothing", "none"])
def test_no_width_needs_sideways_scrolling_and_nothing_is_blocked(
    browser: Browser, night: str, path: str
) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        said: list[str] = []
        tab.on("console", lambda message: said.append(message.text))
        tab.goto(f"{night}/{path}{'&' if '?' in path else '?'}token={TOKEN}")
        for width in (360, 768, 1440):
            tab.set_viewport_size({"width": width, "height": 844})
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert [line for line in said if "404" not in line] == []


def test_hostile_text_is_shown_as_it_is(page: Page, tmp_path: Path) -> None:
    hostile = '<script>document.title="owned"</script>"><img src=x onerror=alert(1)>'
    page.get_by_label("Outlet").first.fill(hostile[:80])
    page.get_by_label("Text or address").first.fill(hostile)
    page.get_by_role("button", name="Compare").click()
    assert page.get_by_label("Text or address").first.input_value() == hostile
    assert page.locator("main img, main script").count() == 0
