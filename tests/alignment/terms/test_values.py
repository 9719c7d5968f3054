import pytest

from bias.alignment.terms.running_words import running_words
from bias.alignment.terms.values import Value, read_value


def value(text: str) -> Value:
    words = running_words(text)
    found = (read_value(words, position)[0] for position in range(len(words)))
    return next(each for each in found if each)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("between 12 and 15 miners", "13 miners"),
        ("12 to 15 miners", "at least 14 miners"),
        ("up to 15 miners", "12 miners"),
        ("fewer than 200 miners", "150 miners"),
        ("more than 100 miners", "130 miners"),
        ("nearly 5,000 miners", "4,800 miners"),
        ("dozens of miners", "36 miners"),
        ("from 4,000 to 5,000 miners", "4,500 miners"),
        ("one hundred and twenty miners", "120 miners"),
        ("half a million miners", "500,000 miners"),
        ("a 51-49 vote", "voted 51 to 49"),
    ],
)
def test_compatible_numbers_agree(a: str, b: str) -> None:
    assert value(a).agrees(value(b))
    assert value(b).agrees(value(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("between 12 and 15 miners", "17 miners"),
        ("at least 12 miners", "at least 15 miners"),
        ("at least 12 miners", "nine miners"),
        ("up to 15 miners", "20 miners"),
        ("more than 100 miners", "5,000 miners"),
        ("dozens of miners", "thousands of miners"),
        ("hundreds of miners", "12 miners"),
        ("a 51-49 vote", "a 52-48 vote"),
        ("rose from 12 to 15", "12 miners, then 14"),
    ],
)
def test_numbers_that_exclude_each_other_do_not(a: str, b: str) -> None:
    last = value(a.replace("rose from 12 to ", ""))
    assert not last.agrees(value(b))
    assert not value(b).agrees(last)


@pytest.mark.parametrize("text", ["One of them spoke.", "one thing is sure", "scores were level"])
def test_words_that_count_nothing_have_no_value(text: str) -> None:
    words = running_words(text)
    assert all(read_value(words, position)[0] is None for position in range(len(words)))
