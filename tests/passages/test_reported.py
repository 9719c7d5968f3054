"""Reported speech: what is attributed, to whom, and what stays the outlet's own."""

import pytest

from bias.records import Voice
from tests.passages.reading import read, voice_of

ATTRIBUTED = [
    # said that, said, told, wrote
    ("Ada Ray said that the tyrant had fled.", "the tyrant had fled", "Ada Ray"),
    ("Ada Ray said the tyrant had fled.", "the tyrant had fled", "Ada Ray"),
    ("Ada Ray has repeatedly said the plan is a sham.", "the plan is a sham", "Ada Ray"),
    ("On Monday, Ada Ray told reporters in Oslo that the plan was a sham.", "a sham", "Ada Ray"),
    ("Ada Ray, the mayor of Oslo, said the plan was a sham.", "a sham", "Ada Ray"),
    ("The mayor, Ada Ray, said the plan was a sham.", "a sham", "Ada Ray"),
    ("Ada Ray, who leads the council, told reporters that Ode was a thug.", "a thug", "Ada Ray"),
    ("In a tweet, Ada Ray wrote that Ode was a thug.", "a thug", "Ada Ray"),
    ("Prime Minister Ada Ray said Ode was a thug.", "a thug", "Ada Ray"),
    ("On “Oslo Tonight,” Ada Ray said the plan was a sham.", "the plan was a sham", "Ada Ray"),
    ("Ada Ray, the mayor, said the pier, once busy, was a sham.", "was a sham", "Ada Ray"),
    ("Ada Ray said it was safe, but would cost a fortune.", "would cost a fortune", "Ada Ray"),
    # behind and amid
    ("The plan was a sham, Ada Ray said.", "The plan was a sham", "Ada Ray"),
    ("The plan was a sham, said Ada Ray.", "The plan was a sham", "Ada Ray"),
    ("The plan was a sham, said Ada Ray, the mayor of Oslo.", "The plan was a sham", "Ada Ray"),
    ("The plan, Ada Ray said, was a sham.", "was a sham", "Ada Ray"),
    ("The plan was a sham, Ada Ray told reporters on Monday.", "a sham", "Ada Ray"),
    # according to
    ("According to Ada Ray, the plan was a sham.", "the plan was a sham", "Ada Ray"),
    ("The plan was a sham, according to Ada Ray.", "The plan was a sham", "Ada Ray"),
    # naming
    (
        "Ada Ray spoke of what she called a small gang of traitorous men.",
        "a small gang of traitorous men",
        "Ada Ray",
    ),
    ("Ada Ray calls Ode a foreign-backed puppet.", "a foreign-backed puppet", "Ada Ray"),
    ("Ada Ray described the march as a mob.", "a mob", "Ada Ray"),
    ("Ada Ray dubbed the strike a coup.", "a coup", "Ada Ray"),
    # accusing, urging
    ("Ada Ray accused Ode of looting the treasury.", "looting the treasury", "Ada Ray"),
    ("Ada Ray urged voters to reject the regime.", "reject the regime", "Ada Ray"),
    ("Ode was accused by Ada Ray of looting the treasury.", "of looting the treasury", "Ada Ray"),
    # thought, nouns, hearsay
    ("Ada Ray believes the regime will fall.", "the regime will fall", "Ada Ray"),
    (
        "Ada Ray's claim that the regime will fall was reported.",
        "that the regime will fall",
        "Ada Ray",
    ),
    ("It was alleged that Ode had looted the treasury.", "Ode had looted the treasury", ""),
    ("The minister reportedly fled the mob.", "fled the mob", ""),
    # who it is
    ("Ada Ray came to Oslo. She said the plan was a sham.", "the plan was a sham", "Ada Ray"),
    ("Ada Ray came to Oslo. Ray said the plan was a sham.", "the plan was a sham", "Ada Ray"),
    ("Ada Ray, the mayor, came. The mayor said the plan was a sham.", "was a sham", "Ada Ray"),
    (
        "Ms. Ray and Mr. Ode met. Ben Ode left first. Ada Ray stayed. He said it was a sham.",
        "it was a sham",
        "Ben Ode",
    ),
    ("Ada Ray said Ben Ode had called them thugs.", "them thugs", "Ben Ode"),
    ("Ada Ray left, saying the plan was a sham.", "the plan was a sham", "Ada Ray"),
    ("Experts warned that the plan was a sham.", "the plan was a sham", "Experts"),
    ("The unions said the plan was a sham.", "the plan was a sham", "unions"),
]

OWN = [
    ("The under-siege tyrant ordered loyal troops onto the streets.", "loyal troops"),
    ("Police found the tyrant in a cellar.", "the tyrant in a cellar"),
    ("The so-called reform failed.", "so-called reform"),
    ("Claims of fraud fill the report.", "fill the report"),
    ("The United States sent its thugs.", "sent its thugs"),
    ("A regime backed by foreign money fell.", "foreign money fell"),
    ("The thugs showed him in.", "showed him in"),
    ("Ada Ray said the plan was a sham. The regime fell.", "The regime fell"),
    ("Ada Ray said the plan was a sham; the regime fell.", "the regime fell"),
    ("Ada Ray said the plan was a sham, while the mob marched on.", "while the mob marched on"),
    ("Ada Ray, who said she would stay, fled the mob.", "fled the mob"),
    ("On Monday the tyrant, according to Ada Ray, fled.", "according to Ada Ray"),
    ("Ada Ray said it was safe, but the mob marched on.", "the mob marched on"),
    ("The tyrant (who said he would stay) fled the mob.", "fled the mob"),
    ("The tyrant told his troops to march.", "The tyrant told"),
    ("Ada Ray accused the tyrant of looting the treasury.", "the tyrant"),
    ("Ada Ray dubbed the uprising a coup.", "the uprising"),
    ("Ada Ray slammed the uprising as a coup.", "the uprising"),
    ("Ada Ray urged the mob to go home.", "the mob"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), ATTRIBUTED)
def test_words_are_attributed(text: str, words: str, speaker: str) -> None:
    assert voice_of(text, words) == (Voice.ATTRIBUTED, speaker)


@pytest.mark.parametrize(("text", "words"), OWN)
def test_words_stay_the_outlets_own(text: str, words: str) -> None:
    assert voice_of(text, words) == (Voice.OWN, "")


def test_source_and_cue_are_spans_of_the_same_text() -> None:
    text = "The plan was a sham, the mayor later said."
    span = read(text).voices[0]
    assert span.source is not None
    assert span.cue is not None
    assert text[slice(*span.source)] == "the mayor"
    assert text[slice(*span.cue)] == "later said"


def test_a_sentence_without_end_is_refused_with_a_doubt() -> None:
    voiced = read("said that " * 500)
    assert voiced.voices == ()
    assert "too long" in voiced.doubts[0].reason
