import pytest

from bias.alignment.terms.terms import read_terms, stem_word, word_terms
from bias.alignment.terms.word_lists import concepts, counting, measures, weights


def keys(text: str, language: str = "en") -> list[str]:
    return [term.key for term in read_terms(text, language)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("arrested", "arrests"),
        ("Rivera’s", "Rivera"),
        ("Guaidó", "guaido"),
        ("twelve", "12"),
        ("troops", "soldiers"),
        ("uprising", "coup"),
        ("killed", "dead"),
    ],
)
def test_words_for_the_same_share_a_key(a: str, b: str) -> None:
    assert keys(a) == keys(b) != []


@pytest.mark.parametrize(("a", "b"), [("president", "tyrant"), ("12", "15"), ("bread", "bridge")])
def test_other_words_do_not(a: str, b: str) -> None:
    assert keys(a) != keys(b)


def test_function_words_make_no_term() -> None:
    assert keys("It was not the one of which they had been told by him") == keys("said")


def test_hyphens_join_several_terms() -> None:
    assert [term.key for term in word_terms("US-backed")] == [keys("U.S.")[0], "=help"]
    assert keys("us") == []


def test_right_to_left_and_other_scripts_are_words_too() -> None:
    assert len(keys("قالت الشرطة إن اثني عشر", "ar")) == 5
    assert keys("Полиция задержала людей", "ru")


def test_a_language_without_a_stemmer_is_compared_as_printed() -> None:
    assert stem_word("running", "xx") == "running"
    assert keys("the running", "xx") == ["the", "running"]


def test_every_word_stands_in_one_list_only() -> None:
    assert not set(weights()) & {word for word in concepts() if weights().get(word) == 0}
    assert all(word == word.casefold() for word in (*concepts(), *weights(), *measures()))
    assert "gate" in counting("label")
