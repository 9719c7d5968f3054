"""Sentences of many kinds: coordination, asides, headlines, refusals, carriers of words."""

import pytest

from bias.records import Part, Voice
from tests.attribution.reading import read, voice_of

OUTLETS = [
    ("The minister denounced the strike as sabotage and dockers walked out.", "dockers walked"),
    ("The envoy called the raid a farce and gunmen stormed the hall.", "gunmen stormed"),
    ("Neither the mayor nor her deputy described the raid as a purge.", "a purge"),
    ("Lind has never called the colonel a butcher.", "a butcher"),
    ("Ada Ray didn't call the mayor a thug.", "a thug"),
    ("Lind refused to call the colonel a butcher.", "a butcher"),
    ("Lind stopped short of calling the colonel a butcher.", "a butcher"),
    ("Would Lind call the colonel a butcher?", "a butcher"),
    ("Her lawyer argued the arrest was a farce, a point the brutal judge ignored.", "brutal judge"),
    ("Ben Ode said he was robbed, a claim the ruthless guard denied.", "ruthless guard"),
    ("The council's bid to call the strike a coup failed.", "failed"),
]
THEIRS = [
    ("Asked if the colonel was a tyrant, the envoy shrugged.", "the colonel was a tyrant", ""),
    ("It was, the captain wrote later, a massacre.", "a massacre", "captain"),
    ("It is, Ada Ray said on Monday, a sham and a shame.", "a sham and a shame", "Ada Ray"),
    ("In the bishops' eyes the decree is a disgrace.", "the decree is a disgrace", "bishops"),
    ("To the bishops, the decree is a disgrace.", "the decree is a disgrace", "bishops"),
    ("To critics, the law is unjust.", "the law is unjust", "critics"),
    ("The colonel called the pilots cowards.", "cowards", "colonel"),
    ("Ada Ray called the strikers traitors.", "traitors", "Ada Ray"),
    ("Lind apologised for calling the colonel a butcher.", "a butcher", "Lind"),
    ("Lind refused to resign, calling the colonel a butcher.", "a butcher", "Lind"),
    ("The raid (a massacre, survivors say) lasted an hour.", "a massacre", "survivors"),
    ("The bill, which the bishops branded a disgrace, passed.", "a disgrace", "bishops"),
    ("The envoy told the colonel, who had called him a spy, to leave.", "to leave", "envoy"),
    ("Ada Ray issued a statement saying the levy was theft.", "the levy was theft", "Ada Ray"),
    ("The union sent members a letter calling the mayor a tyrant.", "a tyrant", "union"),
    ("In a statement saying the vote was a sham, Ada Ray resigned.", "a sham", "Ada Ray"),
    ("Ada Ray cited a report saying the levy was theft.", "the levy was theft", "report"),
    ("Ada Ray pointed to a letter saying the levy was theft.", "the levy was theft", "letter"),
    ("A driver saying he was robbed left the hall.", "he was robbed", "driver"),
    ("Ada Ray won't say whether the plan is a sham.", "whether the plan is a sham", "Ada Ray"),
]
QUOTED = [
    ("“We will not,” said the bishop, “be ruled by gangsters.”", "ruled by gangsters", "bishop"),
    ("“A farce” is what Lind called the raid.", "A farce", "Lind"),
    ("Lind, speaking after the raid: “It was a brutal farce.”", "a brutal farce", "Lind"),
]
HEADLINES = [
    ("Guard stormed hall – police", "Guard stormed hall", Voice.ATTRIBUTED, "police"),
    ("Colonel ‘a butcher’ – bishop", "a butcher", Voice.QUOTED, "bishop"),
    ("Guard stormed hall – mob flees", "Guard stormed hall", Voice.OWN, ""),
    ("Decree branded disgrace by bishops", "disgrace", Voice.ATTRIBUTED, "bishops"),
]


@pytest.mark.parametrize(("text", "words"), OUTLETS)
def test_the_outlets_words_stay_its_own(text: str, words: str) -> None:
    assert voice_of(text, words) == (Voice.OWN, "")


@pytest.mark.parametrize(("text", "words", "speaker"), THEIRS)
def test_their_words_are_theirs(text: str, words: str, speaker: str) -> None:
    assert voice_of(text, words) == (Voice.ATTRIBUTED, speaker)


@pytest.mark.parametrize(("text", "words", "speaker"), QUOTED)
def test_quotations_have_their_speaker(text: str, words: str, speaker: str) -> None:
    assert voice_of(text, words) == (Voice.QUOTED, speaker)


@pytest.mark.parametrize(("title", "words", "voice", "speaker"), HEADLINES)
def test_headlines_with_a_dash_name_who_speaks(
    title: str, words: str, voice: Voice, speaker: str
) -> None:
    assert voice_of("It rained in Oslo.", words, title, Part.TITLE) == (voice, speaker)


def test_a_role_and_its_name_are_no_phrase_of_reporting() -> None:
    voiced = read("Lind's lawyer, Per Aas, argued the arrest was a farce.")
    assert {span.rule for span in voiced.voices} == {"clause"}


def test_turns_of_a_transcript_may_stand_in_quotation_marks() -> None:
    text = "“LIND: The arrest was a farce.”\n\n“VOSS: It was a brutal raid.”"
    assert voice_of(text, "a brutal raid") == (Voice.QUOTED, "Voss")
