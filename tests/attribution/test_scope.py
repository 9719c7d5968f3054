"""Where words end: at the clause, its coordinations and its parentheses; and who says them."""

import pytest

from bias.records import Part, Voice
from tests.attribution.reading import read, voice_of

COORDINATED = [
    ("Ada Ray called the plan a sham and the tyrant fled.", "a sham", "the tyrant fled"),
    ("Ada Ray described the march as a riot, but the thugs stayed away.", "a riot", "the thugs"),
    ("Ada Ray accused Ode of looting and the tyrant resigned.", "of looting", "the tyrant"),
    ("Ada Ray warned of a coup and the brutal guards withdrew.", "of a coup", "brutal guards"),
    ("Ada Ray denounced the law as a gag and thugs broke in.", "a gag", "thugs broke in"),
    ("Ada Ray claimed victory and the tyrant's men fled.", "victory", "the tyrant's men"),
    ("Ada Ray said they had been bribed and called it a coup.", "had been bribed", "and called"),
]

TOGETHER = [
    ("Ada Ray said it was safe, but that Ode was a thug.", "Ode was a thug"),
    ("Ada Ray called Ode a thug and a liar.", "a liar"),
    ("Ada Ray said the plan was a sham and the mayor a thug.", "the mayor a thug"),
]

SOURCES = [
    ("The plan was called a sham by Ada Ray.", "a sham", "Ada Ray"),
    ("The president, derided as a tyrant by critics, fled.", "as a tyrant", "critics"),
    ("Hailed as a hero by fans, the tyrant fled.", "as a hero", "fans"),
    ("Ada Ray and Ben Ode said the plan was a sham.", "a sham", "Ada Ray and Ben Ode"),
    ("Never, said Ada Ray, would the tyrant leave.", "the tyrant leave", "Ada Ray"),
    ("The leader of the Port Party, Ada Ray, called it a sham.", "a sham", "Ada Ray"),
    ("Dan Ode told The Port Post that the plan was a sham.", "a sham", "Dan Ode"),
    ("When asked whether the tyrant would go, Ada Ray laughed.", "the tyrant would go", ""),
    ("On Friday said the regime would fall.", "the regime would fall", ""),
]

ANOTHER_PART = [
    ("Ada Ray struck out at Ode in a speech, “So much for the regime,” she said.", "struck out"),
    ("Thugs broke the line, where 14 were hurt, hospital officials said.", "Thugs broke the line"),
    ("Thugs broke the line, but nobody was hurt, officials said.", "Thugs broke the line"),
    ("The United States has never seen a brutal president.", "a brutal president"),
]

TURNS = "SMITH: The regime is a sham.\n\nJONES: That is a lie.\n\nThe brutal debate ended at nine."


@pytest.mark.parametrize(("text", "told", "own"), COORDINATED)
def test_a_coordinated_clause_is_the_outlets(text: str, told: str, own: str) -> None:
    assert voice_of(text, told) == (Voice.ATTRIBUTED, "Ada Ray")
    assert voice_of(text, own) == (Voice.OWN, "")


@pytest.mark.parametrize(("text", "told"), TOGETHER)
def test_what_is_coordinated_within_the_words_is_the_speakers(text: str, told: str) -> None:
    assert voice_of(text, told) == (Voice.ATTRIBUTED, "Ada Ray")


@pytest.mark.parametrize(("text", "told", "speaker"), SOURCES)
def test_who_is_cited_is_found_by_its_role(text: str, told: str, speaker: str) -> None:
    assert voice_of(text, told) == (Voice.ATTRIBUTED, speaker)


@pytest.mark.parametrize(("text", "own"), ANOTHER_PART)
def test_what_is_not_surely_theirs_is_the_outlets(text: str, own: str) -> None:
    assert voice_of(text, own) == (Voice.OWN, "")


def test_a_speaker_is_an_entity_of_the_cast() -> None:
    spans = read("Mayor Ada Ray left. Ray said it was a sham. She called Ode a thug.").voices
    assert {(span.speaker, span.entity) for span in spans} == {("Ada Ray", spans[0].entity)}
    assert spans[0].entity


def test_turns_of_a_transcript_are_their_speakers() -> None:
    assert voice_of(TURNS, "The regime is a sham") == (Voice.QUOTED, "Smith")
    assert voice_of(TURNS, "That is a lie") == (Voice.QUOTED, "Jones")
    assert voice_of(TURNS, "SMITH") == (Voice.OWN, "")
    assert voice_of(TURNS, "brutal debate") == (Voice.OWN, "")


def test_one_label_alone_makes_no_transcript() -> None:
    assert voice_of("UPDATE: The regime is a sham.\n\nIt rained.", "a sham") == (Voice.OWN, "")


@pytest.mark.parametrize("title", ["Merrow bridge: thugs storm hall", "Brexit: thugs storm hall"])
def test_a_topic_before_a_colon_says_nothing(title: str) -> None:
    assert voice_of("", "thugs storm hall", title, Part.TITLE) == (Voice.OWN, "")
