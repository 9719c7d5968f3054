"""Who speaks where the cue is no plain verb of saying: passed on, very words, inscriptions."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

PASSED_ON = [
    "Ada Ray was quoted as saying “the thugs must go”.",
    "Ada Ray was quoted by the Gazette as saying “the thugs must go”.",
    "The Gazette quoted Ada Ray as saying “the thugs must go”.",
    "Ada Ray was heard saying “the thugs must go”.",
    "“Here the thugs must go,” Ada Ray was quoted as saying.",
    "Ada Ray, quoted by the Gazette as saying “the thugs must go”, left.",
]

NOT_PASSED_ON = [
    ("Ada Ray quoted him, saying “the thugs must go”.", "Ada Ray"),
    ("Ben Ode was seen at noon. Ada Ray left, saying “the thugs must go”.", "Ada Ray"),
    ("Ada Ray cited Ben Ode before saying “the thugs must go”.", "Ada Ray"),
    ("Ada Ray left, saying “the thugs must go”, as Ben Ode was filmed.", "Ada Ray"),
    ("As saying goes, the thugs must go.", ""),
    ("Ben Ode was caught as thugs ran, saying “the thugs must go”.", "Ben Ode"),
]

VERY_WORDS = [
    "In the words of Ada Ray, “the thugs must go”.",
    "“Here the thugs must go,” in the words of Ada Ray.",
    "In Ada Ray's own words, “the thugs must go”.",
    "Ada Ray rose. In her words, “the thugs must go”.",
    "It was clear, in the words of Ada Ray, that “the thugs must go”.",
    "“Here the thugs must go,” as Ada Ray put it.",
    "“Here the thugs must go” as Ada Ray once put it in May.",
    "As Ada Ray puts it: “Here the thugs must go.”",
]

VERY_WORDS_UNMARKED = [
    "In the words of Ada Ray, the thugs must go.",
    "Here the thugs must go, in the words of Ada Ray.",
    "Here the thugs must go, as Ada Ray put it.",
    "As Ada Ray put it, the thugs must go.",
]

NO_WORDS = [
    "As Ada Ray put it on the table, the thugs must go.",
    "Ada Ray put it down, and the thugs must go.",
    "In other words, the thugs must go.",
    "In his words and deeds, the thugs must go.",
    "Ada Ray spoke in the words of a child, and the thugs must go.",
    "The tyrant's words in Oslo show the thugs must go.",
    "As Ada Ray put out the fire, the thugs must go.",
]

INSCRIPTIONS = [
    ("“Here the thugs must go,” the statement read.", "statement"),
    ("“Here the thugs must go” read the banner.", "banner"),
    ("Two banners read: “Here the thugs must go.”", "Two banners"),
    ("“Here the thugs must go,” a letter from the guild read.", "letter from the guild"),
    ("The placard reads “the thugs must go”.", "placard"),
    ("“Here the thugs must go,” one sign at the gate read.", "one sign at the gate"),
]

READERS = [
    "Ada Ray read the statement. “Here the thugs must go.”",
    "The statement is read twice: the thugs must go.",
    "The thugs must go, as the statement was read by few.",
    "The thugs must go before a letter is read.",
    "The banners the thugs read were red.",
    "The thugs must go, and the letter reads well.",
]


@pytest.mark.parametrize("text", [*PASSED_ON, *VERY_WORDS])
def test_a_quotation_has_the_speaker_whose_words_are_passed_on(text: str) -> None:
    assert voice_of(text, "the thugs must go") == (Voice.QUOTED, "Ada Ray")


@pytest.mark.parametrize(("text", "speaker"), NOT_PASSED_ON)
def test_saying_without_as_is_the_subjects(text: str, speaker: str) -> None:
    assert voice_of(text, "the thugs must go")[1] == speaker


@pytest.mark.parametrize("text", VERY_WORDS_UNMARKED)
def test_very_words_without_marks_are_attributed(text: str) -> None:
    assert voice_of(text, "the thugs must go") == (Voice.ATTRIBUTED, "Ada Ray")


def test_words_around_very_words_in_marks_are_the_outlets() -> None:
    text = "The brutal plan was, in the words of Ada Ray, “a coup in all but name”."
    assert voice_of(text, "The brutal plan was") == (Voice.OWN, "")
    assert voice_of(text, "a coup in all") == (Voice.QUOTED, "Ada Ray")


@pytest.mark.parametrize(("text", "speaker"), INSCRIPTIONS)
def test_what_bears_the_words_is_their_speaker(text: str, speaker: str) -> None:
    assert voice_of(text, "the thugs must go") == (Voice.QUOTED, speaker)


@pytest.mark.parametrize("text", [*NO_WORDS, *READERS])
def test_doing_and_reading_attribute_nothing(text: str) -> None:
    words = "thugs must go" if "thugs must go" in text else "The banners"
    assert voice_of(text, words)[0] is not Voice.ATTRIBUTED
