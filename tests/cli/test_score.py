"""``bias score`` marks a file, standard input or an address."""

import json
from pathlib import Path

import pytest

from .conftest import Bias

TEXT = (
    "The regime sent thugs to the square on Friday, and the crowd went home.\n\n"
    "“They are traitors,” said Mara Tollen, who speaks for the ministry.\n"
)
FAILED, WRONG_USE, GAPS = 1, 2, 3


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_says_where_each_word_stands_and_in_whose_voice(bias: Bias, file: Path) -> None:
    outcome = bias("score", str(file), "--json")
    assert outcome.code == 0
    result = json.loads(outcome.out)
    rows = {row["text"]: row for row in result["rows"]}
    assert rows["thugs"]["voice"] == "own"
    assert rows["traitors"]["voice"] == "quoted"
    assert rows["traitors"]["speaker"] == "Mara Tollen"
    text = TEXT.rstrip("\n")
    assert all(text[row["start"] : row["end"]] == row["text"] for row in result["rows"])
    assert result["own_findings"] == sum(row["voice"] == "own" for row in result["rows"])
    assert result["trusted"]


def test_standard_input_gives_the_same_as_the_file(bias: Bias, file: Path) -> None:
    by_file = json.loads(bias("score", str(file), "--json").out)
    by_input = json.loads(bias("score", "-", "--json", stdin=TEXT.encode()).out)
    assert by_input["rows"] == by_file["rows"]


def test_the_table_lists_every_word_and_explains_it_if_asked(bias: Bias, file: Path) -> None:
    plain = bias("score", str(file))
    explained = bias("score", str(file), "--explain")
    for outcome in (plain, explained):
        assert "thugs" in outcome.out
        assert "loaded words in" in outcome.err
    assert "thugs: " not in plain.out
    assert "thugs: " in explained.out


def test_a_saved_page_is_read_as_a_page(bias: Bias, tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>Sentence {n}: the thugs came and went.</p>" for n in range(30))
    page = f"<!doctype html><html><body><article><h1>Night</h1>{paragraphs}</article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    result = json.loads(bias("score", "page.html", "--json").out)
    assert result["title"] == "Night"
    assert {row["text"] for row in result["rows"]} == {"thugs"}


def test_a_page_without_an_article_fails_and_says_why(bias: Bias, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("<!doctype html><html><body></body></html>")
    outcome = bias("score", "empty.html")
    assert outcome.code == FAILED
    assert outcome.err.startswith("bias: empty.html: ")
    assert outcome.err.count("\n") == 1


def test_an_address_that_does_not_answer_fails_and_says_why(bias: Bias) -> None:
    outcome = bias(
        "score",
        "http://127.0.0.1:9/article",
        BIAS_ALLOW_PRIVATE_HOSTS="1",
        BIAS_RETRIES="1",
        BIAS_DELAY_SECONDS="0",
    )
    assert outcome.code == FAILED
    assert "http://127.0.0.1:9/article" in outcome.err


@pytest.mark.parametrize("text", ["One sentence.", "The council met.\n"])
def test_a_text_without_loaded_words_has_no_rows(bias: Bias, text: str) -> None:
    outcome = bias("score", "-", "--json", stdin=text.encode())
    assert outcome.code == 0
    assert json.loads(outcome.out)["rows"] == []


GERMAN = (
    "Die Regierung hat am Montag angekündigt, dass die Brücke im Hafen erst im nächsten Jahr "
    "wieder geöffnet wird. Der Bürgermeister sagte, die Arbeiten seien teurer als geplant, und bat "
    "die Anwohner um Geduld. Das Regime der Sperrungen bleibt bestehen.\n"
)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (GERMAN.encode(), "The text is in the language 'de', which cannot be read yet."),
        (b"", "The text has no words."),
        (b" \n.\n", "The text has no words."),
        ("”“’‘".encode(), "The text has no words."),
        (
            b"\x7fELF\x00\x01\x02",
            "4 characters cannot be read; give a text, a page or an address.",
        ),
    ],
)
def test_what_cannot_be_read_is_a_gap_with_its_reason(bias: Bias, text: bytes, note: str) -> None:
    outcome = bias("score", "-", "--json", stdin=text)
    result = json.loads(outcome.out)
    assert outcome.code == GAPS
    assert (result["trusted"], result["note"], result["rows"]) == (False, note, [])
    assert f"Not to be trusted: {note}" in bias("score", "-", stdin=text).err


def test_words_are_given_with_their_sentence_and_their_place_in_the_file(bias: Bias) -> None:
    given = "A  calm day.\r\nThe ty\u200brant’s th\u00adugs left. “No,” said Ray.\r\n"
    result = json.loads(bias("score", "-", "--json", stdin=given.encode()).out)
    rows = {row["text"]: row for row in result["rows"]}
    assert set(rows) == {"tyrant’s", "thugs"} or set(rows) == {"tyrant", "thugs"}
    assert result["text"] == given
    row = rows["thugs"]
    assert given[row["start"] : row["end"]] == "th\u00adugs"
    assert row["sentence"] == "The tyrant’s thugs left."
    (voice,) = result["voices"]
    assert given[voice["start"] : voice["end"]] == "“No,”"
    assert (voice["voice"], voice["speaker"]) == ("quoted", "Ray")


def test_each_line_is_a_paragraph(bias: Bias) -> None:
    given = b"The thugs left.\nThe mayor saw it.\nNobody spoke."
    rows = json.loads(bias("score", "-", "--json", stdin=given).out)["rows"]
    assert [row["sentence"] for row in rows] == ["The thugs left."]


def test_the_counts_are_told_in_grammatical_words(bias: Bias) -> None:
    one = bias("score", "-", stdin=b"The thugs left.").err
    assert one.startswith("1 loaded word in 3 own words; 0 in other voices. Too little text")
    long = bias("score", "-", stdin=b"The council met at noon again. " * 40).err
    assert long.strip() == "0 loaded words in 240 own words; 0 in other voices."


def test_a_folder_is_no_file(bias: Bias, tmp_path: Path) -> None:
    outcome = bias("score", str(tmp_path))
    assert outcome.code == WRONG_USE
    assert "Is a directory" in outcome.err
