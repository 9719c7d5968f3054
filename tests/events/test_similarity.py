import numpy as np
import pytest

from bias.events.similarity import SAME_OUTLET, Similarity
from tests.events.night import NIGHT, article

ROWS = range(len(NIGHT))


def test_similarities_are_symmetric_and_lie_between_0_and_1() -> None:
    found = Similarity(NIGHT).among(ROWS)
    assert np.allclose(found, found.T)
    assert found.min() >= 0
    assert found.max() <= 1
    assert np.allclose(np.diag(found), 1)


def test_one_event_is_more_alike_than_its_look_alike() -> None:
    found = Similarity(NIGHT).among(ROWS)
    same = min(found[0, 1], found[0, 2], found[1, 2])
    look_alike = max(found[row, other] for row in (0, 1, 2) for other in (3, 4))
    assert same > 2 * look_alike


def test_same_words_from_one_outlet_count_less() -> None:
    text = NIGHT[0].text
    trio = [
        article("herald", "", text),
        article("herald", "", text, 2),
        article("beacon", "", text),
    ]
    found = Similarity(trio).among([0, 1, 2])
    assert found[0, 2] == pytest.approx(1.0)
    assert found[0, 1] == pytest.approx(SAME_OUTLET)


def test_near_pairs_are_those_that_reach_the_cutoff() -> None:
    whole = Similarity([article(f"o{i}", a.title, a.text) for i, a in enumerate(NIGHT)])
    near = np.triu(whole.near(0.15).toarray(), 1)
    among = np.triu(whole.among(ROWS), 1)
    assert np.array_equal(near > 0, among >= 0.15)


def test_an_empty_article_is_like_no_other() -> None:
    found = Similarity([*NIGHT, article("herald", "", "", 9)]).among(range(len(NIGHT) + 1))
    assert found[-1, :-1].max() == 0
