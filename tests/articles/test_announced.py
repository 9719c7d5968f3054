"""A page that is not what was announced is told by the announced title, whatever it says itself."""

import pytest

from bias.articles.extract import extract_article
from bias.config import Settings
from bias.records import Article, Gap, GapReason
from tests.articles.pages import article_html, make_page, sentences

ANNOUNCED = "Harbour strike ends after nine days of talks"
PLEASE = "Please enable JavaScript to view this page."


def reason(body: str, announced: str = "") -> GapReason | None:
    found = extract_article(make_page(body, title=announced), Settings())
    return found.reason if isinstance(found, Gap) else found.quality.reason


def page(head: str = "", body: str = "", title: str = "The miller counts his sacks") -> str:
    start = f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head>"
    return f"{start}<body><h1>{title}</h1>{body}</body></html>"


STORY = "".join(f"<p>{each}</p>" for each in sentences(12))


def test_a_page_that_holds_nothing_of_the_announced_title_is_another() -> None:
    found = extract_article(make_page(article_html(sentences(12)), title=ANNOUNCED), Settings())
    assert isinstance(found, Article)
    assert not found.quality.trusted
    assert found.quality.reason is GapReason.OTHER_PAGE
    assert (found.announced_title, found.title) == (ANNOUNCED, "The miller counts his sacks")


def test_one_word_of_three_that_any_page_may_hold_does_not_make_it_the_article() -> None:
    assert reason(article_html(sentences(12)), "Counted votes surprise") is GapReason.OTHER_PAGE


@pytest.mark.parametrize(
    "announced",
    [
        "",
        "Live",
        "The miller counts his sacks",
        "Exclusive interview: miller counted every single sack",
        "THE MILLER COUNTS: our picture of the week",
    ],
    ids=["none", "one word", "the same", "rewritten", "longer"],
)
def test_an_announced_title_may_be_written_anew(announced: str) -> None:
    assert reason(article_html(sentences(12)), announced) is None


@pytest.mark.parametrize(
    ("url", "is_other"),
    [
        ("https://herald.example/news/harbour-strike-ends-after-talks-12345", True),
        ("https://herald.example/miller-counts-sacks-again.html", False),
        ("https://herald.example/world-europe-55512345", False),
        ("https://herald.example/8f3a91c7-77aa-4be1", False),
    ],
    ids=["foreign", "its own", "a section", "a code"],
)
def test_the_address_stands_in_where_nothing_was_announced(url: str, is_other: bool) -> None:
    found = extract_article(make_page(article_html(sentences(12)), url=url), Settings())
    assert isinstance(found, Article)
    assert (found.quality.reason is GapReason.OTHER_PAGE) is is_other


def test_the_text_alone_may_bear_out_the_announced_title() -> None:
    told = f"<p>The strike in the harbour ended after nine days of talks.</p>{STORY}"
    assert reason(page(body=told), ANNOUNCED) is None


def test_an_answer_that_breaks_off_is_cut() -> None:
    whole = article_html(sentences(14))
    assert reason(whole) is None
    assert reason(whole[: whole.index("kept 31") + 5]) is GapReason.CUT_SHORT
    assert reason(whole.removesuffix("</article></body></html>")) is GapReason.CUT_SHORT
    assert reason(whole.removesuffix("</body></html>")) is None


def refresh(content: str) -> str:
    return f'<meta http-equiv="Refresh" content="{content}">'


@pytest.mark.parametrize(
    "head",
    [
        refresh("0; url=https://elsewhere.example/story"),
        refresh("3;URL='/consent'"),
        refresh("0, url=/login?next=/story"),
    ],
)
def test_a_page_that_sends_a_browser_on_is_no_article(head: str) -> None:
    assert reason(page(head, "<p>You are being taken to the story.</p>")) is GapReason.REFRESHES


@pytest.mark.parametrize(
    "head",
    [
        refresh("300"),
        refresh("0; url=/story?again=1"),
        refresh("600; url=/news"),
        f"<noscript>{refresh('0; url=/plain')}</noscript>",
        refresh("0; url=http://[broken"),
    ],
    ids=["reloads", "itself", "much later", "without scripts", "no address"],
)
def test_a_page_that_reloads_is_read(head: str) -> None:
    assert reason(page(head, STORY)) is None
    assert reason(page(head)) is not GapReason.REFRESHES


@pytest.mark.parametrize(
    "body",
    [
        f"<div id='root'></div><noscript>{PLEASE}</noscript>",
        "<p>JavaScript is required.</p>",
        "<p>You need to turn on JavaScript to run this app.</p>",
    ],
)
def test_a_page_for_scripts_alone_says_so(body: str) -> None:
    assert reason(page(body=body)) is GapReason.NEEDS_SCRIPT


def test_a_whole_article_may_ask_for_scripts_too() -> None:
    assert reason(page(body=f"<noscript>{PLEASE}</noscript>{STORY}")) is None
