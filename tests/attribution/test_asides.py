"""Words in brackets, between dashes and in apposition: how much of the sentence is somebody's."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

ASIDES = [
    ("The law (a fraud, according to Marsh) passed on Friday.", "a fraud", "The law"),
    ("The law (a fraud, Marsh said) passed on Friday.", "a fraud", "passed"),
    ("The law – a fraud, Marsh said – passed on Friday.", "a fraud", "passed"),
    ("The general, a butcher in the eyes of survivors, retired.", "a butcher", "The general"),
    ("The raid, a massacre according to survivors, killed nine.", "a massacre", "The raid"),
    ("The film, dismissed by critics as trash and loved by crowds, won.", "trash", "loved"),
]
WHOLE = [
    ("The law is, in Marsh's view, a fraud.", "a fraud"),
    ("The law was, according to Marsh, a fraud.", "a fraud"),
    ("The law – once hers – is a fraud, Marsh said.", "once hers"),
]


@pytest.mark.parametrize(("text", "told", "own"), ASIDES)
def test_what_is_told_in_an_aside_ends_with_it(text: str, told: str, own: str) -> None:
    assert voice_of(text, told)[0] is Voice.ATTRIBUTED
    assert voice_of(text, own)[0] is Voice.OWN


@pytest.mark.parametrize(("text", "told"), WHOLE)
def test_an_aside_that_cites_parts_no_clause(text: str, told: str) -> None:
    assert voice_of(text, told) == (Voice.ATTRIBUTED, "Marsh")


def test_a_clause_behind_a_quotation_in_a_clause_is_the_outlets() -> None:
    text = "The raid was, Marsh wrote, “a massacre”, and the butchers went free."
    assert voice_of(text, "a massacre") == (Voice.QUOTED, "Marsh")
    assert voice_of(text, "the butchers") == (Voice.OWN, "")
