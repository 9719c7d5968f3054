"""A pipeline is asked by one text at a time, and keeps nothing of any."""

from concurrent.futures import ThreadPoolExecutor

from bias.language.registry import parser
from tests.language.texts import document


def test_texts_read_at_once_by_several_threads_are_read_one_by_one() -> None:
    text = "The mayor left Orlo. She said that the port was shut."
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: document(text).tokens, range(8)))
    assert all(tokens == document(text).tokens for tokens in found)


def test_the_words_of_a_text_are_forgotten() -> None:
    known = parser("en")
    assert known is not None
    document("The zubavora of Orlo left.")
    assert "zubavora" not in known._pipeline.vocab.strings
