"""Datelines open a report and belong to the outlet, whoever is cited behind them."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

DATELINES = [
    ("OSLO (Reuters) - ", "OSLO (Reuters)"),
    ("OSLO (AP) — ", "OSLO (AP)"),
    ("OSLO, March 3 — ", "OSLO, March 3"),
    ("NEW OSLO – ", "NEW OSLO"),
    ("Oslo (dpa) -- ", "Oslo (dpa)"),
    ("OSLO, Norway (AP) — ", "OSLO, Norway (AP)"),
]

NO_DATELINES = [
    ("The plan – a sham – has fallen, Ada Ray said.", "The plan"),
    ("The plan (a sham) fell - and fell, Ada Ray said.", "The plan"),
    ("UN troops are a mob – a cruel one, Ada Ray said.", "UN troops are a mob"),
    ("A plan, a sham, fell, Ada Ray said.", "A plan"),
]


@pytest.mark.parametrize(("line", "words"), DATELINES)
def test_a_dateline_is_the_outlets(line: str, words: str) -> None:
    text = f"{line}The regime has fallen, Ada Ray said."
    assert voice_of(text, words)[0] is Voice.OWN
    assert voice_of(text, "The regime has fallen") == (Voice.ATTRIBUTED, "Ada Ray")


@pytest.mark.parametrize(("text", "words"), NO_DATELINES)
def test_other_dashes_open_no_report(text: str, words: str) -> None:
    assert voice_of(text, words)[0] is Voice.ATTRIBUTED
