"""``bias serve``: what is pasted is compared, and only who has the token is answered."""

from pathlib import Path

import httpx
import pytest
from upath import UPath

from bias.config import Settings
from bias.serve.guard import MAX_BODY
from tests.given.files import HERALD, POST, page, pdf, text

from .conftest import TOKEN, wait_for_page

EMPTY = ("", b"", "application/octet-stream")
Part = tuple[str | None, str | bytes] | tuple[str | None, str | bytes, str]


def form(*rows: tuple[str, str]) -> list[tuple[str, Part]]:
    """Return the fields of a form as a browser sends them: name and text of each row."""
    return [
        (field, (None, value))
        for row in rows
        for field, value in zip(("name", "text"), row, strict=True)
    ]


def test_two_pasted_texts_are_compared_and_nothing_is_kept(
    client: httpx.Client, tmp_path: Path
) -> None:
    rows = form(("The Herald", text(HERALD)), ("The Post", text(POST)))
    answer = wait_for_page(client, client.post("/compare", files=rows))
    assert answer.status_code == 200
    for shown in ("The Herald", "The Post", "Thugs of the regime", "Compare other texts"):
        assert shown in answer.text
    assert not list(tmp_path.iterdir())
    data = client.get(f"{answer.url.path}/comparison.json").json()
    assert data["comparison"]["event"]["outlets"] == ["The Herald", "The Post"]


def test_the_same_texts_are_the_same_comparison(client: httpx.Client) -> None:
    rows = form(("The Herald", text(HERALD)), ("The Post", text(POST)))
    first = wait_for_page(client, client.post("/compare", files=rows))
    again = wait_for_page(client, client.post("/compare", files=rows))
    assert first.url == again.url
    assert first.content == again.content


def test_files_and_texts_without_a_name_are_told_apart(client: httpx.Client) -> None:
    rows: list[tuple[str, Part]] = [
        ("name", (None, "")),
        ("text", (None, text(HERALD))),
        ("file", EMPTY),
        ("name", (None, "")),
        ("text", (None, "")),
        ("file", ("post.pdf", pdf(POST), "application/pdf")),
        ("name", (None, "The Echo")),
        ("text", (None, "")),
        ("file", ("saved.html", page(POST, "https://post.example/1"), "text/html")),
    ]
    answer = wait_for_page(client, client.post("/compare", files=rows))
    data = client.get(f"{answer.url.path}/comparison.json").json()
    assert data["comparison"]["event"]["outlets"] == ["Text 1", "The Echo", "post"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), "at least two"),
        ((("A", text(HERALD)),), "at least two"),
        ((("A", "   "), ("B", text(POST))), "at least two"),
    ],
)
def test_too_little_is_said_beside_what_was_pasted(
    client: httpx.Client, rows: tuple[tuple[str, str], ...], said: str
) -> None:
    answer = client.post("/compare", files=[*form(*rows), ("file", EMPTY)])
    assert answer.status_code == 422
    assert said in answer.text
    for _, pasted in rows:
        assert pasted.strip().splitlines()[0:1] == [] or pasted.split("\n")[0] in answer.text


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (text(HERALD), "at least two different"),
        ("http://127.0.0.1:9/article", "at least two different"),
    ],
)
def test_what_cannot_be_compared_is_a_page_that_says_why(
    client: httpx.Client, second: str, said: str
) -> None:
    rows = form(("A", text(HERALD)), ("A", second))
    answer = wait_for_page(client, client.post("/compare", files=rows))
    assert answer.status_code == 422
    assert said in answer.text
    assert "Traceback" not in answer.text


def test_a_text_can_be_added_and_what_was_pasted_stays(client: httpx.Client) -> None:
    answer = client.post("/more", files=form(("The <b>Herald", "Rain & fell."), ("", "Hail.")))
    assert answer.text.count("<textarea") == 3
    assert "The &lt;b&gt;Herald" in answer.text
    assert "Rain &amp; fell." in answer.text


# ------------------------------------------------------------ who is answered


def test_without_the_token_nothing_is_answered(address: str) -> None:
    for path in ("/", "/search", "/reports/index.html", "/?token=wrong", "/?token=%C3%A4"):
        answer = httpx.get(address + path)
        assert answer.status_code == 403
        assert "bias serve" in answer.text


def test_the_token_does_not_stay_in_the_address(address: str) -> None:
    answer = httpx.get(f"{address}/search?words=port&token={TOKEN}")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/search?words=port"
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("header", "value", "code"),
    [
        ("Host", "rebound.example:80", 421),
        ("Origin", "https://elsewhere.example", 403),
        ("Origin", "null", 403),
    ],
)
def test_other_names_and_other_sites_are_refused(
    client: httpx.Client, header: str, value: str, code: int
) -> None:
    answer = client.post("/compare", headers={header: value}, content=b"")
    assert answer.status_code == code


def test_more_than_texts_of_articles_is_refused(client: httpx.Client) -> None:
    assert client.post("/compare", content=bytes(MAX_BODY + 1)).status_code == 413


def test_every_answer_forbids_what_it_does_not_need(client: httpx.Client) -> None:
    for path in ("/", "/search", "/nothing"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


# ------------------------------------------------------------ the archive


def test_the_reports_are_read_and_nothing_beside_them(
    client: httpx.Client, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "secret.html").write_text("Secret")
    reports = UPath(settings.reports)
    reports.mkdir()
    (reports / "index.html").write_text("<!doctype html><title>All nights</title>")
    assert "All nights" in client.get("/reports/index.html").text
    assert "All nights" in client.get("/reports/").text
    for path in ("/reports/%2e%2e/secret.html", "/reports/..%2fsecret.html", "/reports/none.html"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "Secret" not in answer.text


def test_a_search_of_an_empty_archive_says_how_it_is_filled(client: httpx.Client) -> None:
    assert "bias nightly" in client.get("/search", params={"words": "port"}).text
