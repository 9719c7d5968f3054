import pytest

from bias.wording.grammar import is_in_name
from bias.wording.lexicon import Lexicon
from tests.language.texts import document
from tests.wording.samples import cue, found_words, only


@pytest.mark.parametrize(
    ("text", "word", "named"),
    [
        ("David Brat lost the seat in Orlo on Monday.", "Brat", True),
        ("The thug Dan Ode fled to Orlo.", "thug", False),
        ("The brat lost his seat in Orlo.", "brat", False),
        ("Brat lost the seat in Orlo on Monday.", "Brat", False),
    ],
)
def test_a_part_of_a_longer_name_is_told_from_a_word(text: str, word: str, named: bool) -> None:
    at = text.index(word)
    assert is_in_name(document(text), at, at + len(word)) is named


def test_a_name_that_begins_a_sentence_is_no_loaded_word(lexicon: Lexicon) -> None:
    brat = only(lexicon, cue("brat"))
    assert found_words(brat, "That brat lost the seat.") == ["brat"]
    assert found_words(brat, "He lost. David Brat had held the seat since May.") == []
