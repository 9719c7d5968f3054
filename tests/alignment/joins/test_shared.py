from functools import cache

import numpy as np
import pytest

from bias.alignment.event_passages import event_passages
from bias.alignment.joins.shared import shared_signs, telling_word
from bias.alignment.joins.told import Told, read_told
from bias.alignment.similarity import PassageSimilarity
from bias.records import Article
from tests.alignment.telling import article
from tests.voiced import read_whole

GAZETTE = (
    "Mayor Ada Ray closed the north pier on Monday.",
    "“The crane is rotten,” said Tom Orlo, an engineer.",
    "Bread costs more.",
)
HERALD = (
    "The pier was closed by Ray on Monday because of worn cables.",
    "Orlo said that nobody had listened to him.",
    "Trains ran on time.",
)


def _articles() -> list[Article]:
    return [article("gazette", GAZETTE), article("herald", HERALD)]


@cache
def _told() -> list[Told]:
    articles = _articles()
    voiced, readings, casts = zip(*map(read_whole, articles), strict=True)
    return read_told(event_passages(articles, voiced), articles, readings, casts)


def _sign(name: str, a: int, b: int) -> float:
    found = shared_signs(_told(), (np.array([a]), np.array([b])))
    return float(found[name][0])


def test_both_cite_one_speaker() -> None:
    assert _sign("same speaker", 1, 4) == 1
    assert _sign("same speaker", 0, 4) == 0


def test_both_mention_the_same_people_and_things() -> None:
    assert _sign("participants", 0, 3) > _sign("participants", 0, 4) == 0


def test_the_same_is_done_in_active_and_passive_voice() -> None:
    assert _sign("predicate", 0, 3) > 0
    assert _sign("predicate", 0, 5) == 0


def test_a_predicate_that_tells_little_counts_little() -> None:
    assert 0 < _sign("predicate", 1, 4) < _sign("predicate", 0, 3)


def test_nothing_is_said_of_what_was_not_annotated() -> None:
    assert read_told((), _articles(), (), ()) == []
    assert shared_signs([], (np.array([0]), np.array([1]))) == {}


def test_a_word_that_each_prints_once_tells_more_than_one_that_each_repeats() -> None:
    texts = ["Orlo fears storms.", "Orlo waits.", "Storms hit Orlo.", "Orlo sleeps."]
    similarity = PassageSimilarity(texts)
    profiles = [similarity.profile(text) for text in texts]
    pairs = np.array([0, 1]), np.array([2, 3])
    found = telling_word(profiles, ["a", "a", "b", "b"], pairs)
    assert found[0] == 1
    assert found[1] == pytest.approx(np.log(2) / np.log(3), abs=1e-6)


def test_passages_without_a_word_share_none() -> None:
    profiles = [PassageSimilarity(["…"]).profile("…")] * 2
    assert telling_word(profiles, ["a", "b"], (np.array([0]), np.array([1]))).tolist() == [0]
