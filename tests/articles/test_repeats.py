"""What stands at several addresses of an outlet is no article of any."""

from msgspec.structs import replace

from bias.articles.extract import extract_article
from bias.articles.repeats import distrust_repeats
from bias.config import Settings
from bias.records import Article, Gap, GapReason
from tests.articles.pages import article_html, make_page, sentences


def story(name: str, announced: str = "", count: int = 12) -> Article:
    found = extract_article(
        make_page(article_html(sentences(count)), url=f"https://herald.example/{name}"), Settings()
    )
    assert isinstance(found, Article)
    assert found.quality.trusted
    return replace(found, announced_title=announced)


def trusted(*rows: Article | Gap) -> list[bool]:
    return [isinstance(row, Article) and row.quality.trusted for row in distrust_repeats(rows)]


def test_one_text_under_two_titles_is_trusted_at_neither_address() -> None:
    one, other = story("a", "Harbour strike ends"), story("b", "Swans stop traffic")
    apart = story("c", "Choir sings on the pier", count=14)
    found = distrust_repeats((one, apart, other))
    assert trusted(one, apart, other) == [False, True, False]
    assert isinstance(found[0], Article)
    assert found[0].quality.reason is GapReason.OTHER_PAGE
    assert "2 articles" in found[0].quality.detail
    assert (found[0].text, found[0].announced_title) == (one.text, one.announced_title)


def test_one_text_at_three_addresses_is_a_wall_whatever_was_announced() -> None:
    assert trusted(*(story(name) for name in "abc")) == [False] * 3


def test_one_article_may_be_announced_twice() -> None:
    plain = story("a", "Harbour strike ends"), story("b", "Strike in the harbour ends at last")
    assert trusted(*plain) == [True, True]
    assert trusted(story("a"), story("b", "Harbour strike ends")) == [True, True]


def test_gaps_and_empty_texts_are_left_as_they_are() -> None:
    gap = Gap(outlet="herald", reason=GapReason.FORBIDDEN, detail="No.")
    empty = [replace(story(name), text="") for name in "abc"]
    assert distrust_repeats([gap, *empty]) == [gap, *empty]
