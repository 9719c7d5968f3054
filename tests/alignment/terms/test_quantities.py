import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.alignment.terms.quantities import MOST_NUMBERS, read_quantities


@pytest.mark.parametrize(
    ("text", "printed", "noun"),
    [
        ("At least 12 people were killed in the mine.", "12", "killed"),
        ("The fire killed twelve people.", "twelve", "killed"),
        ("A crowd of 4,000 marched.", "4,000", "marched"),
        ("About 4 million ballots were cast.", "4 million", "ballots"),
        ("A dozen houses burned down.", "A dozen", "houses"),
        ("On 3 May, nine miners were freed.", "nine", "miners"),
        ("The death toll rose to 12.", "12", "toll"),
        ("Rents rose to 7 percent of pay.", "7", "pay"),
        ("Guards fired 12 shots at miners.", "12", "shots"),
        ("One miner died.", "One", "miner"),
        ("Some 4m miners voted.", "4m", "miners"),
    ],
)
def test_a_number_counts_the_noun_beside_it(text: str, printed: str, noun: str) -> None:
    found = {quantity.printed: quantity for quantity in read_quantities(text)}
    assert found[printed].nouns[0][1] == noun


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 3 May near the mill.",
        "The mill was built in 1987.",
        "They met at 9.30 p.m. or at 10:15 in the mill.",
        "Lorries queued at Gate 3 on day 19.",
        "The No. 2 miner spoke on Sept. 11.",
        "It is open 24/7.",
        "She ran 100m.",
        "One way or another.",
        "One of them spoke.",
        "No number at all.",
        "",
    ],
)
def test_dates_times_years_and_labels_count_nothing(text: str) -> None:
    assert read_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("It cost $40 to repair.", "$"),
        ("Turnout was 54% in the north.", "%"),
        ("Turnout was 54 percent in the north.", "%"),
        ("They waited three hours.", "hour"),
        ("They voted by 21 to 18 for it.", "result"),
        ("Twelve miners died.", ""),
        ("Members voted 51-49 for it.", "result"),
        ("It cost £4m to repair.", "£"),
    ],
)
def test_measures_are_kept_apart(text: str, measure: str) -> None:
    assert {quantity.measure for quantity in read_quantities(text)} == {measure}


def test_hedged_numbers_agree_with_near_ones() -> None:
    (about,) = read_quantities("About 4,000 people marched.")
    (exact,) = read_quantities("The police counted 4,123 marchers.")
    (far,) = read_quantities("The union counted 9,000 marchers.")
    assert about.agrees(exact)
    assert not about.agrees(far)


@given(st.text(alphabet="a 1million,.$%٣²\n", max_size=200))
def test_hostile_texts_yield_a_bounded_number_of_spans(text: str) -> None:
    found = read_quantities(text)
    assert len(found) <= MOST_NUMBERS
    assert all(quantity.printed in text for quantity in found)
