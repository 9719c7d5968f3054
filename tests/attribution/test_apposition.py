"""A name that stands between commas before its cue: who speaks, or an aside amid the words."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

NAMED = [
    ("The mayor, Ada Ray, said “the thugs must go” on Monday.", "The mayor"),
    ("Her lawyer, Ada Ray, insisted “the thugs must go”.", "Her lawyer"),
    ("The tyrant's spokesman, Ada Ray, said “the thugs must go”.", "The tyrant's spokesman"),
    ("The union leader, Ada Ray, wrote “the thugs must go”.", "The union leader"),
    ("The tyrant's rival, Ada Ray, said on Monday “the thugs must go”.", "The tyrant's rival"),
    ("The head of the regime, Ada Ray, added: “The thugs must go.”", "The head of the regime"),
]

ASIDE = [
    ("The plan was a sham, Ada Ray, the mayor, said.", "The plan was a sham"),
    ("The plan, Ada Ray said, was a sham.", "The plan"),
    ("The mob had gone, the mayor, Ada Ray, said.", "The mob had gone"),
    ("The plan, she said, was a sham.", "was a sham"),
]


@pytest.mark.parametrize(("text", "before"), NAMED)
def test_who_is_named_behind_a_role_speaks(text: str, before: str) -> None:
    words = "thugs must go"
    assert voice_of(text, words) == (Voice.QUOTED, "Ada Ray")
    assert voice_of(text, before) == (Voice.OWN, "")


@pytest.mark.parametrize(("text", "words"), ASIDE)
def test_words_before_an_aside_are_the_speakers(text: str, words: str) -> None:
    assert voice_of(text, words)[0] is Voice.ATTRIBUTED


def test_a_role_between_quotation_and_name_is_no_words() -> None:
    text = "“The thugs must go,” the mayor, Ada Ray, said."
    assert voice_of(text, "thugs must go") == (Voice.QUOTED, "Ada Ray")
    assert voice_of(text, "the mayor")[0] is Voice.OWN
