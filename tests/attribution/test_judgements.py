"""Judgements and hints without a verb of saying: ``for Ray``, ``let it be known``."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

THEIRS = [
    ("For Ray, the plan is a sham.", "the plan is a sham", "Ray"),
    ("For critics, the law was an outrage.", "the law was an outrage", "critics"),
    ("For the union, it was theft.", "it was theft", "union"),
    ("Ada Ray let it be known that the plan was a sham.", "the plan was a sham", "Ada Ray"),
    ("The palace let it be known the thugs would go.", "the thugs would go", "palace"),
    ("Ada Ray made it known that the plan was a sham.", "the plan was a sham", "Ada Ray"),
    ("Ada Ray hinted at a brutal purge.", "a brutal purge", "Ada Ray"),
    ("Ada Ray has hinted at a purge of the thugs.", "a purge of the thugs", "Ada Ray"),
    ("The plan was a sham, was how Ada Ray put it.", "The plan was a sham", "Ada Ray"),
    ("Ada Ray's belief is that the mob will win.", "the mob will win", "Ada Ray"),
    ("Ada Ray was sure the plan was a sham.", "the plan was a sham", "Ada Ray"),
    ("A sham was how Ada Ray put it.", "A sham", "Ada Ray"),
]
QUOTED = [
    ("“A brutal sham” was how Ada Ray put it.", "A brutal sham", "Ada Ray"),
    ("“A sham,” is how Ode described it.", "A sham", "Ode"),
]
OUTLETS = [
    ("For voters, the terrorist threat is the top issue.", "the terrorist threat"),
    ("For the city, the plan is a sham.", "a sham"),
    ("For years, the plan was a sham.", "a sham"),
    ("For example, the plan is a sham.", "a sham"),
    ("For Ada Ray, the vote came too late.", "too late"),
    ("For the mayor, the vote was a disaster.", "a disaster"),
    ("For the mayor, it was the third scandal.", "the third scandal"),
    ("For Ada Ray, the fight was a brutal test.", "a brutal test"),
    ("This was how Ada Ray put it.", "This"),
    ("Ada Ray made the brutal plan work.", "the brutal plan"),
    ("Ada Ray said it was theft, followed by Ben Ode, who is a thug.", "a thug"),
]


@pytest.mark.parametrize(("text", "told", "speaker"), THEIRS)
def test_a_judgement_or_hint_is_whose_it_is(text: str, told: str, speaker: str) -> None:
    assert voice_of(text, told) == (Voice.ATTRIBUTED, speaker)


@pytest.mark.parametrize(("text", "told", "speaker"), QUOTED)
def test_a_quotation_that_is_how_somebody_put_it_is_theirs(
    text: str, told: str, speaker: str
) -> None:
    assert voice_of(text, told) == (Voice.QUOTED, speaker)


@pytest.mark.parametrize(("text", "words"), OUTLETS)
def test_a_time_an_outcome_or_an_act_is_no_judgement_of_theirs(text: str, words: str) -> None:
    assert voice_of(text, words) == (Voice.OWN, "")
