"""What stands among the paragraphs of an article is the article's, whatever its markup."""

import pytest

from bias.articles.blocks import TextBlock
from bias.articles.document import Document, read_document
from bias.articles.extract import extract_article
from bias.articles.outline import outline
from bias.articles.restored import restore
from bias.config import Settings
from bias.records import Article, BlockKind
from tests.articles.pages import article_html, make_page, sentences

TOLD = sentences(8)


def read(body: str) -> Article:
    page = f"<html lang='en'><head><title>The mill</title></head><body>{body}</body></html>"
    found = extract_article(make_page(page), Settings())
    assert isinstance(found, Article)
    return found


def paragraphs(*inner: str) -> str:
    return "".join(f"<p>{one}</p>" for one in inner)


@pytest.mark.parametrize(
    "linked",
    [
        "<p><a href='/x'>{}</a></p>",
        "<div class='wrap'><p><a href='/x'><strong>{}</strong></a></p></div>",
        "<p><strong><a href='/x'>{}</a></strong></p>",
    ],
)
def test_a_paragraph_that_is_one_link_is_told(linked: str) -> None:
    body = paragraphs(*TOLD[:3]) + linked.format(TOLD[3]) + paragraphs(*TOLD[4:])
    assert read(f"<article><h1>The mill</h1>{body}</article>").text.split("\n\n") == TOLD


def test_a_linked_teaser_between_paragraphs_is_not_told() -> None:
    teaser = "<p><a href='/x'>More sacks were counted at the mill in Oster</a></p>"
    body = paragraphs(*TOLD[:4]) + teaser * 2 + paragraphs(*TOLD[4:])
    assert read(f"<article><h1>The mill</h1>{body}</article>").text.split("\n\n") == TOLD


def test_block_quotations_lists_and_headings_keep_their_kind() -> None:
    body = (
        paragraphs(*TOLD[:3])
        + f"<blockquote><p>{TOLD[3]}</p></blockquote><h2>What was counted</h2>"
        + paragraphs(TOLD[4])
        + f"<ul><li>{TOLD[5]}</li><li>{TOLD[6]}</li></ul>"
        + paragraphs(TOLD[7])
    )
    found = read(f"<article><h1>The mill</h1>{body}</article>")
    assert [found.block(i).kind.value for i in range(9)] == [
        *(["paragraph"] * 3),
        *("quotation", "heading", "paragraph", "list_item", "list_item", "paragraph"),
    ]
    assert len(found.blocks) == len(found.text.split("\n\n")) == 9


def test_an_interview_keeps_its_turns() -> None:
    asked = [f"Q: {TOLD[0]}", f"A: {TOLD[1]}", f"Q: {TOLD[2]}", f"A: {TOLD[3]}", *TOLD[4:]]
    found = read(f"<article><h1>The mill</h1>{paragraphs(*asked)}</article>")
    assert [block.kind.value for block in found.blocks[:5]] == [
        *("question", "answer", "question", "answer", "answer")
    ]


def test_words_for_screen_readers_are_not_told() -> None:
    spoken = "<a href='/x'>sacks<span class='visually-hidden'>, opens new tab</span></a>"
    told = [one.replace("sacks", spoken) for one in TOLD]
    assert read(f"<article><h1>The mill</h1>{paragraphs(*told)}</article>").text == "\n\n".join(
        TOLD
    )


def test_nothing_is_told_twice() -> None:
    document = read_document(make_page(article_html(TOLD)))
    assert isinstance(document, Document)
    joined = [TextBlock(text=f"{TOLD[0]} {TOLD[1]}"), *(TextBlock(text=one) for one in TOLD[2:])]
    restored = restore(joined, outline(document.tree))
    assert [block.text for block in restored] == [block.text for block in joined]


def test_two_line_breaks_end_a_paragraph_and_one_does_not() -> None:
    document = read_document(make_page("<body><div>One<br>two<br><br>three</div></body>"))
    assert isinstance(document, Document)
    assert [spot.text for spot in outline(document.tree)] == ["One two", "three"]


def test_a_heading_is_known_by_its_element() -> None:
    document = read_document(make_page("<body><h2>The <b>mill</b></h2><p><b>All bold</b></p>"))
    assert isinstance(document, Document)
    spots = outline(document.tree)
    assert [(spot.text, spot.kind, spot.strong) for spot in spots] == [
        ("The mill", BlockKind.HEADING, False),
        ("All bold", BlockKind.PARAGRAPH, True),
    ]


@pytest.mark.parametrize("between", ["", "<aside><p>An advertisement.</p></aside>"])
def test_an_article_cut_into_containers_of_one_make_is_whole(between: str) -> None:
    parts = [sentences(6, first=start) for start in (0, 6, 12)]
    cut = between.join(f"<div class='chunk'>{paragraphs(*part)}</div>" for part in parts)
    found = read(f"<div class='story'><h1>The mill</h1>{cut}</div>")
    assert found.text.split("\n\n") == [line for part in parts for line in part]
