import pytest

from bias.articles.credit import AGENCIES, find_credit

LEAD = "The river rose by two metres on Friday."
LONG = "Ministers met by the river, and from there they went on to the PA system makers. " * 6


@pytest.mark.parametrize(
    ("paragraphs", "authors", "agency"),
    [
        (["LIMA, March 3 (Reuters) - Rain fell."], [], "Reuters"),
        (["PARIS (AFP) — Rain fell."], [], "AFP"),
        (["LONDON (AP) – Rain fell."], [], "AP"),
        (["(Reuters) - Rain fell."], [], "Reuters"),
        (["TOLMAR (KPA) - Rain fell."], [], "KPA"),
        (["PORT HALDANE, March 3 (KPA) — Rain fell."], [], "KPA"),
        ([LEAD], ["Reuters"], "Reuters"),
        ([LEAD], ["Ada Ray, The Associated Press"], "AP"),
        ([LEAD], ["Ada Ray with AFP"], "AFP"),
        ([LEAD, "Additional reporting by Reuters"], [], "Reuters"),
        ([LEAD, "The Associated Press contributed to this report."], [], "AP"),
        ([LEAD, "Source: dpa"], [], "dpa"),
        ([LEAD, "(Xinhua)"], [], "Xinhua"),
        ([LEAD, "AFP"], [], "AFP"),
        ([LEAD, "© 2026 AFP"], [], "AFP"),
        (
            [LEAD, "Additional reporting by the Kestrian Press Agency; reporting by A. Ray (KPA)"],
            [],
            "KPA",
        ),
    ],
)
def test_credit_is_found(paragraphs: list[str], authors: list[str], agency: str) -> None:
    assert find_credit(paragraphs, authors) == agency


@pytest.mark.parametrize(
    ("paragraphs", "authors"),
    [
        ([LEAD], ["Ada Ray"]),
        ([LEAD], ["Pa Lind"]),
        (["The minister told Reuters that rain would fall."], []),
        (["The National Rifle Club (NRC) - founded in 1931 - met."], []),
        ([LEAD, "He left the AP after a year. " + LONG], []),
        ([LONG, LONG, LONG, LONG], []),
        ([], []),
    ],
)
def test_no_credit_where_none_is_given(paragraphs: list[str], authors: list[str]) -> None:
    assert find_credit(paragraphs, authors) == ""


@pytest.mark.parametrize("name", AGENCIES)
def test_every_agency_is_known_by_its_own_name(name: str) -> None:
    assert find_credit([LEAD], [name]) == name
