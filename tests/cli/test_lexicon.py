"""``bias lexicon`` proves and shows the rows, the user's own among them."""

from pathlib import Path

from .conftest import Bias

FAILED, WRONG_USE = 1, 2


def test_the_bundled_rows_are_proved(bias: Bias) -> None:
    outcome = bias("lexicon", "check")
    assert outcome.code == 0, outcome.err
    assert "0 problems" in outcome.out


def test_a_term_is_shown_in_any_of_its_forms_with_its_source(bias: Bias) -> None:
    outcome = bias("lexicon", "show", "thugs")
    assert outcome.code == 0
    assert outcome.out.startswith("thug")
    assert "source" in outcome.out


def test_guards_and_quotes_are_shown(bias: Bias) -> None:
    shown = bias("lexicon", "show", "claim").out
    assert "not before" in shown
    assert "in quotes  not listed" in shown
    assert "in quotes  listed" in bias("lexicon", "show", "thug").out


def test_a_wrong_row_of_ones_own_is_told_in_one_line_with_its_place(
    bias: Bias, tmp_path: Path
) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "term,category,strength,sense,alternative,source,match,no_match\n"
        "gribbler,person_labels,2,a fraud,seller,Own,A seller sold it.,A seller sold it.\n",
        encoding="utf-8",
    )
    outcome = bias("lexicon", "check", BIAS_LEXICON=str(own))
    lines = [line for line in outcome.err.splitlines() if "gribbler" in line]
    assert outcome.code == FAILED
    assert lines[0].startswith(f"{own}:2: person_labels/gribbler: column 'match': is not found in")


def test_what_no_row_marks_is_named(bias: Bias) -> None:
    outcome = bias("lexicon", "show", "table")
    assert outcome.code == WRONG_USE
    assert "no row that marks 'table'" in outcome.err


def test_a_row_without_a_source_is_named_by_file_and_line(bias: Bias, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "term,category,pos,strength,sense,alternative,source,match,no_match\n"
        "gribbler,person_labels,noun,2,a fraud,seller,,A gribbler sold it.,A seller sold it.\n",
        encoding="utf-8",
    )
    outcome = bias("score", "-", stdin=b"A gribbler sold it.", BIAS_LEXICON=str(own))
    assert outcome.code == FAILED
    assert outcome.err.startswith(f"bias: {own}:2: column 'source'")
    assert outcome.err.count("\n") == 1


def test_a_lexicon_that_is_not_there_is_named(bias: Bias) -> None:
    outcome = bias("lexicon", "show", "thug", BIAS_LEXICON="no-such.csv")
    assert outcome.code in (FAILED, WRONG_USE)
    assert "no-such.csv" in outcome.err
    assert outcome.err.count("\n") == 1
