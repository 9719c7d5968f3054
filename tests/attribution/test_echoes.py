"""Quotations that cite nobody, of words that the article has somebody say."""

import pytest

from bias.records import Part, Voice
from tests.attribution.reading import voice_of

BODY = "Ada Ray said: “There was only mud, and a tyrant in the palace.”"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("‘ONLY MUD’: pier falls", "ONLY MUD"),
        ("‘Tyrant in a palace’, they cry", "Tyrant in a palace"),
    ],
)
def test_a_headline_that_repeats_a_speaker_quotes_that_speaker(title: str, words: str) -> None:
    assert voice_of(BODY, words, title, Part.TITLE) == (Voice.QUOTED, "Ada Ray")


def test_a_heading_that_repeats_a_speaker_quotes_that_speaker() -> None:
    assert voice_of(f"‘ONLY MUD’\n\n{BODY}", "ONLY MUD") == (Voice.QUOTED, "Ada Ray")


@pytest.mark.parametrize("title", ["‘ONLY SAND’: pier falls", "‘MUD ONLY’: pier falls"])
def test_other_words_stay_scare(title: str) -> None:
    assert voice_of(BODY, title[1:9], title, Part.TITLE) == (Voice.SCARE, "")


def test_a_single_word_in_the_body_stays_scare() -> None:
    assert voice_of(f"The “tyrant” waved.\n\n{BODY}", "tyrant")[0] is Voice.SCARE
