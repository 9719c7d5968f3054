"""After a replay has ended, its reports lead to the pages as they were kept."""

import re
from pathlib import Path

import pytest

from bias.demo.folder import EDITION
from tests.chromium import chromium
from tests.end_to_end.small import make_small_night

ORIGINAL = re.compile(r'<a href="([^"]+)"[^>]*>Original page')


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("night")
    make_small_night(folder)  # its newsroom has ended when this returns
    return folder / "reports" / EDITION


def test_every_original_page_is_there(reports: Path) -> None:
    pages = [path for path in reports.rglob("*.html") if not path.name.endswith("-page.html")]
    links = [
        (page.parent / link) for page in pages for link in ORIGINAL.findall(page.read_text("utf-8"))
    ]
    assert len(links) == 4  # two articles, on the page of the event and on their own
    for link in links:
        assert "Dockers" in link.read_text("utf-8") or "Thugs" in link.read_text("utf-8")


@pytest.mark.browser
def test_a_kept_page_is_shown_and_nothing_in_it_acts(reports: Path, tmp_path: Path) -> None:
    kept = next(reports.rglob("*-page.html"))
    html = kept.read_text("utf-8")
    hostile = "&lt;script&gt;parent.document.title=&#39;owned&#39;&lt;/script&gt;"
    changed = tmp_path / kept.name
    changed.write_text(html.replace("&lt;/body&gt;", f"{hostile}&lt;/body&gt;"), "utf-8")
    assert changed.read_text("utf-8") != html
    with chromium() as browser:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(changed.as_uri())
        page.frame_locator("iframe").get_by_text("port of Vell").first.wait_for()
        assert page.title() != "owned"
        assert [url for url in asked if url.startswith("http")] == []
