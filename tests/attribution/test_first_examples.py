"""The sentences from which the rules began: coordination, passives, several speakers, asides."""

import pytest

from bias.records import Part, Voice
from tests.attribution.reading import read, voice_of

TOLD = [
    ("Ada Ray called the plan a sham and the tyrant fled.", "a sham", "Ada Ray"),
    ("The president, derided as a tyrant by critics, fled.", "a tyrant", "critics"),
    ("Ada Ray and Ben Ode said the plan was a sham.", "a sham", "Ada Ray and Ben Ode"),
    ("The plan was called a sham by Ada Ray.", "a sham", "Ada Ray"),
    (
        "The tyrant sent thugs to break the picket line, where 14 were injured, officials said.",
        "where 14 were injured",
        "officials",
    ),
    ("In Ray's view, the plan is a sham.", "the plan is a sham", "Ray"),
    ("The plan is a sham, per Ada Ray.", "The plan is a sham", "Ada Ray"),
    ("Ada Ray was adamant that the plan was a sham.", "the plan was a sham", "Ada Ray"),
    ("Ada Ray urged voters to elect a tyrant.", "to elect a tyrant", "Ada Ray"),
    ("Ada Ray said the plan was a sham, but that the mob won.", "that the mob won", "Ada Ray"),
    ("When asked whether the plan was a sham, Ada Ray left.", "whether the plan was a sham", ""),
    ("Ada Ray is promising that the tyrant will fall.", "the tyrant will fall", "Ada Ray"),
    ("Polls show her pulling away.", "her pulling away", "Polls"),
]
OWN = [
    ("Ada Ray called the plan a sham and the tyrant fled.", "the tyrant fled"),
    ("The president, derided as a tyrant by critics, fled.", "fled"),
    (
        "The tyrant sent thugs to break the picket line, where 14 were injured, officials said.",
        "The tyrant sent thugs",
    ),
    (
        "Lind blasted the ruling, “So much for a fair vote, so much for the law,” she said.",
        "blasted",
    ),
    ("When asked whether the plan was a sham, Ada Ray left.", "Ada Ray left"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), TOLD)
def test_told_words_have_their_speaker(text: str, words: str, speaker: str) -> None:
    assert voice_of(text, words) == (Voice.ATTRIBUTED, speaker)


@pytest.mark.parametrize(("text", "words"), OWN)
def test_what_the_outlet_tells_is_its_own(text: str, words: str) -> None:
    assert voice_of(text, words) == (Voice.OWN, "")


def test_a_country_whose_name_holds_a_verb_says_nothing() -> None:
    assert not read("The United States has never seen a brutal president.").voices


def test_headlines_have_their_speaker() -> None:
    found = voice_of("It rained.", "Plan is a sham", "Plan is a sham, says Ray", Part.TITLE)
    assert found == (Voice.ATTRIBUTED, "Ray")
