"""The standfirst is a field of its own: as printed, never twice, never a caption or byline."""

import pytest

from bias.articles.extract import extract_article
from bias.config import Settings
from bias.records import Article
from tests.articles.pages import make_page, sentences

TOLD = sentences(12)
DEK = "The miller of Oster kept fewer sacks than anybody had thought possible"


def read(below: str, head: str = "", told: list[str] = TOLD) -> Article:
    body = "".join(f"<p>{one}</p>" for one in told)
    page = (
        f"<html lang='en'><head><title>The mill</title>{head}</head><body><article>"
        f"<h1>The mill</h1>{below}<div class='text'>{body}</div></article></body></html>"
    )
    found = extract_article(make_page(page), Settings())
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    "below",
    [
        f"<p class='article__dek'>{DEK}</p>",
        f"<h2 class='standfirst'>{DEK}</h2>",
        f"<div class='ArticleSubtitle'><p class='subTitle'>{DEK}</p></div>",
        f"<div itemprop='description'>{DEK}</div>",
        f"<div class='byline'>By Ada Ray</div><p id='summary'>{DEK}</p>",
        f"<header><p class='strapline'>{DEK}</p></header>",
    ],
)
def test_what_is_named_so_below_the_title_is_the_standfirst(below: str) -> None:
    found = read(below)
    assert (found.standfirst, found.text) == (DEK, "\n\n".join(TOLD))


def test_what_is_printed_below_the_title_and_declared_is_the_standfirst() -> None:
    head = f"<meta property='og:description' content='{DEK}'>"
    assert read(f"<div class='x12'>{DEK}</div>", head).standfirst == DEK


def test_a_description_that_is_printed_nowhere_is_none() -> None:
    assert read("", f"<meta property='og:description' content='{DEK}'>").standfirst == ""


def test_the_lead_stays_in_the_text_where_the_page_declares_it() -> None:
    assert read("", f"<meta property='og:description' content='{TOLD[0]}'>").standfirst == ""


@pytest.mark.parametrize(
    "below",
    [
        "<p class='summary'>Photo: the mill of Oster on a day in spring</p>",
        "<p class='deck'>By Ada Ray, Ben Ode and Cy Quill in Oster</p>",
        f"<figure><p class='dek'>{DEK}</p></figure>",
        f"<aside><p class='dek'>{DEK}</p></aside>",
        "<p class='dek'>Short one</p>",
        "<p class='dek'>Join those who read the Herald for all that is counted in Oster</p>",
    ],
)
def test_captions_bylines_and_prompts_are_none(below: str) -> None:
    assert read(below).standfirst == ""
