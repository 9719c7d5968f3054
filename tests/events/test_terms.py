import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.events.terms import (
    NAME_WEIGHT,
    NUMBER_WEIGHT,
    TITLE_WEIGHT,
    content_stems,
    read_terms,
    stem,
)
from tests.events.night import NIGHT, article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Protests", "protested"),
        ("Guaidó's", "GUAIDO"),
        ("parties", "party"),
        ("shaking", "shakes"),
        ("Müller’s", "muller"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("press", "pres"), ("bus", "bu"), ("sing", "s")])
def test_words_that_only_look_alike_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(max_size=30))
def test_a_stem_is_never_longer_than_the_folded_word(word: str) -> None:
    assert len(stem(word)) <= len(word) * 18


def test_names_numbers_and_pairs_weigh_for_what_they_are() -> None:
    terms = read_terms(NIGHT)
    assert terms.weight("almeria") == NAME_WEIGHT
    assert terms.weight("6.1") == NUMBER_WEIGHT
    assert terms.weight("rubble") == 1.0
    assert 1.0 < terms.weight("almeria province") < NAME_WEIGHT


def test_title_and_lead_weigh_more_than_the_rest() -> None:
    text = "flood " + "and the rest of it " * 60 + "harvest"
    (counts,) = read_terms([article("herald", "Bridge", text)]).counts
    assert counts["bridge"] == TITLE_WEIGHT
    assert TITLE_WEIGHT > counts["flood"] > counts["harvest"] > 0


def test_stop_words_and_single_letters_say_nothing() -> None:
    assert content_stems("It is a B of the 7") == {"7"}
    assert content_stems("") == frozenset()
