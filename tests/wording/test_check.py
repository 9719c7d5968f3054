from bias.wording.check import check_lexicon
from bias.wording.lexicon import Lexicon


def test_every_row_does_what_its_sentences_say(lexicon: Lexicon) -> None:
    assert check_lexicon(lexicon) == ()
