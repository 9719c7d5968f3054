"""Who did it: a passive without agent against an active with somebody named."""

import pytest

from tests.alignment.oppositions.two_tellings import opposed


def agency(a: str, b: str) -> list[tuple[str, str]]:
    return [(one, other) for kind, one, other in opposed(a, b) if kind == "agency"]


@pytest.mark.parametrize(
    ("silent", "naming", "expected"),
    [
        (
            "A marcher was shot near the bridge on Friday.",
            "Police shot a marcher near the bridge on Friday.",
            ("A marcher was shot", "Police shot a marcher"),
        ),
        (
            "The bridge was closed on Monday.",
            "The bridge was closed by the mayor on Monday.",
            ("The bridge was closed", "The bridge was closed by the mayor"),
        ),
        (
            "Dozens of homes were demolished in the valley.",
            "The army demolished dozens of homes in the valley.",
            ("Dozens of homes were demolished", "The army demolished dozens of homes"),
        ),
        (
            "Police said a marcher was shot on Friday.",
            "Police shot a marcher on Friday.",
            ("a marcher was shot", "Police shot a marcher"),
        ),
    ],
    ids=["active", "passive with agent", "of", "only cited"],
)
def test_the_actor_one_leaves_out_stands_against_the_one_named(
    silent: str, naming: str, expected: tuple[str, str]
) -> None:
    assert agency(silent, naming) == [expected]
    assert agency(naming, silent) == [expected[::-1]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Two marchers were arrested by officers.", "Officers arrested two marchers."),
        ("Officers came and two marchers were arrested.", "Officers arrested two marchers."),
        ("The mayor was shot on Friday.", "Police shot a dog on Friday."),
        ("The dam was not opened in time.", "Engineers opened the dam in time."),
        ("The dam could be opened soon.", "Engineers opened the dam."),
        ("The school is located near the river.", "The council located the school there."),
        ("“A marcher was shot,” the lawyer said.", "Police shot a marcher, the lawyer said."),
        ("A marcher was shot on Friday.", "They shot a marcher on Friday."),
        ("Was a marcher shot on Friday?", "Police shot a marcher on Friday."),
    ],
    ids=[
        "both name", "named beside", "another patient", "denied", "possible", "a state", "quoted",
        "pronoun", "question",
    ],
)  # fmt: skip
def test_what_leaves_out_no_actor_is_no_contrast_of_agency(a: str, b: str) -> None:
    assert agency(a, b) == []
