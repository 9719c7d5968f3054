"""Who says or calls something so where the subject is plural, far off, or stands behind ``by``."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

TOLD = [
    ("Sources close to the minister say the thugs were paid.", "the thugs were paid"),
    ("Doctors at the hospital say thugs used clubs.", "thugs used clubs"),
    ("Police say the mob was armed.", "the mob was armed"),
    ("Critics of the law believe it is a sham.", "it is a sham"),
    ("The law, which critics call a gag, passed.", "a gag"),
    ("The levy, which the left calls theft, passed.", "theft"),
    ("The march, described by police as a riot, ended.", "a riot"),
    ("The law, dubbed “a gag” by critics, passed.", "a gag"),
]

OWN = [
    ("Voters in the north have no say in the regime.", "in the regime"),
    ("The thugs had a say in the coup.", "in the coup"),
    ("The law, which critics call a gag, ended a cruel era.", "ended a cruel era"),
    ("The march, described by police as a riot, hurt the regime.", "hurt the regime"),
    ("The law, dubbed “a gag” by critics, hurt the regime.", "by critics"),
    ("The tax was called off by the regime.", "by the regime"),
]


@pytest.mark.parametrize(("text", "words"), TOLD)
def test_it_is_theirs(text: str, words: str) -> None:
    assert voice_of(text, words)[0] is not Voice.OWN


@pytest.mark.parametrize(("text", "words"), OWN)
def test_it_is_the_outlets(text: str, words: str) -> None:
    assert voice_of(text, words) == (Voice.OWN, "")


def test_who_dubs_it_so_stands_behind_by() -> None:
    text = "The law, dubbed “a gag on us” by critics, passed."
    assert voice_of(text, "a gag on us") == (Voice.QUOTED, "critics")
