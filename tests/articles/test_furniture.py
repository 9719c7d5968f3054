import lxml.html
import pytest

from bias.articles.furniture import without_furniture
from tests.articles.pages import sentences

STORY = "".join(f"<p>{sentence}</p>" for sentence in sentences(12))
LINE = "A line of eleven words that is no part of it."


def text_of(markup: str) -> str:
    return str(without_furniture(lxml.html.document_fromstring(markup)).text_content())


@pytest.mark.parametrize(
    "part",
    [
        f"<div class='author-bio'><p>{LINE}</p></div>",
        f"<div id='newsletterSignup'><p>{LINE}</p></div>",
        f"<figure><figcaption>{LINE}</figcaption></figure>",
        f"<blockquote class='twitter-tweet'><p>{LINE}</p></blockquote>",
        f"<aside class='c-relatedArticles'>{LINE}</aside>",
        f"<nav>{LINE}</nav>",
        f"<div style='color:red; display: none'>{LINE}</div>",
        f"<div hidden>{LINE}</div>",
        f"<section id='comments'>{'<p>' + LINE + '</p>'}</section>",
        f"<section class='comments-area'>{('<p>' + LINE + '</p>') * 20}</section>",
    ],
)
def test_furniture_is_taken_out(part: str) -> None:
    text = text_of(f"<html><body>{STORY}{part}</body></html>")
    assert LINE not in text
    assert all(sentence in text for sentence in sentences(12))


@pytest.mark.parametrize(
    "page",
    [
        f"<body class='has-newsletter'>{STORY}</body>",
        f"<div class='post author-ada-ray related-posts-on'>{STORY}</div>",
        f"<div class='comments'>{STORY}</div>",
        f"<div class='promoter-list'><p>{LINE}</p></div>{STORY}",
        f"<p class='biology'>{LINE}</p>{STORY}",
    ],
)
def test_what_holds_the_story_or_is_called_otherwise_stays(page: str) -> None:
    text = text_of(f"<html>{page}</html>")
    assert all(sentence in text for sentence in sentences(12))
    assert (LINE in text) == (LINE in page)


def test_the_given_tree_is_left_as_it_was() -> None:
    tree = lxml.html.document_fromstring(f"<nav>{LINE}</nav>{STORY}")
    without_furniture(tree)
    assert LINE in "".join(str(text) for text in tree.itertext())
