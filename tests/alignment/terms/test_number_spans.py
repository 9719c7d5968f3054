import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.alignment.terms.number_spans import term_spans
from bias.alignment.terms.numbers import number_value
from bias.text import fold


def joined(text: str) -> list[str]:
    words = [text[start:end] for start, end in term_spans(text)]
    return [word for word in words if " " in word]


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("It cost 4 million crowns.", "4 million", "4000000"),
        ("It cost £2.1bn.", "2.1bn", "2100000000"),
        ("Two hundred and fifty men left.", "Two hundred and fifty", "250"),
        ("Half a dozen men left.", "Half a dozen", "6"),
        ("Some two and a half million left.", "two and a half million", "2500000"),
        ("Twelve hundred men left.", "Twelve hundred", "1200"),
        ("A thousand men left.", "A thousand", "1000"),
    ],
)
def test_numbers_of_several_words_are_one(text: str, number: str, value: str) -> None:
    assert number in [text[start:end] for start, end in term_spans(text)]
    assert number_value(fold(number)) == value


@pytest.mark.parametrize(
    "text",
    [
        "Twelve men and twenty women left.",
        "He paid 4, million for the rest.",
        "A million-crown bridge.",
        "Half of the hundred.",
        "Several hundred left.",
        "Hundreds and thousands.",
    ],
)
def test_other_words_stay_apart(text: str) -> None:
    assert joined(text) == []


@given(st.text(alphabet="a twohundred4m millionhalf, -", max_size=120))
def test_spans_are_in_order_and_never_overlap(text: str) -> None:
    spans = term_spans(text)
    assert all(start < end for start, end in spans)
    assert list(spans) == sorted(spans)
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
