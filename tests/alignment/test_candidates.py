import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bias.alignment import candidates
from bias.alignment.candidates import MOST_PER_PASSAGE, PassageIndex
from bias.alignment.similarity import PassageSimilarity, compare

WORDS = st.sampled_from(["crane", "harbour", "orlo", "twelve", "died", "mayor", "the", "of"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=2, max_size=12)


def index(texts: list[str], owners: list[str]) -> PassageIndex:
    model = PassageSimilarity(texts)
    return PassageIndex([model.profile(text) for text in texts], owners)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_no_pair_above_the_floor_is_missed(texts: list[str]) -> None:
    owners = [f"article-{number % 3}" for number in range(len(texts))]
    model = PassageSimilarity(texts)
    profiles = [model.profile(text) for text in texts]
    expected = {
        (a, b): compare(profiles[a], profiles[b])
        for b in range(len(texts))
        for a in range(b)
        if owners[a] != owners[b]
        and profiles[a].weights
        and compare(profiles[a], profiles[b]) >= 0.3
    }
    found = {(p.a, p.b): p.similarity for p in PassageIndex(profiles, owners).pairs(0.3)}
    assert found == pytest.approx(expected, abs=2e-6)


def test_pairs_come_best_first_and_never_within_an_article() -> None:
    texts = ["a crane fell", "a crane fell", "the crane fell in orlo", "a crane fell"]
    found = index(texts, ["one", "two", "two", "one"]).pairs(0.1)
    assert [pair.similarity for pair in found] == sorted(
        (p.similarity for p in found), reverse=True
    )
    assert {(pair.a, pair.b) for pair in found} == {(0, 1), (0, 2), (1, 3), (2, 3)}


def test_candidates_are_bounded_even_if_everything_is_alike() -> None:
    texts = ["the council closed the bridge"] * 400
    found = index(texts, [f"article-{n % 40}" for n in range(400)]).pairs(0.5)
    assert 0 < len(found) <= 400 * MOST_PER_PASSAGE


def test_terms_of_every_passage_find_no_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "_COMMON_LEAST", 2)
    texts = [f"orlo harbour word{number}" for number in range(12)]
    assert index(texts, [f"article-{n}" for n in range(12)]).pairs(0.3) == []


def test_what_passages_share_in_common_terms_is_granted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "_COMMON_LEAST", 2)
    texts = [f"orlo harbour bridge mayor word{number}" for number in range(12)]
    texts += ["orlo harbour bridge mayor crane", "orlo harbour bridge mayor crane"]
    found = index(texts, [f"article-{n}" for n in range(14)]).pairs(0.9)
    assert [(pair.a, pair.b) for pair in found] == [(12, 13)]


def test_the_nearest_passage_is_found_even_below_any_floor() -> None:
    found = index(["a crane fell", "the mayor spoke", "a crane rusts"], ["one", "two", "two"])
    assert found.nearest([0], [1, 2]) == (0, 2)


def test_no_words_no_pairs() -> None:
    found = index(["…", "?"], ["one", "two"])
    assert found.pairs(0.1) == []
    assert found.nearest([0], [1]) == (0, 1)
