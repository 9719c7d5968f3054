"""``bias compare``: files, pages and standard input, on one page or in the archive."""

import json
from pathlib import Path

import pytest

from tests.given.files import HERALD, POST, page, text

from .conftest import Bias

DONE, FAILED, WRONG_USE, GAPS = 0, 1, 2, 3


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "herald.txt").write_text(text(HERALD), encoding="utf-8")
    (tmp_path / "post.txt").write_text(text(POST), encoding="utf-8")
    return tmp_path


def test_two_texts_make_one_page_and_nothing_else(bias: Bias, files: Path) -> None:
    before = set(files.iterdir())
    outcome = bias("compare", "herald.txt", "The Post=post.txt", "--out", "x.html")
    assert outcome.code == DONE
    assert f"Open {(files / 'x.html').as_uri()}" in outcome.out
    assert set(files.iterdir()) - before == {files / "x.html"}
    html = (files / "x.html").read_text("utf-8")
    assert "The Post" in html
    assert 'href="../' not in html


def test_standard_input_is_one_of_them_and_json_says_what_was_made(bias: Bias, files: Path) -> None:
    words = ("compare", "herald.txt", "-", "--out", "x.html", "--json")
    outcome = bias(*words, stdin=text(POST).encode())
    made = json.loads(outcome.out)
    assert made["outlets"] == ["herald", "standard input"]
    assert (made["articles"], made["gaps"], made["report"]) == (2, [], "x.html")
    assert made["findings"] > 0
    before = (files / "x.html").read_bytes()
    bias(*words, stdin=text(POST).encode())
    assert (files / "x.html").read_bytes() == before


def test_without_a_page_it_is_kept_and_can_be_built_again(bias: Bias, files: Path) -> None:
    outcome = bias("compare", "herald.txt", "post.txt", "--edition", "2026-03-14")
    assert outcome.code == DONE
    (report,) = (files / "reports/2026-03-14").glob("by-hand-*.html")
    before = report.read_bytes()
    report.unlink()
    assert bias("report", "2026-03-14").code == DONE
    assert report.read_bytes() == before


def test_two_pages_of_one_host_stand_for_themselves(bias: Bias, files: Path) -> None:
    for number, telling in enumerate((HERALD, POST), start=1):
        url = f"https://herald.example/{number}"
        (files / f"{number}.html").write_bytes(page(telling, url))
    outcome = bias("compare", "1.html", "2.html", "--out", "x.html", "--json")
    assert json.loads(outcome.out)["outlets"] == ["herald-example (1)", "herald-example (2)"]


def test_two_versions_of_one_address_are_two_articles(bias: Bias, files: Path) -> None:
    url = "https://herald.example/port"
    (files / "1.html").write_bytes(page(HERALD, url))
    (files / "2.html").write_bytes(page((*HERALD[:-1], POST[-1]), url))
    words = ("compare", "Then=1.html", "Now=2.html", "--out", "x.html")
    made = json.loads(bias(*words, "--json").out)
    assert (made["outlets"], made["articles"]) == (["Now", "Then"], 2)
    assert made["changes"] == [{"before": HERALD[-1], "after": POST[-1]}]
    assert f"- {HERALD[-1]}\n+ {POST[-1]}\n" in bias(*words).out


def test_two_tellings_are_no_versions_of_each_other(bias: Bias, files: Path) -> None:
    outcome = bias("compare", "herald.txt", "post.txt", "--out", "x.html", "--json")
    assert json.loads(outcome.out)["changes"] == []


def test_what_cannot_be_read_is_named_and_the_others_are_compared(bias: Bias, files: Path) -> None:
    (files / "empty.txt").write_text("")
    outcome = bias("compare", "herald.txt", "post.txt", "empty.txt", "--out", "x.html")
    assert outcome.code == GAPS
    assert "empty: The text has no words." in outcome.err
    (files / "too.txt").write_text("...")
    outcome = bias("compare", "too.txt", "empty.txt", "--out", "y.html")
    assert outcome.code == FAILED
    assert outcome.err.count("\n") == 1
    assert not (files / "y.html").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("herald.txt",), "give at least two different articles"),
        (("herald.txt", "herald.txt"), "give at least two different articles"),
        (("herald.txt", "no.txt"), "no.txt: No such file"),
        (("herald.txt", "post.txt", "--out", "x.pdf"), "write one that ends in .html"),
        (("herald.txt", "post.txt", "--search", "port"), "either addresses of articles or words"),
        (("--search", "port", "--out", "x.html"), "--out goes with addresses and files"),
        (("--search", "port", "--edition", "foo"), "'foo' is no edition"),
        (("herald.txt", "x.html", "--out", "x.html"), "one of the things to compare"),
    ],
    ids=" ".join,
)
def test_what_does_not_fit_is_one_line(
    bias: Bias, files: Path, words: tuple[str, ...], message: str
) -> None:
    outcome = bias("compare", *words)
    assert outcome.code == WRONG_USE
    assert message in outcome.err
    assert outcome.err.count("\n") == 1
    assert not (files / "x.html").exists()
