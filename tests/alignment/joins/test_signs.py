import numpy as np
import pytest

from bias.alignment.joins.confidence import SIGNS, confidences, sign_weights
from bias.alignment.joins.signs import context_signs, places

WHERE = places(["a"] * 3 + ["b"] * 3 + ["c"], [0, 1, 2, 0, 1, 2, 0])
A, B = np.array([0, 1, 1, 1, 4]), np.array([3, 4, 5, 6, 6])
SIMILARITY = np.array([0.9, 0.8, 0.4, 0.6, 0.5])
FOUND = context_signs(A, B, SIMILARITY, WHERE)


def test_the_likest_of_an_article_is_the_nearest() -> None:
    assert FOUND["alike and nearest"][1] == 2 * SIMILARITY[1]
    assert FOUND["alike and nearest"][2] == 1.5 * SIMILARITY[2]


def test_what_stands_around_and_third_articles_support_a_pair() -> None:
    assert FOUND["in order"][1] == 0.9
    assert FOUND["beside"][1] == 0.4
    assert FOUND["beside"][0] == 0
    assert FOUND["support"][1] == 0.5
    assert FOUND["support"][0] == 0


def test_support_asks_more_of_many_third_articles_than_of_one() -> None:
    articles = ["a", "b", *"cdefg"]
    a, b = np.array([0, 0, 1]), np.array([1, 2, 2])
    alike = np.array([0.3, 0.9, 0.9])
    one = context_signs(a, b, alike, places(articles[:3], [0] * 3))["support"]
    five = context_signs(a, b, alike, places(articles, [0] * 7))["support"]
    assert one[0] == pytest.approx(0.7)
    assert 0 < five[0] < one[0]


def test_pairs_of_longer_articles_are_alike_by_chance_more_often() -> None:
    a, b = np.array([0]), np.array([60])
    for size in (10, 60):
        where = places(["a"] * 60 + ["b"] * size, [*range(60), *range(size)])
        found = context_signs(a, b, np.array([0.5]), where)["long"][0]
        assert found == pytest.approx(np.log(60) if size == 60 else np.log(60 * 10) / 2, abs=0.1)


def test_both_may_open_their_articles() -> None:
    assert FOUND["opening"].tolist() == [2, 0, 0, 1, 1]


def test_places_tell_little_in_short_articles() -> None:
    long = places(["a"] * 20 + ["b"] * 20, [*range(20), *range(20)])
    apart = context_signs(np.array([0]), np.array([30]), np.array([0.5]), long)["apart"]
    assert apart[0] == pytest.approx(0.5)
    assert FOUND["apart"][2] == pytest.approx(1 / 3 * 3 / 12)


@pytest.mark.parametrize("system", ["rules", "model"])
def test_confidence_grows_with_similarity(system: str) -> None:
    alike = {"alike and nearest": np.array([0.2, 0.5, 0.9])}
    signs = {name: np.zeros(3) for name in SIGNS} | alike
    found = confidences(signs, system)
    assert 0 < found[0] < found[1] < found[2] < 1
    assert set(sign_weights(system)) == {*SIGNS, "constant"}


def test_what_is_not_known_counts_as_it_usually_stands() -> None:
    usual = {name: np.full(1, value) for name, value in sign_weights("usual").items()}
    known = {name: value for name, value in usual.items() if name != "participants"}
    assert confidences(known, "rules") == confidences(usual, "rules")


def test_an_event_without_pairs_has_no_signs() -> None:
    none = np.zeros(0, dtype=np.int64)
    assert not len(context_signs(none, none, np.zeros(0), places([], []))["support"])
