"""A label in capitals before a paragraph: whose turn it is, or only a heading or a place."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

TURNS = [
    ("VOSS: The plan is a disgrace.", "Voss"),
    ("Ada Voss met Ben Ode on Monday.\n\nVOSS: The plan is a disgrace.\n\nIt rained.", "Ada Voss"),
    ("It rained.\n\nMAYOR ODE: The plan is a disgrace.\n\nThe thugs left.", "Mayor Ode"),
    ("VOSS: The plan is a disgrace.\n\nODE: It is not.", "Voss"),
]
HEADINGS = ["LONDON", "NEW YORK", "IRAN", "WATCH", "UPDATE", "RELATED", "READ MORE", "MONDAY"]


@pytest.mark.parametrize(("text", "speaker"), TURNS)
def test_a_label_that_names_somebody_makes_a_turn(text: str, speaker: str) -> None:
    assert voice_of(text, "The plan is a disgrace") == (Voice.QUOTED, speaker)


@pytest.mark.parametrize("label", HEADINGS)
def test_a_heading_or_a_place_speaks_no_paragraph(label: str) -> None:
    assert voice_of(f"{label}: The plan is a disgrace.", "a disgrace") == (Voice.OWN, "")


def test_two_headings_make_no_transcript() -> None:
    text = "RELATED: The plan is a disgrace.\n\nWATCH: The mob is a disgrace."
    assert voice_of(text, "The plan is a disgrace") == (Voice.OWN, "")


def test_an_unknown_label_within_a_report_is_a_heading() -> None:
    text = "The town voted.\n\nHEADROOM: The plan is a disgrace.\n\nThe thugs left."
    assert voice_of(text, "The plan is a disgrace") == (Voice.OWN, "")
