import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bias.articles.extract import article_id, extract_article
from bias.config import Settings
from bias.records import Article, Gap, GapReason
from tests.articles.pages import article_html, make_page, sentences

SETTINGS = Settings()
HEAD = "<html lang='en'><head><title>The miller</title></head><body><h1>The miller</h1>"
STORY = "".join(f"<p>{sentence}</p>" for sentence in sentences(12))
MANY_WORDS = "sack mill river bridge and the a of day night " * 100_000


def read(body: bytes | str, **changes: str | None) -> Article | Gap:
    return extract_article(make_page(body, **changes), SETTINGS)


def article(body: bytes | str, **changes: str | None) -> Article:
    found = read(body, **changes)
    assert isinstance(found, Article)
    return found


def test_plain_article_is_read_whole() -> None:
    found = article(article_html(sentences(10)))
    assert found.title == "The miller counts his sacks"
    assert found.text == "\n\n".join(sentences(10))
    assert found.quality.trusted
    assert found.quality.reason is None
    assert found.quality.words == sum(len(sentence.split()) for sentence in sentences(10))
    assert found.quality.agreement == 1.0


def test_newspaper3k_is_asked_only_where_the_first_opinions_differ(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []

    def paragraphs(document: object) -> tuple[str, ...]:
        asked.append(document)
        return ()

    monkeypatch.setattr("bias.articles.extract.newspaper_paragraphs", paragraphs)
    for page in (article_html(sentences(10)), HEAD + STORY):
        article(page)
    assert asked == []
    monkeypatch.setattr("bias.articles.extract.ASK_BELOW", 1.1)
    article(article_html(sentences(10)))
    assert len(asked) == 1


def test_id_depends_on_outlet_and_address_alone() -> None:
    one, other = article(article_html(sentences(10))), article(article_html(sentences(9)))
    assert one.id == other.id == article_id("herald", "https://herald.example/story")
    assert re.fullmatch(r"herald-[0-9a-f]{10}", one.id)


def test_announced_title_and_time_stand_in() -> None:
    page = "".join(f"<p>{sentence}</p>" for sentence in sentences(10))
    found = article(page, title="As announced", published="2026-03-13T20:00:00Z")
    assert (found.title, found.published) == ("As announced", "2026-03-13T20:00:00Z")


def test_page_without_title_and_text_is_a_gap_that_keeps_what_was_announced() -> None:
    found = read("<html><body><div></div></body></html>", published="2026-03-13T20:00:00Z")
    assert isinstance(found, Gap)
    assert found.reason is GapReason.NO_TEXT
    assert found.url == "https://herald.example/story"
    assert found.published == "2026-03-13T20:00:00Z"


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "text/html", GapReason.UNREADABLE),
        (b"GIF89a", "image/gif", GapReason.UNREADABLE),
        (b"\x00\x01\x02" * 900, "text/html", GapReason.UNREADABLE),
        (b"", "text/html", GapReason.NO_TEXT),
        (b" \n ", "", GapReason.NO_TEXT),
        (("<p " + "a " * 12_000 + ">x</p>").encode(), "text/html", GapReason.UNREADABLE),
        (b"<div></div>" * 31_000, "text/html", GapReason.TOO_LONG),
    ],
    ids=["pdf", "gif", "control-characters", "empty", "blank", "attributes", "elements"],
)
def test_what_is_no_page_is_a_gap_with_a_reason(
    body: bytes, content_type: str, reason: GapReason
) -> None:
    found = read(body, content_type=content_type)
    assert isinstance(found, Gap)
    assert found.reason is reason
    assert found.detail.endswith(".")


def test_a_million_words_are_cut_and_not_trusted() -> None:
    found = article(HEAD + "<article><p>" + MANY_WORDS + "</p></article>")
    assert found.quality.reason is GapReason.TOO_LONG
    assert len(found.text) <= SETTINGS.max_article_chars


def test_long_text_is_cut_at_a_paragraph() -> None:
    short = Settings(max_article_chars=1_000)
    found = extract_article(make_page(article_html(sentences(40))), short)
    assert isinstance(found, Article)
    assert found.quality.reason is GapReason.TOO_LONG
    assert found.text == "\n\n".join(sentences(40))[: len(found.text)]
    assert found.text.endswith(".")


@pytest.mark.parametrize(
    "body",
    [
        HEAD + "<div>" * 50_000 + STORY,
        HEAD + STORY + "<b>" * 50_000,
        HEAD + STORY + "<" * 500_000,
        HEAD + STORY + "<!--" * 200_000,
        HEAD + '<script type="application/ld+json">' + "[" * 90_000 + "</script>" + STORY,
        HEAD + "<title>" + "| x " * 200_000 + "</title>" + STORY,
        HEAD + '<meta name="author" content="' + "and " * 100_000 + '">' + STORY,
        '<meta charset="zip">' + HEAD + STORY,
        HEAD + "<div class='comments promo'>" * 250 + STORY + "</div>" * 250,
    ],
    ids=["divs", "tags", "signs", "comments", "json", "title", "author", "charset", "furniture"],
)
def test_hostile_page_takes_bounded_time(body: str) -> None:
    begin = time.process_time()
    read(body)
    assert time.process_time() - begin < 20


def test_a_few_null_bytes_do_no_harm() -> None:
    body = article_html(sentences(10)).replace("sacks", "sacks\x00", 5)
    assert article(body).quality.trusted


def test_same_page_gives_same_article() -> None:
    assert read(article_html(sentences(10))) == read(article_html(sentences(10)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_end_as_article_or_gap(body: bytes) -> None:
    found = read(body)
    assert isinstance(found, Gap) or _is_well_formed(found)


WORD = st.text("abcdefghij", min_size=1, max_size=8)
PARAGRAPH = st.lists(WORD, min_size=8, max_size=30).map(lambda words: " ".join(words) + ".")


@settings(max_examples=25, deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=8, unique=True))
def test_nothing_is_invented(paragraphs: list[str]) -> None:
    found = article(article_html(paragraphs))
    assert set(found.text.split("\n\n")) <= {"", *paragraphs}


def _is_well_formed(found: Article) -> bool:
    paragraphs = found.text.split("\n\n") if found.text else []
    normal = all(text == " ".join(text.split()) != "" for text in paragraphs)
    return normal and found.quality.trusted == (found.quality.reason is None)


def test_a_text_that_repeats_itself_is_whole() -> None:
    line = sentences(1)[0] + " The boats came to the pier before midnight, and nobody was hurt."
    found = article(article_html([line] * 6).encode())
    assert found.text.split("\n\n") == [line] * 6
    assert found.quality.trusted
