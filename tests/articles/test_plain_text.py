import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.articles.plain_text import read_plain_text

_PIECES = st.sampled_from(
    [
        "thugs ",
        "\n",
        "\r\n",
        "\n\n",
        "\u200b",
        "\u00ad",
        " ",
        "\t",
        "“no”",
        ".",
        "\ud83d",
        "é",
        "\x85",
    ]
)


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_every_visible_character_is_found_where_it_was_given(text: str) -> None:
    read = read_plain_text(text.encode("utf-8", "surrogatepass"))
    for at, char in enumerate(read.text):
        if not char.isspace():
            assert read.given[read.given_at(at)] == char
    assert "\u200b" not in read.text
    assert "\n\n\n" not in read.text


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Thugs came.\nThe mayor left.", 2),
        ("One line a paragraph here\nand it goes on in small letters.", 1),
        (
            "The mayor of the town closed the pier on\nFriday and the crew of the ferry left.",
            1,
        ),
        ("First.\r\n\r\nSecond.\r\n", 2),
        ("First.\n \t\nSecond.", 2),
        ("SMITH: The plan is a sham.\nJONES: It is not.", 2),
        ("> The first line.\n> The second line.", 2),
        ("x" * 300 + " and no stop\nAnother long paragraph", 2),
        ("", 0),
        ("\u200b\n\u200b", 0),
    ],
)
def test_line_breaks_are_paragraphs_unless_lines_are_wrapped(text: str, paragraphs: int) -> None:
    read = read_plain_text(text.encode())
    assert len([each for each in read.text.split("\n\n") if each]) == paragraphs


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    read = read_plain_text("He called it a “coup”, naïve.".encode(encoding))
    assert read.text == "He called it a “coup”, naïve."
    assert read.broken == 0


def test_spans_lead_back_to_what_was_given() -> None:
    read = read_plain_text("The  ty\u200brant\r\nleft.".encode())
    at = read.text.index("tyrant")
    start, end = read.given_span(at, at + len("tyrant"))
    assert read.given[start:end] == "ty\u200brant"
