"""What stands beside somebody's words and is the outlet's: comments, names, acts, and things."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

OUTLETS = [
    ("Ada Ray vowed to fight the levy, saying it was theft.", "saying"),
    ("Ada Ray said the levy was theft, according to a brutal report.", "brutal"),
    ("Ada Ray said she would sue Ben Ode, who stormed the hall in May.", "stormed the hall"),
    ("Ada Ray said she would meet Ben Ode, a ruthless farmer who ran in May.", "ruthless farmer"),
    ("Ada Ray called the levy “racist,” a charge that sparked fury in the mob.", "fury in the mob"),
    ("Ben Ode called the vote “a coup” — a smear he had used before.", "a smear"),
    ("The clerk joined a group called Red Dawn.", "Red Dawn"),
    ("Ada Ray was declared the ruthless winner.", "ruthless winner"),
    ("Ada Ray called the clerk on Monday and was ready to crush him.", "to crush him"),
    ("Ada Ray attacked the Bureau of Fairs.", "Fairs"),
    ("Ben Ode, who declared a brutal tax, left.", "a brutal tax"),
    ("Ada Ray called her brutal plan “fair”.", "her brutal plan"),
    ("The scene underlines the brutal turn of the strike.", "brutal turn"),
    ("The measures propose a ruthless cut.", "ruthless cut"),
    ("Ada Ray confirmed the brutal raid.", "brutal raid"),
    ("Ada Ray called for a brutal crackdown.", "brutal crackdown"),
    ("Ada Ray hopes to crush the mob.", "crush the mob"),
    ("Little was left, I thought, of the brutal city.", "brutal city"),
    ("I believe the brutal strike is over.", "brutal strike"),
    ("There was no prospect that the thugs would leave.", "thugs would leave"),
    ("The hall had one rule: “Leave now,” thugs chanted in the rain.", "in the rain"),
    ("For Ada Ray, it would be a coup of the year.", "a coup"),
]
THEIRS = [
    ("Ada Ray vowed to fight the levy, saying it was theft.", "it was theft", "Ada Ray"),
    ("Ada Ray said she would meet Ben Ode, a thug.", "a thug", "Ada Ray"),
    ("Ada Ray called him “a liar,” a thug and a fool.", "a thug and a fool", "Ada Ray"),
    ("The plan was called a sham by Ada Ray.", "a sham", "Ada Ray"),
    ("The vote, called a coup by critics, failed.", "a coup", "critics"),
    ("The town has a mayor who, in Ben Ode's view, is a thug.", "is a thug", "Ben Ode"),
    (
        "In a poll of voters, taken in May, the tyrant led by ten points.",
        "the tyrant led",
        "poll of voters",
    ),
    ("Ada Ray said the thugs came, she said, by boat.", "by boat", "Ada Ray"),
]
AMID = [
    ("Ada Ray said thugs came at night, the paper reported.", "the paper reported"),
    ("Ada Ray said that it was theft, no different, she said, from a raid.", "Ada Ray said"),
]


@pytest.mark.parametrize(("text", "words"), OUTLETS)
def test_what_stands_beside_their_words_is_the_outlets(text: str, words: str) -> None:
    assert voice_of(text, words) == (Voice.OWN, "")


@pytest.mark.parametrize(("text", "words", "speaker"), THEIRS)
def test_their_words_stay_theirs(text: str, words: str, speaker: str) -> None:
    assert voice_of(text, words) == (Voice.ATTRIBUTED, speaker)


@pytest.mark.parametrize(("text", "words"), AMID)
def test_a_cue_amid_their_words_is_the_outlets(text: str, words: str) -> None:
    assert voice_of(text, words) == (Voice.OWN, "")
