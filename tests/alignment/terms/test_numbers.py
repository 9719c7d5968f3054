import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.alignment.terms.numbers import number_value, scale_value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("12", "12"),
        ("4,000", "4000"),
        ("2.5", "2.5"),
        ("3.0", "3"),
        ("twelve", "12"),
        ("ninety", "90"),
        ("twenty-one", "21"),
        ("٣", "3"),
    ],
)
def test_numbers_have_one_canonical_value(word: str, value: str) -> None:
    assert number_value(word) == value


@pytest.mark.parametrize(
    "word",
    ["", "one", "dozens", "21st", "10.40pm", "1.2.3", "twenty-eleven", "ten-one", "²", "9" * 16],
)
def test_other_words_are_no_numbers(word: str) -> None:
    assert number_value(word) is None


def test_scales_multiply() -> None:
    assert scale_value("billion") == 1_000_000_000
    assert scale_value("millions") is None


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_thousands_separators_change_nothing(number: int) -> None:
    assert number_value(f"{number:,}") == number_value(str(number)) == str(number)


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    assert number_value(text) is None or number_value(text) != ""
