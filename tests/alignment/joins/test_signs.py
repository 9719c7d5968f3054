import numpy as np
import pytest

from bias.alignment.joins.confidence import SIGNS, confidences, sign_weights
from bias.alignment.joins.signs import context_signs, places

WHERE = places(["a"] * 3 + ["b"] * 3 + ["c"], [0, 1, 2, 0, 1, 2, 0])
A, B = np.array([0, 1, 1, 1, 4]), np.array([3, 4, 5, 6, 6])
SIMILARITY = np.array([0.9, 0.8, 0.4, 0.6, 0.5])
FOUND = context_signs(A, B, SIMILARITY, WHERE)


def test_the_likest_of_an_article_is_the_nearest() -> None:
    assert FOUND["nearest"][1] == 2
    assert FOUND["nearest"][2] == 1.5


def test_neighbours_and_third_articles_support_a_pair() -> None:
    assert FOUND["neighbours"][1] == 0.9
    assert FOUND["support"][1] == 0.5
    assert FOUND["support"][0] == 0


def test_both_may_open_their_articles() -> None:
    assert FOUND["opening"].tolist() == [2, 0, 0, 1, 1]


def test_places_tell_little_in_short_articles() -> None:
    long = places(["a"] * 20 + ["b"] * 20, [*range(20), *range(20)])
    apart = context_signs(np.array([0]), np.array([30]), np.array([0.5]), long)["apart"]
    assert apart[0] == pytest.approx(0.5)
    assert FOUND["apart"][2] == pytest.approx(1 / 3 * 3 / 12)


@pytest.mark.parametrize("system", ["rules", "model"])
def test_confidence_grows_with_similarity(system: str) -> None:
    signs = {name: np.zeros(3) for name in SIGNS} | {"similarity": np.array([0.2, 0.5, 0.9])}
    found = confidences(signs, system)
    assert 0 < found[0] < found[1] < found[2] < 1
    assert set(sign_weights(system)) == {*SIGNS, "constant"}


def test_an_event_without_pairs_has_no_signs() -> None:
    none = np.zeros(0, dtype=np.int64)
    assert not len(context_signs(none, none, np.zeros(0), places([], []))["support"])
