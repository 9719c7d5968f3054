"""Clauses beside a cue whose subject or verb the parse loses, and cues between commas or dashes."""

import pytest

from bias.records import Part, Voice
from tests.attribution.reading import voice_of

OUTLETS = [
    ("The senator warned of chaos and a mob gathered outside.", "a mob gathered"),
    ("Ada Ray complained of a purge and thugs broke in.", "thugs broke in"),
    ("The report warned of a brutal winter and prices rose.", "prices rose"),
    ("Cole, who said Marsh called him a thug, left.", "left"),
    ("Ben Ode, who claims the vote was a sham, fled the city.", "fled the city"),
    ("The mayor – a liar, say her foes – left.", "left"),
    ("The union says the plan is a sham and leaves the talks.", "leaves the talks"),
    ("Ada Ray says the levy is theft and quits the council.", "quits the council"),
    ("For Ada Ray, the vote was late.", "the vote was late"),
    ("For the mayor, the winter was hard.", "the winter was hard"),
]
THEIRS = [
    ("The senator warned of chaos and a mob gathered outside.", "chaos", "senator"),
    ("The mayor warned of looting and of a coup.", "looting and of a coup", "mayor"),
    ("Cole, who said Marsh called him a thug, left.", "a thug", "Marsh"),
    ("The mayor – a liar, say her foes – left.", "a liar", "her foes"),
    ("The plan, a sham, say critics, was passed.", "a sham", "critics"),
    ("The dockers, say police, stormed the hall.", "stormed the hall", "police"),
    ("The captain, say witnesses, was a thug.", "was a thug", "witnesses"),
    ("Never, said Ada Ray, would the tyrant return.", "would the tyrant return", "Ada Ray"),
    ("Seldom, wrote Ben Ode, had a mob been so calm.", "had a mob been so calm", "Ben Ode"),
    ("The union says the plan is a sham and leaves families poor.", "leaves families", "union"),
    ("Ada Ray branded it farcical.", "farcical", "Ada Ray"),
    ("Critics branded him spineless.", "spineless", "Critics"),
    ("For Ray, the plan is unacceptable.", "the plan is unacceptable", "Ray"),
    ("For the union, the offer was outrageous.", "the offer was outrageous", "union"),
    ("The levy is considered theft by farmers.", "theft", "farmers"),
    ("Ada Ray considers the mayor a tyrant.", "a tyrant", "Ada Ray"),
    ("The vote is seen as a coup by critics.", "a coup", "critics"),
    ("The mayor is regarded as a tyrant by her foes.", "a tyrant", "her foes"),
]
HEADLINES = [
    ("Thugs storm hall, say police", "Thugs storm hall", Voice.ATTRIBUTED, "police"),
    ("Mayor is a liar, say foes", "Mayor is a liar", Voice.ATTRIBUTED, "foes"),
    ("Mayor slams vote as a sham", "a sham", Voice.ATTRIBUTED, "Mayor"),
    ("Mayor slams vote as thugs storm hall", "thugs storm hall", Voice.OWN, ""),
]


@pytest.mark.parametrize(("text", "words"), OUTLETS)
def test_the_clause_beside_a_cue_is_the_outlets(text: str, words: str) -> None:
    assert voice_of(text, words) == (Voice.OWN, "")


@pytest.mark.parametrize(("text", "words", "speaker"), THEIRS)
def test_what_the_cue_tells_is_theirs(text: str, words: str, speaker: str) -> None:
    assert voice_of(text, words) == (Voice.ATTRIBUTED, speaker)


@pytest.mark.parametrize(("title", "words", "voice", "speaker"), HEADLINES)
def test_a_headline_names_who_says_so_last(
    title: str, words: str, voice: Voice, speaker: str
) -> None:
    found = voice_of("It rained in Oslo.", words, title, Part.TITLE)
    assert found == (voice, speaker)
