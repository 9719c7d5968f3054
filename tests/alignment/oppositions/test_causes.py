"""What two outlets make the cause of one thing."""

import pytest

from tests.alignment.oppositions.two_tellings import opposed


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The ferry terminal closed because of worn cables.",
            "The ferry terminal closed because of the strike.",
            ("worn cables", "strike"),
        ),
        (
            "The bridge collapsed due to rotten beams.",
            "The mayor blamed careless drivers for the collapse of the bridge.",
            ("rotten beams", "careless drivers"),
        ),
        (
            "A faulty valve caused the explosion.",
            "The explosion was caused by careless welders.",
            ("faulty valve", "careless welders"),
        ),
        (
            "Years of neglect led to the flood.",
            "The governor blamed the flood on record rain.",
            ("Years of neglect", "record rain"),
        ),
        (
            "The shortage stems from hoarding by traders.",
            "A new tariff triggered the shortage.",
            ("hoarding by traders", "new tariff"),
        ),
    ],
)
def test_other_causes_of_one_thing_are_set_against_each_other(
    a: str, b: str, expected: tuple[str, str]
) -> None:
    one, other = expected
    assert ("cause", one, other) in opposed(a, b)
    assert ("cause", other, one) in opposed(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The terminal closed because of worn cables.",
            "The terminal closed because of cables that were worn out.",
        ),
        (
            "The terminal closed because of worn cables.",
            "The school opened late because of the strike.",
        ),
        (
            "The terminal closed because of worn cables.",
            "The terminal closed, but not because of the strike.",
        ),
        (
            "A faulty valve caused the explosion.",
            "The inspector did not blame workers for the explosion.",
        ),
    ],
    ids=["the same", "of another thing", "denied", "not blamed"],
)
def test_nothing_is_said_of(a: str, b: str) -> None:
    assert not [found for found in opposed(a, b) if found[0] == "cause"]
