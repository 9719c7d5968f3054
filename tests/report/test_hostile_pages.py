"""Headlines and names that mean harm: each page shows them as text and does nothing they ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

import bias
from bias.records import Comparison
from bias.report.cards import event_cards
from bias.report.render import render_edition, render_event
from bias.report.views.edition import edition_view
from tests.chromium import chromium

from .looked_at import CUT, OPEN_ALL

pytestmark = pytest.mark.browser

MARKUP = "<script>document.title='taken'</script><img src=x onerror=alert(1)>"
LONG = "regime" * 833
RIGHT_TO_LEFT = "\u202eالشرطة تفرق المتظاهرين\u202c and the mob שלום"
EMOJI = "👩‍👩‍👧‍👦🧨 regime 🏴\U000e0067\U000e0062 " + "e\u0301" * 40
TEXT = (
    "The {who} cleared the harbour of Valdor on Friday night, witnesses said.\n\n"
    "At least {dead} people were killed in the harbour, the city hospital said on Saturday.\n\n"
    "{odd} was what the mayor of Valdor called the crowd in the harbour on Friday night."
)
TOLD = (
    ("regime's thugs", "12", MARKUP),
    ("army", "15", LONG),
    ("soldiers", "twelve", RIGHT_TO_LEFT),
    ("troops", "14", EMOJI),
)


@pytest.fixture(scope="module")
def hostile() -> Comparison:
    """An event in which each outlet, headline and third sentence is hostile in its own way."""
    articles = [
        bias.article(
            TEXT.format(who=who, dead=dead, odd=odd),
            odd[:200],
            title=odd,
            url=f"https://{place}.example/{MARKUP}",
        )
        for place, (who, dead, odd) in enumerate(TOLD)
    ]
    return bias.compare(articles, title=MARKUP)


@pytest.fixture(scope="module")
def folder(hostile: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of that event as a night writes them."""
    root = tmp_path_factory.mktemp("hostile")
    report = render_event(hostile, ())
    (root / "event.html").write_bytes(report.html)
    (root / "alone.html").write_text(bias.report(hostile), encoding="utf-8")
    night = edition_view("2026-03-14", [hostile], (), hostile.event.gaps, ())
    (root / "night.html").write_bytes(render_edition(night))
    for place, (_, page) in enumerate(report.articles):
        (root / f"article-{place}.html").write_bytes(page)
    for name, data in event_cards(hostile, ()):
        (root / name).write_bytes(data)
    return root


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


NAMES = ("event.html", "alone.html", "night.html", *(f"article-{n}.html" for n in range(len(TOLD))))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_hostile_is_shown_and_does_nothing(page: Page, folder: Path, name: str) -> None:
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: asked.append(_address(request)))
    address = (folder / name).as_uri()
    page.goto(address)
    page.evaluate(OPEN_ALL)
    assert said == []
    assert asked == [address]
    assert page.title() != "taken"
    assert page.locator("img, iframe, object, embed, link").count() == 0
    for link in page.locator("a[href]").all():
        assert not (link.get_attribute("href") or "").startswith(("javascript:", "data:"))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_hostile_fits_the_page(page: Page, folder: Path, name: str) -> None:
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((folder / name).as_uri())
        for _ in range(2):
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(CUT) == []
            page.evaluate(OPEN_ALL)


def test_the_words_are_there_as_printed(hostile: Comparison, page: Page, folder: Path) -> None:
    shown = set()
    for place in range(len(TOLD)):
        page.goto((folder / f"article-{place}.html").as_uri())
        shown.add(page.locator("h1").inner_text())
    assert shown == {" ".join(article.title.split()) for article in hostile.articles}


def test_the_policy_stops_what_would_slip_through(page: Page, folder: Path) -> None:
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / "event.html").as_uri())
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        " {textContent: 'document.title = \"taken\"'}))"
    )
    assert page.title() != "taken"
    assert any("Content Security Policy" in text for text in said)


def _address(request: Request) -> str:
    return request.url
