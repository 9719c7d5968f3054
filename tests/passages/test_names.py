import pytest

from bias.passages.names import Names, split_titles
from bias.passages.speakers import Speakers

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
    ],
)
def test_titles_are_split_off(phrase: str, expected: tuple[list[str], str]) -> None:
    assert split_titles(phrase) == expected
