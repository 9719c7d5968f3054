"""Characters that cannot be parsed or written never cost an article."""

import msgspec
import pytest

from bias.articles.characters import clean_references, clean_text
from bias.articles.extract import extract_article
from bias.config import Settings
from bias.records import Article
from tests.articles.pages import article_html, make_page, sentences


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("&#11;", " "),
        ("&#xB;", " "),
        ("&#x1f;", " "),
        ("&#127;", " "),
        ("&#0;", "\ufffd"),
        ("&#xD83D;", "\ufffd"),
        ("&#55357", "\ufffd"),
        ("&#xFFFE;", " "),
        ("&#x110000;", "\ufffd"),
        ("&#99999999999;", "\ufffd"),
        ("&#145;", "‘"),
        ("&#x93;", "“"),
        ("&#10;", "&#10;"),
        ("&#8220;", "&#8220;"),
    ],
)
def test_references_to_no_character_become_what_a_browser_shows(reference: str, shown: str) -> None:
    assert clean_references(f"a{reference}b") == f"a{shown}b"


def test_halves_of_a_pair_are_joined_or_replaced() -> None:
    assert clean_text("\ud83d\ude00 and \ude00\ud83d") == "😀 and \ufffd\ufffd"


@pytest.mark.parametrize("reference", ["&#11;", "&#0;", "&#xD800;", "&#x1F", "&#xFFFF;", "&#27;"])
def test_a_control_reference_in_the_text_costs_nothing(reference: str) -> None:
    paragraphs = [sentence.replace(" kept", f" kept{reference}") for sentence in sentences(20)]
    found = extract_article(make_page(article_html(paragraphs)), Settings())
    assert isinstance(found, Article)
    assert found.quality.trusted
    assert len(found.text.split("\n\n")) == 20
    msgspec.json.encode(found)


@pytest.mark.parametrize("key", ["headline", "articleBody", "datePublished", "inLanguage"])
@pytest.mark.parametrize("escape", [r"\ud83d", r"\ude00", r"\u0000", r"\u001b", r"\uffff"])
def test_json_ld_with_half_a_character_gives_the_article(key: str, escape: str) -> None:
    data = f'{{"@type": "NewsArticle", "{key}": "The miller counts {escape}"}}'
    script = f'<script type="application/ld+json">{data}</script>'
    page = article_html(sentences(20)).replace("</head>", f"{script}</head>")
    found = extract_article(make_page(page), Settings())
    assert isinstance(found, Article)
    msgspec.json.encode(found).decode()


def test_an_author_of_half_an_emoji_and_an_announced_one_can_be_written() -> None:
    data = r'{"@type": "NewsArticle", "author": {"name": "Ada \ud83d Ray"}}'
    script = f'<script type="application/ld+json">{data}</script>'
    page = f"<html><head>{script}</head><body><p>{' '.join(sentences(20))}</p></body></html>"
    found = extract_article(make_page(page, title="Sacks \ud83d counted"), Settings())
    assert isinstance(found, Article)
    msgspec.json.encode(found).decode()
