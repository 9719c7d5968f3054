"""Words in their plain senses are not marked, and loaded ones are, in whatever order of words."""

import pytest

from bias.wording.lexicon import Lexicon
from tests.wording.plain_uses import LOADED, PLAIN
from tests.wording.samples import found_words


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_use_does_not_count(lexicon: Lexicon, text: str) -> None:
    assert found_words(lexicon, text) == []


@pytest.mark.parametrize(("text", "word"), LOADED, ids=[word for _, word in LOADED])
def test_a_loaded_use_counts(lexicon: Lexicon, text: str, word: str) -> None:
    assert word in found_words(lexicon, text)
