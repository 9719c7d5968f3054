import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.alignment.differences.denials import denials, is_denied
from bias.alignment.differences.stances import read_stance
from tests.alignment.differences.test_clashes import passages
from tests.alignment.telling import ref


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The minister has resigned over the contract.",
            "The minister has not resigned over the contract.",
        ),
        ("Engineers warned the council twice.", "Engineers never warned the council."),
        ("No soldiers were killed at the bridge.", "Soldiers were killed at the bridge."),
        ("The minister refused to resign.", "The minister resigned."),
        ("The mayor didn’t sign the treaty.", "The mayor signed the treaty."),
        ("Nobody was hurt in the blast.", "Twelve were hurt in the blast."),
        ("Minister Will Not Resign", "Minister Will Resign"),
        ("The ship had failed to dock in Orlo.", "The ship docked in Orlo."),
        ("The dam cannot hold the flood.", "The dam can hold the flood."),
        ("There is no evidence of fraud in Orlo.", "There is evidence of fraud in Orlo."),
        ("The council said it had not approved the sale.", "The council approved the sale."),
        ("The union no longer supports the mayor.", "The union supports the mayor."),
    ],
)
def test_what_one_denies_and_another_affirms_is_told(a: str, b: str) -> None:
    left, right = passages(a, b)
    assert is_denied(left, right)
    assert is_denied(right, left)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The minister not only resigned but left the country.", "The minister resigned and left."),
        ("The union no longer backs the mayor.", "The union no longer supports the mayor."),
        ("The mayor will no doubt resign.", "The mayor will resign."),
        ("The council did not accept the offer.", "The council refused to accept the offer."),
        (
            "The council did not accept the offer.",
            "The council rejected a call to accept the offer.",
        ),
        ("The union no longer backs the mayor.", "The union dropped its backing of the mayor."),
        ("The minister did not resign until Monday.", "The minister resigned on Monday."),
        ("The minister resigned; his deputy did not resign.", "The minister resigned."),
        ("The deputy has not resigned.", "The minister has resigned."),
        ("The minister denied that he had resigned.", "The minister has not resigned."),
        (
            "Miners will strike if the minister does not resign.",
            "Miners will strike unless the minister resigns.",
        ),
        ("The minister should not resign, the union said.", "The minister resigned."),
        ("The pool has no roof.", "The pool shut when the roof gave way."),
        ("Stone, not Hale, won the vote.", "Hale lost the vote to Stone."),
        ("Police did not say whether the driver was drunk.", "Police said the driver was drunk."),
        ("No fewer than 12 miners died.", "Twelve miners died."),
        ("The No. 2 reactor was shut.", "The reactor was shut."),
        ("He did not deny that the mayor lied.", "The mayor lied."),
        ("The union did not call the strike over pay.", "The union called the strike over safety."),
        ("Not all miners were freed.", "Miners were freed."),
        ("The mayor did not fail to sign the treaty.", "The mayor signed the treaty."),
    ],
)
def test_idioms_doubts_and_other_facts_are_no_denials(a: str, b: str) -> None:
    assert denials(passages(a, b)) == ()
    assert denials(passages(b, a)) == ()


def test_a_denial_names_both_sides() -> None:
    texts = ("The mayor resigned.", "The mayor has not resigned.", "Why the mayor resigned.")
    (found,) = denials(passages(*texts))
    assert found.what == "resigned"
    assert found.denied_by == (ref("outlet-1", 0),)
    assert found.affirmed_by == (ref("outlet-0", 0), ref("outlet-2", 0))


def test_other_languages_deny_nothing_known() -> None:
    assert read_stance("Der Minister ist not resigned", "de").denied == ()


WORDS = st.sampled_from(["not", "no", "mayor", "the", "resigned", "if", "that", ",", "until", "12"])


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_no_passage_denies_itself(text: str) -> None:
    assert denials(passages(text, text)) == ()
    assert all(each.printed in text for each in read_stance(text).denied)
