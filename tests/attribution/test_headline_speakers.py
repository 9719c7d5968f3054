"""Who speaks in a headline that capitalises its verb as well."""

import pytest

from bias.records import Part, Voice
from tests.attribution.reading import voice_of

SPEAKERS = [
    ("Senate Overrides Obama: “A Brutal Bill”", "A Brutal Bill", ""),
    ("Council Backs Ray: “A Total Sham”", "A Total Sham", ""),
    ("Mayor Ada Ray Slams Levy: “A Sham of Old”", "A Sham of Old", "Mayor Ada Ray"),
    ("Ada Ray: “A Total Sham”", "A Total Sham", "Ada Ray"),
    ("Court Blocks Ray Plan, Calls It “Sham of Old”", "Sham of Old", "Court"),
]
NAMED_LAST = """Donald Ode spoke on Monday.

Mr. Harn took no questions. He called the vote a sham."""
TWICE = """Marl met Donald Ode on Monday. Marl went home by train.

Marl left the hall. “The vote is a sham,” he said."""


@pytest.mark.parametrize(("title", "words", "speaker"), SPEAKERS)
def test_a_clause_in_capitals_is_no_speaker(title: str, words: str, speaker: str) -> None:
    assert voice_of("", words, title, Part.TITLE) == (Voice.QUOTED, speaker)


def test_a_claim_in_a_headline_is_its_owners() -> None:
    title = "Judge Rejects Ode's Claim That Vote Was a Sham"
    assert voice_of("", "Vote Was a Sham", title, Part.TITLE) == (Voice.ATTRIBUTED, "Ode")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [(NAMED_LAST, "a sham", "Harn"), (TWICE, "The vote is a sham", "Marl")],
)
def test_a_pronoun_is_not_whom_the_longest_name_before_it_names(
    text: str, words: str, speaker: str
) -> None:
    assert voice_of(text, words)[1] == speaker
