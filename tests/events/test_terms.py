import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.events.terms import (
    LEAD_WORDS,
    MOST_WORDS,
    NAME_WEIGHT,
    NUMBER_WEIGHT,
    TITLE_WEIGHT,
    content_stems,
    read_terms,
    stem,
)
from bias.records import Article
from tests.events.night import NIGHT, article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Protests", "protested"),
        ("Guaidó's", "GUAIDO"),
        ("parties", "party"),
        ("shaking", "shakes"),
        ("Müller’s", "muller"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("press", "pres"), ("bus", "bu"), ("sing", "s")])
def test_words_that_only_look_alike_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(max_size=30))
def test_a_stem_is_never_longer_than_the_folded_word(word: str) -> None:
    assert len(stem(word)) <= len(word) * 18


def counted(article: Article) -> dict[str, float]:
    """Return how often each word and pair of one article counts."""
    terms = read_terms([article])
    pairs = [f"{terms.words[a]} {terms.words[b]}" for a, b in zip(*terms.pairs, strict=True)]
    both = ((terms.words, terms.of_words), (pairs, terms.of_pairs))
    return {
        names[column]: float(weight)
        for names, counts in both
        for column, weight in zip(counts.columns, counts.weights, strict=True)
    }


def test_names_numbers_and_pairs_weigh_for_what_they_are() -> None:
    terms = read_terms(NIGHT)
    kinds = dict(zip(terms.words, terms.kinds(), strict=True))
    assert kinds["almeria"] == NAME_WEIGHT
    assert kinds["6.1"] == NUMBER_WEIGHT
    assert kinds["rubble"] == 1.0
    numbers = {word: number for number, word in enumerate(terms.words)}
    pairs = list(zip(*(each.tolist() for each in terms.pairs), strict=True))
    pair = pairs.index((numbers["almeria"], numbers["province"]))
    assert 1.0 < terms.kinds_of_pairs()[pair] < NAME_WEIGHT


def test_title_and_lead_weigh_more_than_the_rest() -> None:
    counts = counted(article("herald", "Bridge", "flood " + "and the rest of it " * 60 + "harvest"))
    assert counts["bridge"] == TITLE_WEIGHT
    assert TITLE_WEIGHT > counts["flood"] > counts["harvest"] > 0
    assert counts["bridge flood"] == counts["flood"]


def test_words_behind_the_last_that_counts_are_not_looked_at() -> None:
    text = "quay " * (MOST_WORDS - 1) + "anchor harvest"
    assert {"quay", "anchor"} <= counted(article("herald", "", text)).keys()
    assert "harvest" not in counted(article("herald", "", text))


def test_a_pair_is_of_neighbours_that_both_say_something_in_one_article() -> None:
    assert set(counted(article("herald", "", "Dam of clay burst"))) == {
        "dam", "clay", "burst", "clay burst",
    }  # fmt: skip
    two = read_terms([article("herald", "", "clay"), article("post", "", "burst")])
    assert len(two.pairs[0]) == 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("In the hall Selwyn spoke, and by the door Selwyn wept.", True),
        ("They left. Selwyn spoke; “no”. Selwyn wept.", False),
        ("They left (Selwyn spoke) and selwyn wept.", False),
        ("A ship:Selwyn sank.", True),
    ],
)
def test_a_capital_tells_a_name_where_no_sentence_begins(text: str, named: bool) -> None:
    terms = read_terms([article("herald", "Selwyn", text)])
    assert bool(terms.names[terms.words.index("selwyn")]) is named


def test_heads_are_the_words_of_titles_and_leads_those_of_openings_too() -> None:
    rest = " ".join(["quay"] * LEAD_WORDS)
    terms = read_terms(
        [article("herald", "Bridge falls", f"flood {rest} harvest"), article("post", "", "ferry")]
    )
    heads = {(int(row), terms.words[word]) for row, word in zip(*terms.heads, strict=True)}
    leads = {(int(row), terms.words[word]) for row, word in zip(*terms.leads, strict=True)}
    assert heads == {(0, "bridge"), (0, "fall"), (1, "ferry")}
    assert leads == heads | {(0, "flood"), (0, "quay")}


def test_what_stands_between_words_is_no_term() -> None:
    assert set(counted(article("herald", "", "Dam …! burst – ... clay!!"))) == {
        "dam", "burst", "clay", "dam burst", "burst clay",
    }  # fmt: skip


def test_a_night_without_words_has_no_terms() -> None:
    for articles in ([], [article("herald", "", "")]):
        terms = read_terms(articles)
        assert (terms.size, terms.words, len(terms.heads[0])) == (len(articles), [], 0)


def test_stop_words_and_single_letters_say_nothing() -> None:
    assert content_stems("It is a B of the 7") == {"7"}
    assert content_stems("") == frozenset()
