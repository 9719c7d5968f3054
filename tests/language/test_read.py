import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from bias.language.read import documents, read
from bias.records import Part, Reading
from bias.records.base import Record
from tests.language.texts import article, document

_PIECES = st.sampled_from(
    ["Ada Ray said ", "“", "”", '"', "the mob fled", ".", "\n\n", " ", "—", "U.S. ", "x" * 120,
     "’s ", "\u200b", "\ud83d", "1,000 ", "( ", "é"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_every_token_lies_in_its_sentence_in_order(text: str) -> None:
    read_text = document(text)
    at = 0
    for token in read_text.tokens:
        sentence = read_text.sentences[token.sentence]
        assert at <= token.start < token.end
        assert sentence.start <= token.start
        assert token.end <= sentence.end
        assert token.text == text[token.start : token.end]
        assert read_text.tokens[token.head].sentence == token.sentence
        at = token.end


def test_quotation_marks_are_no_tokens() -> None:
    words = [token.text for token in document("He called it a “coup”, not ‘unrest’.").tokens]
    assert words == ["He", "called", "it", "a", "coup", ",", "not", "unrest", "."]


def test_a_reading_survives_its_storage() -> None:
    made = article("Mayor Ada Ray closed the pier. “Never,” said Ben Ode.")
    kept = read(made)
    again = msgspec.json.decode(msgspec.json.encode(kept), type=Reading)
    assert again == kept
    assert isinstance(again, Record)
    parts = documents(made, again)
    assert [token.lemma for token in parts[Part.BODY].tokens][:4] == [
        "Mayor",
        "Ada",
        "Ray",
        "close",
    ]
    assert kept.model.startswith("en_core_web_sm 3.8.0 ")


def test_the_same_text_gives_the_same_reading() -> None:
    made = article("Ada Ray said the mob fled. Police denied it.")
    assert read(made) == read(made)


def test_a_language_without_a_parser_has_tokens_only() -> None:
    read_text = document("El alcalde dijo « no ».", language="es")
    assert not read_text.parsed
    assert [token.text for token in read_text.tokens] == ["El", "alcalde", "dijo", "no", "."]
    assert read_text.clauses == ()


def test_places_are_found_by_character() -> None:
    text = "Ray left.\n\nOde said “go home”."
    read_text = document(text)
    token = read_text.token_at(text.index("home") + 1)
    assert token is not None
    assert token.text == "home"
    assert read_text.token_at(text.index(" left")) is None
    assert read_text.sentence_at(text.index("said")) == 1
    assert read_text.sentences[1].paragraph == 1
    quotation = read_text.quotation_at(text.index("home"))
    assert quotation is not None
    assert text[quotation.start : quotation.end] == "“go home”"
    assert read_text.quotation_at(0) is None
    assert [t.text for t in read_text.tokens_in(0, 8)] == ["Ray", "left"]


def test_what_is_too_long_for_an_article_is_not_parsed() -> None:
    read_text = document("The crew left the pier. " * 10_000)
    assert not read_text.parsed
    assert len(read_text.sentences) == 10_000
    assert len(read_text.tokens) == 60_000
