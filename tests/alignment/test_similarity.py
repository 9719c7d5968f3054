import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bias.alignment.similarity import CUTOFF, PassageSimilarity, blend

NIGHT = [
    "A crane collapsed at the harbour of Orlo on Monday, killing twelve dockers.",
    "Twelve dockers died when a crane fell over at Orlo harbour.",
    "Prime Minister Ada Stone visited the harbour of Orlo in the evening.",
    "The harbour of Orlo was closed to ships until Wednesday.",
    "Ada Stone, the prime minister, resigned on Thursday after a vote in parliament.",
    "Parliament voted on Thursday to remove Prime Minister Ada Stone.",
    "The regatta of Orlo was cancelled by the mayor.",
    "Bakers say bread will cost more from next week.",
    "Police detained nine marchers near the ferry terminal.",
    "Officers arrested nine protesters close to the ferry terminal.",
]
MODEL = PassageSimilarity(NIGHT)

WORDS = st.sampled_from(
    ["crane", "harbour", "Orlo", "twelve", "12", "the", "died", "said", "قالت", "é", "“", "…"]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=40))


@pytest.mark.parametrize(("a", "b"), [(0, 1), (8, 9)])
def test_retellings_match(a: int, b: int) -> None:
    assert MODEL.score(NIGHT[a], NIGHT[b]) >= CUTOFF


@pytest.mark.parametrize(("a", "b"), [(0, 3), (2, 3), (2, 4), (6, 7), (0, 7)])
def test_other_facts_with_shared_names_do_not(a: int, b: int) -> None:
    assert MODEL.score(NIGHT[a], NIGHT[b]) < CUTOFF


def test_rare_words_weigh_more_than_common_ones() -> None:
    rare = MODEL.score("The regatta was cancelled.", "No regatta this year.")
    common = MODEL.score("The harbour was cancelled.", "No harbour this year.")
    assert rare > common


def test_a_number_that_agrees_weighs_more_than_one_that_does_not() -> None:
    same = MODEL.score("Twelve dockers died.", "The dead: 12 dockers.")
    other = MODEL.score("Twelve dockers died.", "The dead: 15 dockers.")
    assert same > other >= 0.3


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_it_is_symmetric_and_between_none_and_all(a: str, b: str) -> None:
    assert 0 <= MODEL.score(a, b) == MODEL.score(b, a) <= 1


@settings(max_examples=200)
@given(TEXTS)
def test_a_text_is_like_itself(text: str) -> None:
    assert MODEL.score(text, text) == 1


def test_texts_without_any_word_are_alike_only_if_equal() -> None:
    assert MODEL.score("…", "…") == 1
    assert MODEL.score("…", "?") == 0
    assert MODEL.score("", "A crane fell.") == 0


def test_a_batch_gives_the_same_as_one_by_one() -> None:
    pairs = [(NIGHT[0], NIGHT[1]), (NIGHT[2], NIGHT[3])]
    assert MODEL.scores(pairs) == [MODEL.score(a, b) for a, b in pairs]


def test_the_order_of_the_corpus_changes_nothing() -> None:
    turned = PassageSimilarity(NIGHT[::-1])
    assert turned.score(NIGHT[0], NIGHT[1]) == MODEL.score(NIGHT[0], NIGHT[1])


def test_texts_without_any_weight_are_nothing_alike() -> None:
    none, some = np.array([0.0, 0.0]), np.array([0.0, 2.0])
    assert blend(none, none, some, none).tolist() == [0.0, 0.0]
