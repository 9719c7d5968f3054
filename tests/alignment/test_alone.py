import numpy as np
import pytest

from bias.alignment.alone import alone_confidences, alone_signs
from bias.alignment.event_passages import event_passages
from bias.alignment.joins.find import Pairs
from bias.alignment.only import LISTED
from tests.alignment.telling import coverage, voiced

LONG = "The harbour board met a second time on the evening of that very same day."
ARTICLES = coverage({"a": [LONG, LONG, LONG], "b": [LONG, "Due."], "c": [LONG]})
PASSAGES = event_passages(ARTICLES, [voiced(each) for each in ARTICLES])


def pairs(*known: tuple[int, int, float], model: str = "") -> Pairs:
    a, b, sure = np.array(known).reshape(-1, 3).T
    return Pairs(a.astype(np.int64), b.astype(np.int64), sure, {}, sure, model)


def test_several_outlets_that_may_tell_it_make_it_less_sure() -> None:
    signs = alone_signs(PASSAGES, pairs((0, 3, 0.5), (0, 4, 0.4), (0, 5, 0.5)))
    assert signs["told by others"][:2] == pytest.approx([0.75, 0])


def test_what_stands_beside_is_of_the_same_article() -> None:
    signs = alone_signs(PASSAGES, pairs((2, 4, 0.6), (3, 5, 0.2)))
    assert signs["beside"].tolist() == [0, 0.6, 0, 0.6, 0.2, 0]


@pytest.mark.parametrize("model", ["", "a model"], ids=["rules", "model"])
def test_the_likelier_another_tells_it_the_less_sure_it_is(model: str) -> None:
    found = alone_confidences(PASSAGES, pairs((0, 3, 0.9), (2, 5, 0.2), model=model))
    assert found[0] < found[2] and found[2] > LISTED


def test_what_says_little_is_less_surely_something_that_nobody_else_tells() -> None:
    found = alone_confidences(PASSAGES, pairs())
    assert found[4] < 0.55 < found[3]


def test_without_pairs_and_passages_nothing_breaks() -> None:
    assert len(alone_confidences((), pairs())) == 0
    assert all(alone_confidences(PASSAGES[:4], pairs()) > 0.7)
