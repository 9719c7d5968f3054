"""Clauses of telling inside other clauses: which mark closes them, and what goes on behind it."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

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
    ("The van—Ada Ray said it was hers—hit a mob.", "it was hers", "hit a mob"),
    # a main verb without a comma before it
    ("The claim that the vote was a sham has sparked a riot.", "the vote was a sham", "a riot"),
    ("Ada Ray's claim that Ode lied sparked a brutal riot.", "that Ode lied", "a brutal riot"),
    ("The letter that said it was a sham was burned by thugs.", "it was a sham", "by thugs"),
    ("A man who said he left early was jailed by the regime.", "he left early", "by the regime"),
    # circumstances behind the words
    ("Ada Ray said it was over, prompting thugs to cheer.", "it was over", "thugs to cheer"),
    ("Ada Ray said it was over, sparking a savage riot.", "it was over", "a savage riot"),
    ("Ada Ray said it was over, hours after thugs came.", "it was over", "thugs came"),
    ("Ada Ray said it was over, despite backing a cruel law.", "it was over", "a cruel law"),
]

GOES_ON = [
    ("As Ada Ray said, the plan was a sham.", "the plan was a sham"),
    ("After the vote, Ada Ray said the plan, once hers, was a sham.", "was a sham"),
    ("When the mob came, Ada Ray said the plan, once hers, was a sham.", "was a sham"),
    ("Ada Ray left, saying the plan, once hers, was a sham.", "was a sham"),
    ("Ada Ray left when Ben Ode said the plan, once hers, was a sham.", "was a sham"),
    ("Ada Ray, a nurse, said the plan, once hers, was a sham.", "was a sham"),
    ("Ada Ray said the plan – once hers – was a sham.", "was a sham"),
    ("The claim that the vote was a sham and the regime had fallen spread.", "had fallen"),
    ("Ode denies the claim that the mob he led was armed.", "was armed"),
    ("Fears that those who voted are doomed spread.", "are doomed"),
    ("The claim that the plan would have been a sham spread.", "have been a sham"),
    ("Ada Ray said the plan, despite the mob, was a sham.", "was a sham"),
    ("Ada Ray said the regime, hours after the vote, was a sham.", "was a sham"),
    ("Ada Ray said Ode was “rotten” in the eyes of the mob.", "the eyes of the mob"),
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


BEHIND_A_FRAGMENT = [
    ("Ada Ray called the levy “theft” in a speech to the mob.", "in a speech to the mob"),
    ("Ada Ray said “it is theft” hours after thugs came.", "hours after thugs came"),
    ("Ada Ray condemned “the theft of it all” as thugs jeered.", "as thugs jeered"),
    ("Ada Ray said “it is theft” on Monday.", "on Monday"),
]


@pytest.mark.parametrize(("text", "own"), BEHIND_A_FRAGMENT)
def test_when_and_where_a_fragment_was_said_is_the_outlets(text: str, own: str) -> None:
    assert voice_of(text, "theft") == (Voice.QUOTED, "Ada Ray")
    assert voice_of(text, own) == (Voice.OWN, "")


def test_what_goes_on_behind_a_fragment_is_the_speakers() -> None:
    text = "Ada Ray said Ode ran “a gang” that must go, and condemned the “march” as mob rule."
    assert voice_of(text, "that must go")[0] is Voice.ATTRIBUTED
    assert voice_of(text, "mob rule")[0] is Voice.ATTRIBUTED
