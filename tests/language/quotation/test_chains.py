"""Quotations over several paragraphs, and marks that were forgotten at the end of one."""

import pytest

from bias.records import Voice
from tests.attribution.reading import read, voice_of

FORGOTTEN = "Ada Ray said: “The tax is theft.\n\n“They are liars,” Ben Ode replied."

ONE_SPEAKER = [
    "Ada Ray said: “One of them.\n\n“Two of them,” she added.",
    "Ada Ray said: “One of them.\n\n“Two of them.\n\n“Three.”",
    "“One of them.\n\n“Two of them,” Ada Ray said.",
    "Ada Ray said: “One of them.\n\n“Two of them,” Ray added.",
]


def test_a_mark_forgotten_before_another_speaker_ends_the_quotation() -> None:
    assert voice_of(FORGOTTEN, "The tax is theft") == (Voice.QUOTED, "Ada Ray")
    assert voice_of(FORGOTTEN, "They are liars") == (Voice.QUOTED, "Ben Ode")


def test_a_forgotten_mark_leaves_a_doubt_at_the_opening() -> None:
    doubts = read(FORGOTTEN).doubts
    assert [FORGOTTEN[doubt.start : doubt.end] for doubt in doubts] == ["“"]
    assert "somebody else" in doubts[0].reason


@pytest.mark.parametrize("text", ONE_SPEAKER)
def test_one_speaker_goes_on_over_paragraphs_without_doubt(text: str) -> None:
    assert voice_of(text, "Two of them") == (Voice.QUOTED, "Ada Ray")
    assert voice_of(text, "One of them") == (Voice.QUOTED, "Ada Ray")
    assert read(text).doubts == ()
