"""Reported speech: what is attributed, to whom, and what stays the outlet's own."""

import pytest

from bias.records import Voice
from tests.attribution.reading import read, voice_of

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
    ("The court ruled on Tuesday that the decree was a sham.", "the decree was a sham", "court"),
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

SPEECH = [
    # promises, announcements and declarations with a clause, an infinitive or a name
    ("Ada Ray vowed to crush the mob.", "to crush the mob"),
    ("Ada Ray pledged that the regime would fall.", "the regime would fall"),
    ("Ada Ray vowed the regime would fall.", "the regime would fall"),
    ("Ada Ray threatened not to obey the regime.", "to obey the regime"),
    ("Ada Ray announced on Monday that the regime had fallen.", "the regime had fallen"),
    ("Ada Ray agreed that the plan was a sham.", "the plan was a sham"),
    ("Ada Ray declared the vote a sham.", "a sham"),
    # names given to what stands before, and talk of something
    ("Ode hailed what Ada Ray calls the largest rebellion yet.", "largest rebellion"),
    ("Many fear what some here call an act of treason.", "an act of treason"),
    ("It may fall unless voters prevent what many here call an act of treason.", "act of treason"),
    ("Ada Ray spoke of an uprising.", "an uprising"),
    ("Ada Ray used her speech to describe the night as a coup.", "a coup"),
    ("Ada Ray called on troops to crush the mob.", "to crush the mob"),
    ("Polls show gains for the tyrant.", "gains for the tyrant"),
    # verbs of acts as well, where a clause follows
    ("Ada Ray added that the tax was a sham.", "the tax was a sham"),
    ("Ada Ray revealed the regime had fallen.", "the regime had fallen"),
    ("Ada Ray reported the mob came at dawn.", "the mob came at dawn"),
    ("Ada Ray reported a riot in Oslo.", "a riot in Oslo"),
    ("Ada Ray wrote on Monday that the tax was a sham.", "the tax was a sham"),
    ("Ada Ray maintains he is a thug.", "he is a thug"),
    ("Ada Ray acknowledged the thugs were paid.", "the thugs were paid"),
]

ACTS = [
    ("Ada Ray refused to take orders from the regime.", "the regime"),
    ("Ada Ray wants to crush the mob.", "crush the mob"),
    ("The council agreed to scrap the spiteful levy.", "the spiteful levy"),
    ("Ada Ray announced a spiteful levy.", "a spiteful levy"),
    ("Ada Ray declared war on the mob.", "war on the mob"),
    ("Ada Ray pledged loyalty to the regime.", "the regime"),
    ("Ada Ray supported the uprising.", "the uprising"),
    ("Troops challenged the tyrant over the vote.", "over the vote"),
    ("Ada Ray condemned the coup.", "the coup"),
    ("Not everyone was cheering the rebels.", "the rebels"),
    ("Ada Ray called a general strike.", "a general strike"),
    ("Ada Ray ordered police to crush the mob.", "crush the mob"),
    ("Thugs broke in, and a driver who asked to pass was sent home.", "Thugs broke in"),
    ("The tyrant is expected to flee.", "to flee"),
    ("Footage seen by the paper shows hooligans at the gate.", "hooligans at the gate"),
    ("“It fell,” Ada Ray said, referring to the corrupt regime.", "the corrupt regime"),
    ("Asked whether he would go, the tyrant fled.", "the tyrant fled"),
    ("Crowds cheered, the regime's men decrying them.", "them"),
    # verbs of saying that tell of an act where no clause follows
    ("The regime added a cruel tax.", "a cruel tax"),
    ("The regime revealed its brutal face.", "its brutal face"),
    ("The regime cited three thugs for valour.", "three thugs for valour"),
    ("Thugs reported for duty at the palace.", "for duty at the palace"),
    ("Thugs wrote slogans on the wall.", "slogans on the wall"),
    ("The thugs answered with stones.", "with stones"),
    ("The brutal guards charged the crowd.", "the crowd"),
    ("A thug pointed a gun at the mob.", "a gun at the mob"),
    ("The regime maintained the cruel tax.", "the cruel tax"),
    ("The regime recalled its thugs from the border.", "its thugs from the border"),
    ("The tyrant acknowledged the mob with a wave.", "the mob with a wave"),
    ("The tyrant said farewell to the mob.", "farewell to the mob"),
    ("They marched to support the rebels that they had fought.", "that they had fought"),
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


@pytest.mark.parametrize(("text", "words"), SPEECH)
def test_what_is_told_as_speech_is_attributed(text: str, words: str) -> None:
    assert voice_of(text, words)[0] is Voice.ATTRIBUTED


def test_a_quotation_within_an_act_is_the_actors() -> None:
    text = "Ada Ray wants an end to the “spiteful” levy."
    assert voice_of(text, "spiteful") == (Voice.QUOTED, "Ada Ray")
    assert voice_of(text, "an end to")[0] is Voice.OWN


def test_an_accusation_by_nobody_is_the_speakers() -> None:
    text = "They were accused of looting the shops, according to Ada Ray."
    assert voice_of(text, "looting the shops") == (Voice.ATTRIBUTED, "Ada Ray")


@pytest.mark.parametrize(("text", "words"), OWN + ACTS)
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
