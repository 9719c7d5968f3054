"""What ``and`` joins to reported words without being any, and who acts in a participle."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

CLAUSES = [
    ("The minister branded the inquiry a farce and the thugs left by noon.", "a farce", "thugs"),
    ("Ada Ray described the deal as a farce and the thugs left by noon.", "a farce", "thugs"),
    ("Ada Ray accused Ode of lying and the thugs left by noon.", "of lying", "thugs"),
    ("Ada Ray called the march a riot and shops closed early.", "a riot", "shops closed"),
    ("Ada Ray denounced it as a gag and thugs broke windows.", "a gag", "thugs broke"),
    ("The mayor declared the march a success and looters smashed windows.", "success", "looters"),
    ("Critics labelled the vote a fraud, and soldiers stormed the hall.", "a fraud", "stormed"),
    ("The mayor called him a thug and he left.", "a thug", "he left"),
    ("Ada Ray called Ode a liar and left.", "a liar", "left"),
    ("Ada Ray said the plan was a sham and left.", "was a sham", "left"),
    ("Ada Ray said it was over and left.", "it was over", "left"),
    ("Ada Ray said that the plan was a sham, then left.", "was a sham", "then left"),
    ("Ada Ray hinted at a coup and left.", "a coup", "left"),
    ("For most voters, it is a disgrace and the thugs came by night.", "a disgrace", "thugs"),
]
OWN_FIRST = [
    ("The thugs stormed the hall and Ada Ray branded the inquiry a farce.", "thugs"),
    ("Soldiers fled and the minister called the vote a sham.", "Soldiers"),
]
WHOLE = [
    ("Ada Ray branded the deal a farce and a disgrace.", "a farce and a disgrace"),
    ("Ada Ray called Ode a liar and a thug wanted by police.", "a thug wanted by police"),
    ("Ada Ray called it a sham and the worst deal made in years.", "the worst deal made in years"),
    ("Ada Ray called the deal a farce and the vote a sham.", "a farce"),
    ("Ada Ray said the mob was armed and left.", "armed and left"),
    ("Ada Ray said the storm hit the town and left it in ruins.", "left it in ruins"),
    ("Ada Ray said a vote was held, followed by a brutal riot.", "followed by a brutal riot"),
]
PARTICIPLES = [
    ("The premier, mocked as a puppet by rivals, left.", "as a puppet", "rivals"),
    ("The premier, derided by rivals as a puppet, left.", "as a puppet", "rivals"),
    ("Mocked as a puppet by rivals, the premier left.", "as a puppet", "rivals"),
    ("The plan, branded a sham by critics, passed.", "a sham", "critics"),
    ("The premier, accused of looting by the union, left.", "of looting", "union"),
    ("The premier, accused by the union of looting, left.", "of looting", "union"),
    ("Derided by foes as a despot, Ode fled.", "as a despot", "foes"),
    ("The law, hailed as a gift by the palace and slammed as a fraud by judges, passed.",
     "as a fraud", "judges"),
    ("The premier was criticised by some of his rivals for backing the mob.",
     "for backing the mob", "some of his rivals"),
    ("The premier, mocked as a puppet, was ousted by rivals.", "as a puppet", ""),
]  # fmt: skip
AGENTS = [(text, f"by {who}") for text, _, who in PARTICIPLES if f"by {who}" in text]


@pytest.mark.parametrize(("text", "told", "own"), CLAUSES)
def test_a_clause_behind_and_with_its_own_subject_is_the_outlets(
    text: str, told: str, own: str
) -> None:
    assert voice_of(text, told)[0] is Voice.ATTRIBUTED
    assert voice_of(text, own)[0] is Voice.OWN


@pytest.mark.parametrize(("text", "own"), OWN_FIRST)
def test_a_clause_before_the_one_that_tells_is_the_outlets(text: str, own: str) -> None:
    assert voice_of(text, own) == (Voice.OWN, "")


@pytest.mark.parametrize(("text", "told"), WHOLE)
def test_what_and_joins_within_the_words_is_theirs(text: str, told: str) -> None:
    assert voice_of(text, told) == (Voice.ATTRIBUTED, "Ada Ray")


@pytest.mark.parametrize(("text", "told", "speaker"), PARTICIPLES)
def test_who_acts_in_a_participle_is_the_speaker(text: str, told: str, speaker: str) -> None:
    assert voice_of(text, told) == (Voice.ATTRIBUTED, speaker)


@pytest.mark.parametrize(("text", "agent"), AGENTS)
def test_the_phrase_of_who_acts_is_no_part_of_the_words(text: str, agent: str) -> None:
    assert voice_of(text, agent)[0] is Voice.OWN
