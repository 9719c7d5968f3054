"""Clauses of telling inside other clauses: which mark closes them, and what goes on behind it."""

import pytest

from bias.records import Voice
from tests.passages.reading import voice_of

CLOSED = [
    # opening clauses
    ("When Ada Ray said the levy was theft, thugs came.", "the levy was theft", "thugs came"),
    ("After Ada Ray claimed the vote was a sham, a mob came.", "the vote was a sham", "a mob came"),
    ("While Ada Ray says it is a coup, the regime goes on.", "it is a coup", "the regime goes on"),
    ("When the mayor, Ada Ray, said it was over, thugs came.", "it was over", "thugs came"),
    ("As Ada Ray said the mob was gone, thugs came.", "the mob was gone", "thugs came"),
    ("On Monday, after Ada Ray said it was over, thugs came.", "it was over", "thugs came"),
    ("After Ada Ray's claim that it was theft, thugs came.", "that it was theft", "thugs came"),
    # opening participles
    ("Despite saying it was theft, Ada Ray paid the thugs.", "it was theft", "paid the thugs"),
    ("Having said it was theft, Ada Ray paid the thugs.", "it was theft", "paid the thugs"),
    ("Two days after claiming it was theft, Ada Ray fled.", "it was theft", "Ada Ray fled"),
    ("Told that it was theft, Ada Ray paid the thugs.", "it was theft", "paid the thugs"),
    # clauses about the subject
    ("The bank, which said it had won, robbed the poor.", "it had won", "robbed the poor"),
    ("The van, which Ada Ray said was hers, hit a mob.", "was hers", "hit a mob"),
    ("The van – Ada Ray said it was hers – hit a mob.", "it was hers", "hit a mob"),
]

GOES_ON = [
    ("As Ada Ray said, the plan was a sham.", "the plan was a sham"),
    ("After the vote, Ada Ray said the plan, once hers, was a sham.", "was a sham"),
    ("When the mob came, Ada Ray said the plan, once hers, was a sham.", "was a sham"),
    ("Ada Ray left, saying the plan, once hers, was a sham.", "was a sham"),
    ("Ada Ray left when Ben Ode said the plan, once hers, was a sham.", "was a sham"),
    ("Ada Ray, a nurse, said the plan, once hers, was a sham.", "was a sham"),
    ("Ada Ray said the plan – once hers – was a sham.", "was a sham"),
    ("Having left, Ada Ray said the plan, once hers, was a sham.", "was a sham"),
]


@pytest.mark.parametrize(("text", "told", "own"), CLOSED)
def test_the_main_clause_behind_a_clause_of_telling_is_the_outlets(
    text: str, told: str, own: str
) -> None:
    assert voice_of(text, told)[0] is Voice.ATTRIBUTED
    assert voice_of(text, own) == (Voice.OWN, "")


@pytest.mark.parametrize(("text", "told"), GOES_ON)
def test_a_comma_within_the_words_does_not_close_them(text: str, told: str) -> None:
    assert voice_of(text, told)[0] is Voice.ATTRIBUTED


def test_who_speaks_days_after_something_is_not_the_days() -> None:
    text = "Days after claiming it was theft, Ada Ray fled."
    assert voice_of(text, "it was theft") == (Voice.ATTRIBUTED, "Ada Ray")
