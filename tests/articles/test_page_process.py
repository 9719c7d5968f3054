"""A page that takes more than its budget is a gap, and the next page is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bias.articles import page_process
from bias.articles.page_process import PageFailedError, PageProcess
from bias.config import Settings
from bias.records import Article, Gap, GapReason
from tests.articles.pages import article_html, make_page, sentences

PAGE = make_page(article_html(sentences(12)))


def test_the_documents_state_the_budget() -> None:
    said = (Path(__file__).parents[2] / "docs" / "outlets.md").read_text()
    assert f"more than {page_process.SECONDS:g} seconds or 2 GiB" in said
    assert page_process.MEMORY_BYTES == 2 << 30


@pytest.fixture(scope="module")
def process() -> Iterator[PageProcess]:
    made = PageProcess()
    yield made
    made.close()


def test_pages_are_read_one_after_another(process: PageProcess) -> None:
    settings = Settings()
    first, second = (process.read(PAGE, settings, None) for _ in range(2))
    assert isinstance(first, Article)
    assert first == second
    assert first.text.startswith("On day 0")


def test_the_settings_of_the_caller_hold(process: PageProcess) -> None:
    found = process.read(PAGE, Settings(min_article_words=5_000), None)
    assert isinstance(found, Article)
    assert found.quality.reason is GapReason.TOO_SHORT


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    process = PageProcess(seconds=0.0)
    found = process.read(PAGE, Settings(), None)
    process.close()
    assert isinstance(found, Gap)
    assert (found.reason, found.url) == (GapReason.UNREADABLE, PAGE.url)
    assert "more than 0 seconds" in found.detail


def test_a_process_that_ends_is_replaced(
    process: PageProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(process.read(PAGE, Settings(), None), Article)
    bounded = process._process
    monkeypatch.setattr(bounded, "_code", "raise SystemExit")
    bounded.close()
    assert isinstance(process.read(PAGE, Settings(), None), Gap)
    monkeypatch.undo()
    assert isinstance(process.read(PAGE, Settings(), None), Article)


@pytest.mark.parametrize(
    ("outcome", "detail"),
    [(page_process._Outcome(memory=True), "more memory than any page should")],
)
def test_want_of_memory_is_a_gap(outcome: page_process._Outcome, detail: str) -> None:
    found = page_process._found(PAGE, outcome)
    assert isinstance(found, Gap)
    assert detail in found.detail


def test_what_extraction_raises_comes_back_with_its_traceback() -> None:
    outcome = page_process._Outcome(error="ValueError: no", trace="Traceback of the process")
    with pytest.raises(PageFailedError, match="ValueError: no") as raised:
        page_process._found(PAGE, outcome)
    assert raised.value.__notes__ == ["Traceback of the process"]


def test_many_attributes_in_many_tags_are_refused_unparsed() -> None:
    names = " ".join(f"a{number}='1'" for number in range(3_000))
    body = article_html(sentences(12)) + f"<p {names}>x</p>" * 8
    found = page_process.extract_item(make_page(body), Settings())
    assert isinstance(found, Gap)
    assert (found.reason, "attributes" in found.detail) == (GapReason.UNREADABLE, True)
