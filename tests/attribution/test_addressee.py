"""Who is told something stands before the words, with or without ``that`` between them."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

TOLD = [
    ("Ada Ray told the KTV the mob had attacked first.", "the mob had attacked first", "the KTV"),
    ("Ada Ray told parliament the tyrant fled.", "the tyrant fled", "parliament"),
    ("Ada Ray told reporters this was a sham.", "this was a sham", "reporters"),
    ("Ada Ray told the court a thug had lied to it.", "a thug had lied to it", "the court"),
    ("Ada Ray told a crowd of voters their vote was a sham.", "their vote was a sham", "a crowd"),
    ("Ada Ray told reporters Ode was a thug.", "Ode was a thug", "reporters"),
    ("Ada Ray told the court the story was a sham.", "the story was a sham", "the court"),
    ("Ada Ray told the KTV this week the plan was a sham.", "the plan was a sham", "this week"),
    ("Ada Ray was told the plan was a sham.", "the plan was a sham", "Ada Ray"),
]

OWN = [
    ("Ada Ray told thugs to march on the hall.", "told thugs"),
    ("Ada Ray told the mob the truth.", "the mob the truth"),
    ("Ada Ray told the mob a cruel joke.", "a cruel joke"),
    ("Ada Ray told the thugs in the hall that it was over.", "the thugs in the hall"),
    ("Ada Ray told thugs and the mob that it was over.", "thugs and the mob"),
    ("Ada Ray told Mayor Ben Ode that it was over.", "Mayor Ben Ode"),
]


@pytest.mark.parametrize(("text", "told", "to"), TOLD)
def test_words_begin_behind_who_is_told(text: str, told: str, to: str) -> None:
    assert voice_of(text, told)[0] is Voice.ATTRIBUTED
    assert voice_of(text, to) == (Voice.OWN, "")


@pytest.mark.parametrize(("text", "own"), OWN)
def test_who_is_told_and_stories_are_the_outlets_words(text: str, own: str) -> None:
    assert voice_of(text, own) == (Voice.OWN, "")
