"""Whatever kind of file is given, its article is found in it, or one line says why not."""

from pathlib import Path

import pytest

from bias.config import Settings
from bias.errors import UsageError
from bias.given import Given, parse_given, read_given
from bias.records import Article
from bias.storage import ArticleOrGap

from .files import HERALD, POST, page, pdf, text, write_warc

URL = "https://www.herald.example/port"


def read(path: Path, name: str = "") -> list[ArticleOrGap]:
    return read_given(Settings(), [Given(source=str(path), name=name)], ())


def only_article(path: Path, name: str = "") -> Article:
    (row,) = read(path, name)
    assert isinstance(row, Article)
    return row


def test_a_text_has_its_headline_and_is_called_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "herald.txt"
    path.write_text(text(HERALD), encoding="utf-16")
    article = only_article(path)
    assert (article.outlet, article.title, article.text) == (
        "herald",
        HERALD[0],
        "\n\n".join(HERALD[1:]),
    )
    assert only_article(path, "The Herald").outlet == "The Herald"


def test_a_page_belongs_to_the_outlet_whose_address_it_names(tmp_path: Path) -> None:
    path = tmp_path / "saved.bin"
    path.write_bytes(page(HERALD, URL))
    article = only_article(path)
    assert (article.outlet, article.url, article.title) == ("herald-example", URL, HERALD[0])
    assert "Thugs" in article.text


def test_a_warc_gives_all_its_pages(tmp_path: Path) -> None:
    other = "https://post.example/port"
    path = write_warc(tmp_path / "x.warc.gz", {URL: page(HERALD, URL), other: page(POST, other)})
    assert [row.outlet for row in read(path)] == ["herald-example", "post-example"]


def test_a_pdf_gives_the_text_in_it_with_cut_words_put_together(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf(("Thugs of the regime attacked the dock-", "ers of Vell on Monday.")))
    assert only_article(path).text == "Thugs of the regime attacked the dockers of Vell on Monday."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.pdf", pdf(()), "a PDF without a text layer"),
        ("x.pdf", b"%PDF-1.7\0\1", "a PDF that cannot be read"),
        ("x.warc", b"no record", "x.warc"),
        ("x.warc", b"", "x.warc"),
        ("x.txt", None, "x.txt: No such file or directory; give a file, an address, or -"),
        ("x.warc", None, "x.warc: No such file or directory"),
    ],
)
def test_what_is_no_such_file_is_refused(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UsageError, match=message):
        read(tmp_path / name)


def test_a_path_that_no_path_can_be_is_refused() -> None:
    with pytest.raises(UsageError, match="give a file"):
        read(Path("a\0b"))


@pytest.mark.parametrize(
    ("word", "source", "name"),
    [
        ("a.txt", "a.txt", ""),
        ("Post=a.txt", "a.txt", "Post"),
        ("Post=https://a.example/?q=1", "https://a.example/?q=1", "Post"),
        ("https://a.example/?q=1", "https://a.example/?q=1", ""),
        ("texts/a=b.txt", "texts/a=b.txt", ""),
        ("=a.txt", "=a.txt", ""),
        ("Post=-", "-", "Post"),
    ],
)
def test_a_name_stands_before_the_sign(word: str, source: str, name: str) -> None:
    assert parse_given(word) == Given(source=source, name=name)


def test_a_file_that_bears_the_sign_in_its_name_is_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a=b.txt").write_text("Rain fell.")
    assert parse_given("a=b.txt") == Given(source="a=b.txt")
