import pytest

from bias.articles.by_metadata import Metadata
from bias.articles.titles import find_title, repeats_title


def title(announced: str = "", guess: str = "", **declared: str) -> str:
    return find_title(Metadata(**{"site": "The Herald", **declared}), announced, lambda: guess)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    [
        "Rain at last | The Herald",
        "Rain at last - The Herald",
        "Rain at last – Herald",
        "Rain at last • The Herald | The Herald",
    ],
)
def test_outlet_behind_the_title_is_cut(written: str) -> None:
    assert title(page_title=written) == "Rain at last"


@pytest.mark.parametrize(
    "written", ["Rain at last | Weather", "Wet - and cold", "The Herald | Rain"]
)
def test_other_words_behind_a_bar_stay(written: str) -> None:
    assert title(page_title=written) == written


def test_host_names_an_outlet_that_gives_no_name() -> None:
    assert title(page_title="Rain at last - Herald", site="www.herald.example") == "Rain at last"


def test_heading_as_printed_wins_where_another_source_confirms_it() -> None:
    assert title(first_heading="RAIN AT LAST, says Ray", headline="Rain at last") == (
        "RAIN AT LAST, says Ray"
    )


def test_heading_that_is_something_else_does_not() -> None:
    assert title(first_heading="The Herald", headline="Rain at last") == "Rain at last"


def test_the_outlets_own_name_is_no_title() -> None:
    assert title(first_heading="The Herald", page_title="The Herald") == ""
    assert title(first_heading="The Herald", page_title="Herald", announced="Rain") == "Rain"


def test_announced_title_comes_before_a_guess() -> None:
    assert title(announced="Rain at last", guess="Menu") == "Rain at last"
    assert title(guess=" Rain  at last ") == "Rain at last"
    assert title() == ""


def test_title_of_any_length_is_bounded() -> None:
    assert len(title(page_title="rain " * 10_000)) <= 400


def test_repeats_title_by_letters_alone() -> None:
    assert repeats_title("“Rain, at last!”", "Rain at last")
    assert not repeats_title("Rain at last in Oster", "Rain at last")
    assert not repeats_title("", "")
    assert repeats_title("Дождь", "ДОЖДЬ")


def test_outlet_before_a_long_title_is_cut() -> None:
    written = "The Herald - Rain comes at last to the mill"
    assert title(page_title=written) == "Rain comes at last to the mill"


def test_a_long_heading_is_the_title_though_nothing_else_says_so() -> None:
    heading = "What was left of the mill in spring"
    assert title(first_heading=heading, headline="Rain at last") == heading


def test_a_label_inside_the_heading_is_cut() -> None:
    heading = "Opinion Rain comes at last to Oster"
    assert title(first_heading=heading, headline="Rain comes at last to Oster") == heading[8:]
