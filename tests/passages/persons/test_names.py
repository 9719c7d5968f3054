import pytest

from bias.passages.persons.name_words import split_titles
from bias.passages.persons.names import Names
from bias.passages.persons.speakers import Speakers

TEXT = (
    "Information Minister Ada Ray met Ben Ode, the mayor of Oslo. Mrs. Ray left early. "
    "Juan de la Cruz stayed. A spokesman for the Harbour Union came."
)

RESOLVED = [
    ("Ray", "Ada Ray"),
    ("Mrs. Ray", "Ada Ray"),
    ("Ada Ray's", "Ada Ray"),
    ("the minister", "Ada Ray"),
    ("The mayor", "Ben Ode"),
    ("Cruz", "Juan de la Cruz"),
    ("Ode's lawyer Ada Ray", "Ada Ray"),
    ("a spokesman for Ben Ode", "spokesman for Ben Ode"),
    ("Claire Ray", "Claire Ray"),
    ("some analysts", "some analysts"),
    ("Harbour Union", "Harbour Union"),
]


@pytest.mark.parametrize(("phrase", "speaker"), RESOLVED)
def test_a_source_is_linked_to_its_name(phrase: str, speaker: str) -> None:
    assert Speakers(Names(TEXT)).resolve(phrase) == speaker


def test_a_pronoun_stands_for_the_person_named_last() -> None:
    speakers = Speakers(Names(TEXT))
    speakers.resolve("Ada Ray")
    speakers.resolve("Ben Ode")
    assert speakers.resolve("he") == "Ben Ode"
    assert speakers.resolve("she") == "Ada Ray"
    assert speakers.resolve("he") == "Ben Ode"


def test_a_pronoun_without_person_stands_for_nobody() -> None:
    assert Speakers(Names(TEXT)).resolve("he") == ""


def test_they_stands_for_what_is_no_person() -> None:
    speakers = Speakers(Names(TEXT))
    speakers.resolve("The unions")
    speakers.resolve("Ada Ray")
    assert speakers.resolve("they") == "unions"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Prime Minister Ada Ray", (["prime", "minister"], "Ada Ray")),
        ("Mr. Ode’s", (["mr"], "Ode")),
        ("Minister", ([], "Minister")),
        ("Ada Ray", ([], "Ada Ray")),
        ("Neither Ada Ray", ([], "Ada Ray")),
        ("Ode's Lawyer Ada Ray", ([], "Lawyer Ada Ray")),
        # a plural owner is part of a body's name, another owner is not
        ("Dockers' Union", ([], "Dockers' Union")),
        ("The Teachers’ Federation", ([], "Teachers’ Federation")),
        ("Children's Society", ([], "Children's Society")),
        ("Oslo's Council", ([], "Council")),
        ("Ray's Party", ([], "Party")),
        ("Dockers' Ada Ray", ([], "Ada Ray")),
    ],
)
def test_titles_are_split_off(phrase: str, expected: tuple[list[str], str]) -> None:
    assert split_titles(phrase) == expected


SHARED = (
    "Ada Ray and her brother Tom Ray met Judge Eve Ode and Max Ode. Mr Tom Ray left with his dog. "
    "Rival Ray smiled, as a rival does."
)

BEARERS = [
    ("Mr Ray", "Tom Ray"),
    ("Mrs Ray", "Ada Ray"),
    ("Ray", "Ada Ray"),
    ("Tom Ray", "Tom Ray"),
    ("Judge Ode", "Eve Ode"),
    ("Max Ode", "Max Ode"),
    ("Rival Ray", "Rival Ray"),
]


@pytest.mark.parametrize(("phrase", "speaker"), BEARERS)
def test_who_of_several_bears_a_shared_last_name(phrase: str, speaker: str) -> None:
    assert Speakers(Names(SHARED)).resolve(phrase) == speaker


def test_a_title_without_more_goes_to_who_was_spoken_of_last() -> None:
    speakers = Speakers(Names("Ada Ray met Eve Ray."))
    speakers.resolve("Eve Ray")
    assert speakers.resolve("Mrs Ray") == "Eve Ray"
