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


def test_a_curly_apostrophe_negates_as_a_straight_one_does() -> None:
    straight = "They don't pay, she can't vote, and the ports weren't shut."
    curly = straight.replace("'", "’")
    read, same = document(curly).tokens, document(straight).tokens
    assert [(t.lemma, t.tag, t.dep, t.head) for t in read] == [
        (t.lemma, t.tag, t.dep, t.head) for t in same
    ]
    assert [t.text for t in read if t.dep == "neg"] == ["n’t"] * 3
