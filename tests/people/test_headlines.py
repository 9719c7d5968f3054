"""Names in headlines, where every word has a capital."""

import pytest

from bias.records import Cast, Part
from tests.people.casts import body, cast


def in_title(found: Cast) -> set[str]:
    """Return the names of whom the headline speaks."""
    return {found.entity(m.entity).name for m in found.mentions if m.part is Part.TITLE and m.name}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Ray Accuses Harbour Board", {"Ada Ray", "Harbour Board"}),
        ("Ada Ray Blames Tom Gray", {"Ada Ray", "Tom Gray"}),
        ("Gray Declares Victory", {"Tom Gray"}),
        ("Senators Chide Gray Over Pier", {"Tom Gray"}),
        ("Ada To Gray: Drop Out", {"Ada Ray", "Tom Gray"}),
        ("Tom Gray To Ray: Stay On", {"Ada Ray", "Tom Gray"}),
    ],
)
def test_a_headline_names_whom_the_text_below_names(title: str, names: set[str]) -> None:
    text = (
        "Mayor Ada Ray met the Harbour Board on the pier. Senator Tom Gray was there. "
        "Ms. Ray left early, and Mr. Gray declared a victory."
    )
    assert in_title(cast(text, title)) == names


def test_a_description_in_a_headline_is_no_name() -> None:
    text = "An aide of Senator Tom Gray fled. Mr. Gray was in the hall."
    found = cast(text, "Police Hunt for Gray Aide")
    assert "Gray Aide" not in {m.name for m in found.mentions}


def test_common_words_before_a_name_do_not_belong_to_it() -> None:
    text = (
        "The director of harbour intelligence, Harbour Intelligence Ada Ray, spoke. "
        "Ada Ray left. Her harbour was quiet and intelligence was scarce."
    )
    names = {m.name for m in cast(text).mentions if "Ray" in m.name}
    assert names == {"Ada Ray"}


def test_a_first_name_that_is_a_word_as_well_belongs_to_its_name() -> None:
    text = (
        "Senator Bill Harlow clashed with Rep. Anne Harlow on Tuesday. Sen. Harlow called the bill "
        "a sham."
    )
    found = cast(text, "Bill Harlow and Anne Harlow clash")
    bill = next(m.entity for m in found.mentions if m.name == "Bill Harlow")
    said = {text[m.start : m.end] for m in body(found) if m.entity == bill}
    assert {"Senator Bill Harlow", "Sen. Harlow"} <= said


def test_a_verb_of_a_headline_is_nobody() -> None:
    text = "Senator Tom Gray wept on the pier. The senator was sorry."
    found = cast(text, "Gray, Caught on Video, Apologizes: Orlo Senator Apologizes")
    assert "Apologizes" not in {m.name for m in found.mentions}


def test_capitals_may_name_by_a_noun_of_measure() -> None:
    found = cast("Mr. Gray shut the line to Orlo. GRAY LINE SHUT. The line was long.")
    assert "Gray" in {m.name for m in found.mentions}
